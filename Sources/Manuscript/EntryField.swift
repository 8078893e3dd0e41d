internal import Declarations

/// A text that an entry of the bibliography may have, by the name of its key.
package enum EntryField: String, Sendable, CaseIterable {
  case title
  case number
  case contributors
  case edition
  case container
  case containerAuthor = "container-author"
  case place
  case publisher
  case year
  case date
  case volume
  case issue
  case pages
  case url
  case accessed
  case doi
  case language

  var meaning: String {
    switch self {
    case .title: "Title, with its subtitle."
    case .number: "Number of a standard, a report or a patent."
    case .contributors: "Further persons with what they did, as printed: 谢远涛, 译."
    case .edition: "Edition as printed, unless the first: 3版, 5th ed."
    case .container: "Journal, newspaper, or book that holds it."
    case .containerAuthor: "Authors of the book that holds it, as printed."
    case .place: "Place of publication; “[S.l.]” where none is known."
    case .publisher: "Publisher, university or institution."
    case .year: "Year as printed, where it is no plain date: [1936], 1705(康熙四十四年)."
    case .date: "Date of publication: year, year-month or year-month-day."
    case .volume: "Volume of a journal."
    case .issue: "Issue of a journal."
    case .pages: "Pages of the whole contribution, or the page of a newspaper."
    case .url: "Address."
    case .accessed: "Day on which the address was read, year-month-day."
    case .doi: "Digital object identifier."
    case .language: "Language of the entry, BCP 47; told from the title unless stated."
    }
  }

  var codec: Codec<String> {
    switch self {
    case .date:
      .string.map("a date such as 2025, 2025-03 or 2025-03-01") {
        isDate($0, parts: 1...3) ? $0 : nil
      }
    case .accessed: .string.map("a day such as 2025-03-01") { isDate($0, parts: 3...3) ? $0 : nil }
    case .url: .string.map("an address such as https://example.org") { isAddress($0) ? $0 : nil }
    case .doi: .string.map("a DOI such as 10.3390/biology2010378", identifier)
    default: .string.map("text") { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
  }
}

/// Whether a text is a day, month or year of the Gregorian calendar as ISO 8601 writes it.
private func isDate(_ text: String, parts allowed: ClosedRange<Int>) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard allowed.contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
    zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 })
  else { return false }
  let numbers = parts.compactMap { Int($0) }
  if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
  return numbers.count < 3 || (1...days(in: numbers[1], of: numbers[0])).contains(numbers[2])
}

private func days(in month: Int, of year: Int) -> Int {
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
}

private func isAddress(_ text: String) -> Bool {
  let scheme = text.prefix { $0 != ":" }
  return !scheme.isEmpty && scheme.utf8.allSatisfy(\.isAlphanumeric)
    && text.dropFirst(scheme.count).hasPrefix("://") && !text.contains(where: \.isWhitespace)
}

/// A DOI without the address of its resolver.
private func identifier(_ text: String) -> String? {
  var rest = text[...]
  for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "doi:"]
  where rest.lowercased().hasPrefix(prefix) {
    rest = rest.dropFirst(prefix.count)
  }
  return rest.hasPrefix("10.") && rest.contains("/") && !rest.contains(where: \.isWhitespace)
    ? String(rest) : nil
}
