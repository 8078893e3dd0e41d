internal import Diagnostics
internal import Figures

/// Reports the numbers of a text that are neither bound nor literal by a rule.
func checkBound(
  _ prose: Prose, _ figures: FigureIndex, severity: Severity, into diagnostics: inout [Diagnostic]
) {
  for number in scanNumbers(prose) {
    let context = NumberContext(prose: prose, number: number)
    guard !LiteralRule.all.contains(where: { $0.holds(context) }) else { continue }
    let text = prose.text(number.wholeRange)
    diagnostics.append(
      Diagnostic(
        .unboundNumeral, "“\(text)” comes from no figure", severity: severity,
        at: prose.span(of: number.wholeRange),
        hints: [
          figures.binding(for: number, text: text, digits: prose.text(number.range))
            ?? "bind it to a figure, or mark it as [\(text)]{.literal}"
        ]))
  }
}
