package import Diagnostics
package import Figures
package import Manuscript
internal import Parallelism

/// Checks the numbers of a manuscript against the figures of its report.
///
/// - Parameters:
///   - report: the manuscript; its declaration says what becomes of numbers without a figure.
///   - data: the figures.
///   - bindings: what each bound figure prints, by the span of the binding.
///   - tasks: how many threads may read texts.
/// - Returns: the numbers that the author states in words of their own, and findings in the order of
///   the text.
package func checkNumerals(
  _ report: Report, _ data: DataLayer, bindings: [SourceSpan: String], tasks: Int = 1
) -> Diagnosed<[PrintedNumber]> {
  let language = report.declaration.language.value
  var collector = ProseCollector(bindings: bindings, language: language)
  collector.collect(report)
  var diagnostics: [Diagnostic] = []
  let stated = checkClaims(collector.claims, data, language: language, into: &diagnostics)
  checkFigures(data, into: &diagnostics)
  let severity = report.declaration.numerals.severity
  let figures = FigureIndex(data, language: language)
  let found = inParallel(collector.texts, tasks: tasks) { text in
    check(text, data, figures, severity: severity)
  }
  diagnostics += found.flatMap(\.told) + found.flatMap(\.unbound)
  return Diagnosed(stated, diagnostics.sorted { $0.span.place < $1.span.place })
}

/// What one text is told for: how it tells changes and periods, and its numbers without a figure.
private func check(
  _ text: Prose, _ data: DataLayer, _ figures: FigureIndex, severity: Severity?
) -> (told: [Diagnostic], unbound: [Diagnostic]) {
  var told: [Diagnostic] = []
  var unbound: [Diagnostic] = []
  checkWording(text, data, into: &told)
  checkPeriods(text, data, into: &told)
  if let severity { checkBound(text, figures, severity: severity, into: &unbound) }
  return (told, unbound)
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
