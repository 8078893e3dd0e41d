import Diagnostics
import Testing

@testable import Comparison

struct CompareRecordsTests {
  private func record(_ numbers: String, files: String = "[]", outputs: String = "[]") throws
    -> OutputRecord
  {
    let json = """
      {"format": "colophon-manifest/1", "report": "r", "numbers": \(numbers), "inputs": \(files),
       "outputs": \(outputs), "charts": [{"id": "fig-a", "kind": "bar", "title": "t"}]}
      """
    return try #require(OutputRecord(Array(json.utf8)))
  }

  private func number(_ figure: String, _ text: String, _ value: String, more: String = "")
    -> String
  {
    #"{"figure": "\#(figure)", "text": "\#(text)", "value": \#(value)\#(more)}"#
  }

  @Test func aFigureTellsOldNewAndWhere() throws {
    let source = #", "files": ["gdp.csv"], "page": "#
    let old = try record(
      "[\(number("gdp", "5.0%", "5.0", more: source + "3")), \(number("same", "7", "7"))]",
      files: #"[{"path": "data/gdp.csv", "sha256": "a"}]"#)
    let new = try record(
      """
      [\(number("gdp", "5.2%", "5.2", more: source + "14")),
       \(number("gdp", "5.2%", "5.2", more: source + "3")), \(number("same", "7", "7"))]
      """, files: #"[{"path": "data/gdp.csv", "sha256": "b"}]"#)
    var comparison = OutputComparison(oldName: "a", newName: "b")
    comparison.records = compareRecords(old, new)
    #expect(
      summarize(comparison) == """
        figure gdp: 5.0% → 5.2%, pages 3 and 14, source changed: gdp.csv
        input data/gdp.csv: changed

        """)
    #expect(!comparison.isSame)
  }

  /// What readers know a chart by is its printed number; machines get its id too.
  @Test func exhibitsHaveTheNamesOfTheText() throws {
    let json = { (text: String, labels: String) in
      """
      {"format": "colophon-manifest/2", "report": "r", "outputs": [
         {"path": "charts/fig-a.csv", "sha256": "\(text)"}], "exhibits": {\(labels)},
       "charts": [{"id": "fig-a", "kind": "bar", "title": "t"}], "numbers": [
         {"figure": "gdp", "text": "\(text)", "value": 5, "block": "fig-a", "page": 3},
         {"figure": "gdp", "text": "\(text)", "value": 5, "block": "tbl-b", "page": 14}]}
      """
    }
    let old = try #require(OutputRecord(Array(json("5.0%", #""fig-a": "图1""#).utf8)))
    let new = try #require(OutputRecord(Array(json("5.2%", #""fig-a": "图2""#).utf8)))
    var comparison = OutputComparison(oldName: "a", newName: "b")
    comparison.records = compareRecords(old, new)
    #expect(
      summarize(comparison) == """
        figure gdp: 5.0% → 5.2%, pages 3 and 14, 图2, tbl-b
        chart fig-a 图2: changed (data)

        """)
    let text = comparisonJSON(comparison).text()
    #expect(text.contains(#""exhibits":["fig-a","tbl-b"],"labels":["图2","tbl-b"]"#), "\(text)")
  }

  @Test func figuresComeAndGo() throws {
    let old = try record("[\(number("old", "1", "1"))]")
    let new = try record("[\(number("new", "2", "2"))]")
    let figures = compareRecords(old, new).figures
    #expect(figures.map(oldAndNew) == ["2, new", "1, no longer printed"])
  }

  /// Rounding hides it from the reader, not from whoever must know.
  @Test func aValueThatPrintsTheSameIsTold() throws {
    let old = try record("[\(number("a", "5%", "5.01"))]")
    let new = try record("[\(number("a", "5%", "5.04"))]")
    var comparison = OutputComparison(oldName: "a", newName: "b")
    comparison.records = compareRecords(old, new)
    #expect(summarize(comparison) == "figure a: 5%, value 5.01 → 5.04, printed the same\n")
    #expect(comparison.isSame)
    let json = comparisonJSON(comparison).text()
    #expect(json.contains(#""old":["5%"],"new":["5%"]"#), "\(json)")
  }

  @Test func formsInAnotherOrderAreNoChange() throws {
    let old = try record("[\(number("a", "5%", "5")), \(number("a", "5.0%", "5"))]")
    let new = try record("[\(number("a", "5.0%", "5")), \(number("a", "5%", "5"))]")
    #expect(compareRecords(old, new).figures.isEmpty)
  }

  @Test func aChartHasOtherDataOrAnotherLook() throws {
    let output = { (csv: String, svg: String) in
      """
      [{"path": "charts/fig-a.csv", "sha256": "\(csv)"},
       {"path": "charts/fig-a.svg", "sha256": "\(svg)"}]
      """
    }
    let old = try record("[]", outputs: output("1", "1"))
    let data = compareRecords(old, try record("[]", outputs: output("2", "2"))).charts
    #expect(data.map(\.detail) == ["data"])
    let look = compareRecords(old, try record("[]", outputs: output("1", "2"))).charts
    #expect(look.map(\.detail) == ["look"])
    #expect(compareRecords(old, old).charts.isEmpty)
  }

  /// What went in differs, what came out does not.
  @Test func anotherSourceAloneIsNoDifference() throws {
    let old = try record("[]", files: #"[{"path": "a.md", "sha256": "1"}]"#)
    let new = try record("[]", files: #"[{"path": "a.md", "sha256": "2"}]"#)
    var comparison = OutputComparison(oldName: "a", newName: "b")
    comparison.records = compareRecords(old, new)
    #expect(comparison.isSame && summarize(comparison) == "input a.md: changed\n")
  }

  /// What later versions of the manifest tell: places, cells of tables, tools.
  @Test func cellsAndPlacesAreTold() throws {
    let cell = { (value: String) in
      #"""
      [{"kind": "cell", "block": "tbl-a", "item": "农业", "column": "amount", "text": "\#(value)",
        "value": \#(value), "sources": [{"file": "a.csv", "row": 2}],
        "places": [{"label": "iv", "page": 6, "box": [1, 2, 3, 4]}]}]
      """#
    }
    let figures = compareRecords(try record(cell("120")), try record(cell("125"))).figures
    #expect(figures.map(\.figure) == ["tbl-a 农业 amount"])
    #expect(figures.first.map(figureDetails) == ["page 6", "tbl-a"])
  }

  @Test(arguments: ["", "{}", "[1]", #"{"format": "other/1", "report": "r"}"#, "\u{0}"])
  func whatIsNoManifestIsNone(text: String) { #expect(OutputRecord(Array(text.utf8)) == nil) }
}
