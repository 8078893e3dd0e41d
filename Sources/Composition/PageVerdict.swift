internal import Diagnostics
internal import Typography

/// Collects what is found on the lines of a page while it is drawn; which line of the page each is,
/// is known only when all have been.
struct PageVerdict {
  fileprivate struct Entry {
    var finding: TypographyFinding
    var baseline: Double
    var set: SetText
  }

  /// Whether every line is inspected, or only those that fit badly.
  let isComplete: Bool
  private var baselines: [Double] = []
  private var entries: [Entry] = []
  private var remarks: [Diagnostic] = []

  private let textRemarks: TextRemarks?

  init(isComplete: Bool) {
    self.isComplete = isComplete
    textRemarks = isComplete ? TextRemarks() : nil
  }

  /// Judges a line that stands on the page.
  ///
  /// A build reports what does not fit, a check everything.
  mutating func judge(line number: Int, of set: SetText, at baseline: Double, styles: StyleTable) {
    baselines.append(baseline)
    let line = set.lines[number]
    // Looseness is in tenths of an em.
    let fits = line.excess <= 0.5 && line.looseness <= styles.house.tolerance.error * 10
    guard isComplete || !fits else { return }
    let findings = inspect(
      line: number, of: set.paragraph, set.lines, set.settings, styles: styles)
    for finding in findings where isComplete || finding.isMisfit {
      entries.append(Entry(finding: finding, baseline: baseline, set: set))
    }
    if isComplete, number == 0 { addRemarks(on: set, styles) }
  }

  private mutating func addRemarks(on set: SetText, _ styles: StyleTable) {
    for finding in textRemarks?.findings(in: set.paragraph.source, styles: styles) ?? [] {
      remarks.append(
        Diagnostic(
          .textRemark, "\(finding.rule): \(finding.message)", severity: .warning,
          at: set.paragraph.span(of: finding.range), hints: finding.hint.map { [$0] } ?? []))
    }
  }

  /// Forgets the lines of the page before.
  mutating func begin() {
    baselines = []
    entries = []
    remarks = []
  }

  /// Hands over what was found on the page, and begins the next one.
  mutating func take(page label: String) -> [Diagnostic] {
    defer { begin() }
    guard !entries.isEmpty else { return remarks }
    let places = distinct(baselines.sorted())
    return entries.map { $0.diagnostic(page: label, places) } + remarks
  }

  /// Baselines of lines beside one another are one line of the page.
  private func distinct(_ sorted: [Double]) -> [Double] {
    var places: [Double] = []
    for place in sorted where place - (places.last ?? -.infinity) > 0.5 { places.append(place) }
    return places
  }
}

extension PageVerdict.Entry {
  fileprivate func diagnostic(page: String, _ places: [Double]) -> Diagnostic {
    let line = places.count { $0 <= baseline + 0.01 }
    let text = set.paragraph.text(of: set.lines[finding.line]).prefix(16)
    var diagnostic = Diagnostic(
      code, "\(finding.rule): \(finding.message), page \(page), line \(line), “\(text)…”",
      severity: finding.severity == .violation ? .warning : .note,
      at: set.paragraph.span(of: finding.range))
    diagnostic.clause = Diagnostic.Clause(rule: finding.rule, page: page, line: line)
    if finding.isMisfit { diagnostic.hints = ["reword, or give the column more width"] }
    return diagnostic
  }

  private var code: DiagnosticCode {
    if finding.severity == .relaxation { return .lineRelaxation }
    guard finding.isMisfit else { return .lineViolation }
    return set.lines[finding.line].excess > 0 ? .overfullLine : .looseLine
  }
}

extension TypographyFinding {
  /// Whether the line is too wide or too loose: what a reader sees at a glance.
  fileprivate var isMisfit: Bool { rule == "E4.3" && severity == .violation }
}
