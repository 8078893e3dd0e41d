package import Diagnostics
internal import Drawing
internal import Typography

extension DiagnosticCode {
  package static let overfullLine = DiagnosticCode(
    "composition.overfull-line",
    "A line holds something wider than its measure that may not be divided.")
  package static let looseLine = DiagnosticCode(
    "composition.loose-line",
    "The gaps of a line had to be opened further than the layout's `tolerance` allows.")
  package static let strandedLine = DiagnosticCode(
    "composition.stranded-line",
    "A page ends with a heading that has less than two lines after it, or divides a paragraph so "
      + "that one of its lines stands alone.")
  package static let lineViolation = DiagnosticCode(
    "typography.violation",
    "A finished line breaks a rule of typesetting; the rule's number is that of the conformance "
      + "list. Reword the sentence or let the layout give the line more room.")
  package static let lineRelaxation = DiagnosticCode(
    "typography.relaxation",
    "A finished line keeps the rules but looks looser or tighter than the house would like.")
  package static let textRemark = DiagnosticCode(
    "typography.remark",
    "The manuscript departs from the standards for marks and numbers, GB/T 15834 and 15835; no "
      + "setting can mend it.")

  /// Findings that count as violations of the rules of typesetting.
  package static let typographyViolations: Set<DiagnosticCode> = [
    .overfullLine, .looseLine, .strandedLine, .lineViolation, .pageOverflow,
  ]
}

extension Placer {
  /// Judges a page that has been drawn by what stands on it, whatever it was planned by.
  mutating func judge(_ plan: PagePlan, _ entries: [(PageFiller.Entry, Double)]) {
    diagnostics += verdict.take(page: page.label.text)
    let items = entries.compactMap { entry, _ -> Int? in
      if case .item(let item, _) = entry { item } else { nil }
    }
    // A figure is as good as lines of text below a heading.
    if plan.floats.isEmpty { judgeHeading(items, next: plan.items.upperBound) }
    if input.inspectsLines { judgeLines(items) }
  }

  /// A heading has at least two lines of what follows on its page, or all there is before the next
  /// one (E7.3).
  private mutating func judgeHeading(_ items: [Int], next: Int) {
    let rest = flow.items.indices[next...].first { flow.items[$0].height > 0 }
    guard let rest, let last = items.lastIndex(where: isHeading) else { return }
    let following = items[(last + 1)...].filter { flow.items[$0].height > 0 }
    let isText = following.allSatisfy {
      if case .line = flow.items[$0].content { true } else { false }
    }
    let isComplete = !following.isEmpty && isHeading(rest)
    guard isText, following.count < 2, !isComplete else { return }
    report("E7.3", "a heading has less than two lines after it", item: items[last])
  }

  private func isHeading(_ item: Int) -> Bool {
    guard case .line(let text, _) = flow.items[item].content else { return false }
    return flow.texts[text].section != nil
  }

  /// Neither the first nor the last line of a paragraph stands alone on a page (E4.5).
  private mutating func judgeLines(_ items: [Int]) {
    if let first = items.first, case .line(let text, let line) = flow.items[first].content,
      line > 0, line == lineCount(text) - 1
    {
      report("E4.5", "a page begins with the last line of a paragraph", item: first)
    }
    if let last = items.last, case .line(let text, 0) = flow.items[last].content,
      lineCount(text) > 1
    {
      report("E4.5", "a page ends with the first line of a paragraph", item: last)
    }
  }

  private func lineCount(_ text: Int) -> Int { flow.texts[text].set(in: results).lines.count }

  private mutating func report(_ rule: String, _ message: String, item: Int) {
    var diagnostic = Diagnostic(
      .strandedLine, "\(rule): \(message), page \(page.label.text)", severity: .warning,
      at: flow.span(ofItem: item))
    diagnostic.clause = Diagnostic.Clause(rule: rule, page: page.label.text)
    diagnostics.append(diagnostic)
  }
}
