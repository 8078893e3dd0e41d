import Charts
import Diagnostics
import Figures
import Testing

@testable import Pipeline

/// Charts outside a report: a folder of specifications, and data in files beside them.
@Suite struct ChartFolderTests {
  private func spec(_ id: String, data: String, more: String = "") -> String {
    "id: \(id)\nkind: bar\ntitle: t\ndata: \(data)\nx: land\ny: rate\n\(more)"
  }

  private static let rows = "[{ land: 甲, rate: 2 }, { land: 乙, rate: 1 }]"
  private static let csv = "land,rate\n甲,3.14\n乙,2\n丙,\n"

  private func compiled(_ files: [String: String], _ path: String = "/charts") -> Compilation {
    let bytes = files.map { ("/charts/" + $0.key, Array($0.value.utf8)) }
    let world = LayeredWorld(files: Dictionary(uniqueKeysWithValues: bytes))
    return compile(path, CompileOptions(home: LayeredWorld.house), world: world)
  }

  @Test func `a folder of specifications is drawn in the order of its files`() {
    let result = compiled([
      "b.yaml": spec("fig-b", data: Self.rows), "a.yml": spec("fig-a", data: Self.rows),
      "deeper/c.yaml": spec("fig-c", data: Self.rows), "readme.md": "# text",
    ])
    #expect(result.diagnostics.isEmpty)
    #expect(result.charts.map(\.spec.id) == ["fig-a", "fig-b"])
  }

  @Test func `data come from a file beside the specification`() throws {
    let files = ["a.yaml": spec("fig-a", data: "{ file: x.csv }"), "x.csv": Self.csv]
    for path in ["/charts", "/charts/a.yaml"] {
      let result = compiled(files, path)
      #expect(result.diagnostics.isEmpty)
      let table = try #require(result.charts.first?.table)
      #expect((0..<3).map { table[$0, 0].text } == ["甲", "乙", "丙"])
      #expect((0..<3).map { table[$0, 1].text } == ["3.14", "2", nil])
      #expect(result.files.contains { $0.name == "x.csv" })
    }
  }

  @Test func `sources of a figures file serve a folder of charts`() {
    let result = compiled([
      "a.yaml": spec("fig-a", data: "SELECT land, rate FROM trade"),
      "data/figures.yaml": "sources:\n  trade: { file: x.csv }\n", "data/x.csv": Self.csv,
    ])
    #expect(result.diagnostics.isEmpty)
    #expect(result.charts.first?.table.rowCount == 3)
  }

  @Test(arguments: [
    ("{ file: y.csv }", "figures.missing-file"),
    ("{ file: ../x.csv }", "pipeline.outside-folder"),
    ("{ file: x.xlsx }", "figures.file-kind"), ("{ file: x.csv, sheet: 1 }", "yaml.unknown-key"),
    ("SELECT 1", "figures.sql"),
  ])
  func `data that cannot be had are an error at their place`(_ data: String, _ code: String) {
    let result = compiled(["a.yaml": spec("fig-a", data: data), "x.csv": Self.csv])
    let finding = result.diagnostics.first { $0.severity == .error }
    #expect(finding?.code.id == code)
    #expect(finding.flatMap { result.map.location(of: $0.span)?.line } == 4)
  }

  @Test func `two charts of one id are an error`() {
    let result = compiled([
      "a.yaml": spec("fig-a", data: Self.rows), "b.yaml": spec("fig-a", data: Self.rows),
    ])
    #expect(result.diagnostics.map(\.code) == [.repeatedChart])
  }

  @Test func `a chart speaks the language of its division unless it says another`() {
    func block(_ id: String, _ more: String = "") -> String {
      "```chart\n\(spec(id, data: Self.rows, more: more))```\n\n"
    }
    let text =
      block("fig-a") + "::: {lang=fr}\n\n" + block("fig-b") + block("fig-c", "language: es\n")
      + ":::\n"
    let result = compiled(["notes.md": text], "/charts/notes.md")
    #expect(!result.hasErrors)
    #expect(result.charts.map(\.spec.language) == [nil, "fr", "es"])
  }
}
