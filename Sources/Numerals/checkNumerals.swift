package import Diagnostics
package import Figures
package import Manuscript

/// Checks the numbers of a manuscript against the figures of its report.
///
/// - Parameters:
///   - report: the manuscript; its declaration says what becomes of numbers without a figure.
///   - data: the figures.
///   - bindings: what each bound figure prints, by the span of the binding.
/// - Returns: the numbers that the author states in words of their own, and findings in the order of
///   the text.
package func checkNumerals(
  _ report: Report, _ data: DataLayer, bindings: [SourceSpan: String]
) -> Diagnosed<[PrintedNumber]> {
  let language = report.declaration.language.value
  var collector = ProseCollector(bindings: bindings, language: language)
  collector.collect(report)
  var diagnostics: [Diagnostic] = []
  let stated = checkClaims(collector.claims, data, language: language, into: &diagnostics)
  checkFigures(data, into: &diagnostics)
  for text in collector.texts {
    checkWording(text, data, into: &diagnostics)
    checkPeriods(text, data, into: &diagnostics)
  }
  if let severity = report.declaration.numerals.severity {
    let figures = FigureIndex(data, language: language)
    for text in collector.texts {
      checkBound(text, figures, severity: severity, into: &diagnostics)
    }
  }
  return Diagnosed(stated, diagnostics.sorted { $0.span.place < $1.span.place })
}

extension SourceSpan {
  fileprivate var place: (UInt32, UInt32) { (source.index, lowerBound) }
}

extension NumeralPolicy {
  fileprivate var severity: Severity? {
    switch self {
    case .off: nil
    case .warn: .warning
    case .error: .error
    }
  }
}
