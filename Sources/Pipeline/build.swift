internal import Diagnostics

/// Builds a report: reads everything, composes it and puts the finished files in place together.
///
/// When there are errors nothing is written and the previous output stays as it was.
package func build(
  _ request: BuildRequest, progress: ProgressHandler = { _ in }
) async -> BuildOutcome {
  unavailable()
}

/// Draws charts as images.
package func drawCharts(
  _ request: ChartRequest, progress: ProgressHandler = { _ in }
) async -> BuildOutcome {
  unavailable()
}

/// Does all that a build does and writes nothing.
package func check(
  _ request: CheckRequest, progress: ProgressHandler = { _ in }
) async -> BuildOutcome {
  unavailable()
}

private func unavailable() -> BuildOutcome {
  BuildOutcome(diagnostics: [Diagnostic(.unavailable, "this version cannot build reports yet")])
}
