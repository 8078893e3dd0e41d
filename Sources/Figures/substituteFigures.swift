package import Diagnostics

extension DiagnosticCode {
  package static let figuresReference = DiagnosticCode(
    "figures.reference", "A figure in text is written {{ id }} or {{ id | format }}.")
}

extension DataLayer {
  /// Prints every `{{ id | format }}` of a text that is no manuscript, such as a chart's title.
  ///
  /// - Parameters:
  ///   - text: the text with references in it.
  ///   - language: BCP 47 tag of the text.
  ///   - span: where the text stands.
  /// - Returns: the text as it is shown, and the numbers in it in their order.
  package func substitute(
    in text: String, language: String, at span: SourceSpan
  ) -> Diagnosed<(text: String, numbers: [PrintedNumber])> {
    var shown = ""
    var numbers: [PrintedNumber] = []
    var diagnostics: [Diagnostic] = []
    var rest = text[...]
    while let opening = rest.firstRange(of: "{{") {
      shown += rest[..<opening.lowerBound]
      guard let closing = rest[opening.upperBound...].firstRange(of: "}}") else {
        diagnostics.append(Diagnostic(.figuresReference, "“{{” opens and never closes", at: span))
        return Diagnosed((shown + rest[opening.lowerBound...], numbers), diagnostics)
      }
      let steps = rest[opening.upperBound..<closing.lowerBound]
        .split(separator: "|", omittingEmptySubsequences: false)
        .map { String($0.filter { !$0.isWhitespace }) }
      let printed = print(
        steps.first ?? "", formats: Array(steps.dropFirst()), language: language, at: span)
      shown += printed.value.text
      numbers += [printed.value] + printed.value.rangeEnd
      diagnostics += printed.diagnostics
      rest = rest[closing.upperBound...]
    }
    return Diagnosed((shown + rest, numbers), diagnostics)
  }
}
