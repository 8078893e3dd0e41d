internal import Diagnostics
internal import Figures

/// Reports the numbers of a text that are neither bound nor literal by a rule.
func checkBound(
  _ prose: Prose, _ figures: FigureIndex, severity: Severity, into diagnostics: inout [Diagnostic]
) {
  let written = scanNumbers(prose).filter { number in
    let context = NumberContext(prose: prose, number: number)
    return !LiteralRule.all.contains { $0.holds(context) }
  }
  for number in written + scanNumberWords(prose) {
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
