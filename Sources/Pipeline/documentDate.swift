package import Diagnostics
internal import Foundation
internal import Manuscript

extension DiagnosticCode {
  package static let undatedDocument = DiagnosticCode(
    "pipeline.undated",
    "The report's `date` is no day of the calendar written as 2025-12-31, so that it cannot date the "
      + "PDF; SOURCE_DATE_EPOCH does, or the first day of 1970.")
  package static let sourceDate = DiagnosticCode(
    "pipeline.source-date",
    "SOURCE_DATE_EPOCH, which dates a report that has no date of its own, must be a whole number of "
      + "seconds since 1970-01-01, before the year 10000 (reproducible-builds.org).")

  /// The codes of dates.
  static let dateCodes: [DiagnosticCode] = [.undatedDocument, .sourceDate]
}

/// The day that dates the files, as `2025-12-31`: the report's own, else that of
/// `SOURCE_DATE_EPOCH`, else the first of 1970; never the clock's.
///
/// The report's comes first because it is part of the document, while the variable stands in for a
/// clock that the document does not ask.
func documentDate(
  _ declaration: ReportDeclaration, _ world: any World
) -> Diagnosed<String> {
  let epoch = sourceDate(world.environment("SOURCE_DATE_EPOCH"))
  guard let date = declaration.date else { return epoch }
  if isDay(date.value) { return Diagnosed(date.value) }
  let finding = Diagnostic(
    .undatedDocument, "“\(date.value)” is no day that can date the PDF", severity: .warning,
    at: date.span, hints: ["write it as 2025-12-31"])
  return Diagnosed(epoch.value, [finding] + epoch.diagnostics)
}

private func sourceDate(_ text: String?) -> Diagnosed<String> {
  let first = "1970-01-01"
  guard let text else { return Diagnosed(first) }
  guard text.allSatisfy(\.isASCIIDigit), let seconds = Int(text), seconds < 253_402_300_800 else {
    return Diagnosed(
      first, [Diagnostic(.sourceDate, "SOURCE_DATE_EPOCH is “\(text)”, no number of seconds")])
  }
  let day = gregorianCalendar().dateComponents(
    [.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
  return Diagnosed(
    [(day.year ?? 1970, 4), (day.month ?? 1, 2), (day.day ?? 1, 2)].map(padded)
      .joined(separator: "-"))
}

/// Made only where a date is read: to know the time zones takes half a millisecond.
private func gregorianCalendar() -> Calendar {
  var calendar = Calendar(identifier: .gregorian)
  calendar.timeZone = .gmt
  return calendar
}

private func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Whether a text is a day of the calendar, as ISO 8601 writes it.
private func isDay(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else {
    return false
  }
  let numbers = parts.compactMap { Int($0) }
  return DateComponents(
    calendar: gregorianCalendar(), year: numbers[0], month: numbers[1], day: numbers[2]
  ).isValidDate
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
