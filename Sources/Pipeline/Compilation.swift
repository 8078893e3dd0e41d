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
    var declaration: PrintedBlock
    var spec: ChartSpec
    var table: DataTable
    /// Width that it has on the page, in points.
    var width: Double
    /// Number of the run of charts with hardly any text between them that it belongs to.
    var run = 0
    /// The numbers that it prints on the page.
    var labels: [ChartLabel] = []
  }

  /// A table block with its declaration, its data, and what of them is shown.
  struct TableJob: Sendable {
    var block: SourceSpan
    var spec: TableSpec
    var table: DataTable
    var rows: [Int?]
    var columns: [Tabulation.ShownColumn]
    var sums: [Tabulation.CarriedSum]
  }

  var folder: Folder
  var name: String
  var report: Report
  var data: DataLayer
  var layout: LoadedLayout
  var charts: [ChartJob] = []
  var tables: [TableJob] = []
  var numbers: [PrintedNumber] = []
  /// The chart or picture that a number is in the description of, by the number's place.
  var described: [SourceSpan: SourceSpan] = [:]
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
  /// SHA-256 of each of `files`, once they have been hashed.
  var checksums: [String: String] = [:]

  /// What the report makes of findings.
  var policy = DiagnosticPolicy()

  /// What was found, as the report's policy has it.
  var judged: [Diagnostic] { policy.judge(diagnostics, in: map) }
  var hasErrors: Bool { judged.contains(where: \.isFailure) }
  var language: String { report.declaration.language.value }

  /// Computes the checksums, each file's once.
  mutating func hashFiles() {
    checksums = Dictionary(files.map { ($0.name, sha256($0.bytes)) }) { first, _ in first }
  }

  /// What each chart and table is called in the text, such as 图 3, by its id.
  var exhibits: [String: String] {
    let ids = Set(charts.map(\.spec.id) + tables.map(\.spec.id))
    return referenceTexts(input).filter { ids.contains($0.key) }
  }

  /// Path of the declaration of the figures in the report.
  var figuresPath: String { report.declaration.figures?.value ?? "data/figures.yaml" }

  /// Path in the report of a file that the declaration of the figures names.
  func sourcePath(_ file: String) -> String {
    let base = figuresPath.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    return Folder.normal(base + file) ?? file
  }
}
