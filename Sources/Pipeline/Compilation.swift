internal import Charts
internal import Composition
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

/// A report with everything that it is composed of, read and checked.
struct Compilation: Sendable {
  /// A chart block with its declaration and its data.
  struct ChartJob: Sendable {
    var block: SourceSpan
    /// The block with the figures in its texts printed.
    var declaration: YAMLValue
    var spec: ChartSpec
    var table: DataTable
    /// Width that it has on the page, in points.
    var width: Double
  }

  var folder: Folder
  var name: String
  var report: Report
  var data: DataLayer
  var layout: LoadedLayout
  var charts: [ChartJob] = []
  var numbers: [PrintedNumber] = []
  /// The data of each chart as CSV, by the span of its block.
  var chartData: [(block: SourceSpan, name: String, title: String, csv: String)] = []
  var input: CompositionInput
  var images: [ImageResource] = []
  var theme = ChartTheme()
  /// The day that dates the files; see `documentDate`.
  var date = "1970-01-01"
  var map: SourceMap
  var diagnostics: [Diagnostic] = []
  /// Everything that was read, by the name that the manifest gives it.
  var files: [(name: String, bytes: [UInt8])] = []

  /// What the report makes of findings.
  var policy = DiagnosticPolicy()

  /// What was found, as the report's policy has it.
  var judged: [Diagnostic] { policy.judge(diagnostics, in: map) }
  var hasErrors: Bool { judged.contains(where: \.isFailure) }
  var language: String { report.declaration.language.value }
}
