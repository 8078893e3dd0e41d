internal import Charts
internal import Composition
internal import Declarations
package import Diagnostics
internal import Figures
internal import Manuscript
internal import Numerals
internal import Prepress
internal import Rendering
internal import Stylesheet
internal import Typography

/// Every code that any target can report, for `colophon explain`, SARIF rules and JUnit cases.
package enum DiagnosticCatalogue {
  /// One line for each target that reports, in the order of the pipeline.
  private static let byTarget: [[DiagnosticCode]] = [
    DiagnosticCode.declarationCodes,
    DiagnosticCode.figuresCodes,
    DiagnosticCode.manuscriptCodes,
    DiagnosticCode.numeralCodes,
    DiagnosticCode.typographyCodes,
    DiagnosticCode.stylesheetCodes,
    DiagnosticCode.chartCodes,
    DiagnosticCode.compositionCodes,
    DiagnosticCode.renderingCodes,
    DiagnosticCode.prepressCodes,
    DiagnosticCode.pipelineCodes,
  ]

  /// All codes, sorted by id.
  package static let codes = byTarget.flatMap { $0 }.sorted { $0.id < $1.id }

  package static func code(_ id: String) -> DiagnosticCode? { codes.first { $0.id == id } }
}
