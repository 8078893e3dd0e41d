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
    judgeHeading(entries.map(\.0), next: plan.items.upperBound)
    guard input.inspectsLines else { return }
    judgeLines(
      entries.compactMap { entry, _ in
        if case .item(let item, _) = entry { item } else { nil }
      })
    for piece in plan.notes { judge(piece) }
  }

  /// A heading has at least two lines of what follows on its page, or all there is before the next
  /// one (E7.3).
  private mutating func judgeHeading(_ entries: [PageFiller.Entry], next: Int) {
    let rest = flow.items.indices[next...].first { flow.items[$0].height > 0 }
    let text = entries.filter(isInText)
    guard let rest, let last = text.lastIndex(where: { heading(of: $0) != nil }),
      let item = heading(of: text[last])
    else { return }
    let following = text[(last + 1)...]
    let isComplete = !following.isEmpty && isHeading(rest)
    // A figure below a heading is as good as lines of text.
    guard following.count < 2, following.allSatisfy(isLine), !isComplete else { return }
    report("E7.3", "a heading has less than two lines after it", at: flow.span(ofItem: item))
  }

  /// Whether an entry is read after what stands above it: a figure at the foot is not.
  private func isInText(_ entry: PageFiller.Entry) -> Bool {
    switch entry {
    case .item(let item, _): flow.items[item].height > 0
    case .float: true
    case .footFloat, .reopening, .columnReopening: false
    }
  }

  private func isLine(_ entry: PageFiller.Entry) -> Bool {
    guard case .item(let item, _) = entry, case .line = flow.items[item].content else {
      return false
    }
    return true
  }

  private func heading(of entry: PageFiller.Entry) -> Int? {
    guard case .item(let item, _) = entry, isHeading(item) else { return nil }
    return item
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
      report(
        "E4.5", "a page begins with the last line of a paragraph", at: flow.span(ofItem: first))
    }
    if let last = items.last, case .line(let text, 0) = flow.items[last].content,
      lineCount(text) > 1
    {
      report("E4.5", "a page ends with the first line of a paragraph", at: flow.span(ofItem: last))
    }
  }

  private func lineCount(_ text: Int) -> Int { lineCount(flow.texts[text]) }

  /// A note that goes on on the next page leaves two lines on either side, and no line of a
  /// paragraph alone (E4.5, E6.2).
  private mutating func judge(_ piece: NotePiece) {
    let lines = noteLines(piece.note)
    guard !piece.lines.isEmpty, lines.indices.contains(piece.lines.upperBound - 1) else { return }
    let (first, last) = (lines[piece.lines.lowerBound], lines[piece.lines.upperBound - 1])
    if piece.lines.lowerBound > 0, first.line > 0, first.line == lineCount(first.block) - 1 {
      report("E4.5", "a page begins with the last line of a note's paragraph", at: first.block.span)
    } else if piece.lines.upperBound < lines.count, last.line == 0, lineCount(last.block) > 1 {
      report("E4.5", "a page ends with the first line of a note's paragraph", at: last.block.span)
    } else if piece.lines.count < 2, lines.count > 1 {
      report("E6.2", "a page holds a single line of a divided note", at: first.block.span)
    }
  }

  private func lineCount(_ block: TextBlock) -> Int { block.set(in: results).lines.count }

  private mutating func report(_ rule: String, _ message: String, at span: SourceSpan) {
    var diagnostic = Diagnostic(
      .strandedLine, "\(rule): \(message), page \(page.label.text)", severity: .warning,
      at: span)
    diagnostic.clause = Diagnostic.Clause(rule: rule, page: page.label.text)
    diagnostics.append(diagnostic)
  }
}
