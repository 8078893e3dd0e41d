import Diagnostics

@testable import Figures

/// A data folder in memory, loaded, with places for its findings.
struct Fixture {
  let layer: DataLayer
  let diagnostics: [Diagnostic]
  let map: SourceMap

  init(_ yaml: String, files: [String: String] = [:], stepLimit: Int = 1_000_000) {
    self.init(yaml, bytes: files.mapValues { Array($0.utf8) }, stepLimit: stepLimit)
  }

  init(
    _ yaml: String, bytes: [String: [UInt8]], stepLimit: Int = 1_000_000,
    environment: [String: String] = [:], serverTimeout: Int = 5_000
  ) {
    var map = SourceMap()
    let text = Array(yaml.utf8)
    let declarations = DataFile(source: map.add(file: "figures.yaml", text: text), text: text)
    let input = FiguresInput(
      declarations: declarations, stepLimit: stepLimit, serverTimeout: serverTimeout,
      environment: { environment[$0] },
      read: { path, _ in
        guard let text = bytes[path] else { return Diagnosed(nil) }
        return Diagnosed(DataFile(source: map.add(file: path, text: text), text: text))
      })
    let loaded = DataLayer.load(input)
    layer = loaded.value
    diagnostics = loaded.diagnostics
    self.map = map
  }

  /// A single CSV file as the table `t`.
  init(csv: String) { self.init("sources: { t: { file: t.csv } }", files: ["t.csv": csv]) }

  /// Findings as `file:line:column code`, in the order of their report.
  var findings: [String] { diagnostics.map(place) }

  var codes: [String] { diagnostics.map(\.code.id) }

  func place(_ diagnostic: Diagnostic) -> String {
    guard let location = map.location(of: diagnostic.span) else { return diagnostic.code.id }
    return "\(location.file):\(location.line):\(location.column) \(diagnostic.code.id)"
  }

  func query(_ sql: String) -> Diagnosed<DataTable> { layer.table(sql: sql, span: .none) }

  /// All cells of a query as text, NULL as an empty string.
  func cells(_ sql: String) -> [String] {
    let table = query(sql).value
    return (0..<table.rowCount).flatMap { row in table.row(row).map { $0.text ?? "" } }
  }

  func printed(_ id: String, _ formats: String..., language: String = "zh-CN") -> String {
    layer.print(id, formats: formats, language: language, at: .none).value.text
  }

  func misfits(_ id: String, _ formats: String...) -> [String] {
    layer.print(id, formats: formats, language: "zh", at: .none).diagnostics.map(\.code.id)
  }
}
