package import Diagnostics
internal import Drawing
internal import Typography

extension DiagnosticCode {
  package static let lineViolation = DiagnosticCode(
    "typography.violation",
    "A finished line breaks a rule of typesetting; the rule's number is that of the conformance "
      + "list. Reword the sentence or let the layout give the line more room.")
  package static let lineRelaxation = DiagnosticCode(
    "typography.relaxation",
    "A finished line keeps the rules but looks looser or tighter than the house would like.")
}

extension Placer {
  /// Reports what a line that has just been drawn has against the rules, with its page.
  mutating func inspectLine(_ number: Int, of set: SetText) {
    let findings = inspect(set.paragraph, set.lines, set.settings, styles: styles)
    for finding in findings where finding.line == number {
      let isViolation = finding.severity == .violation
      diagnostics.append(
        Diagnostic(
          isViolation ? .lineViolation : .lineRelaxation,
          "\(finding.rule): \(finding.message), page \(page.label.text), "
            + "“\(set.paragraph.text(of: set.lines[number]).prefix(16))…”",
          severity: isViolation ? .warning : .note, at: set.paragraph.span(of: finding.range)))
    }
  }
}
