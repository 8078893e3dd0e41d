import Diagnostics
import Seeds
import Testing

@testable import Figures

/// Values that are given as they are know the cell that they come from.
struct DataCellTests {
  private static let csv = "year,export,note\n2023,23.8,甲\n\n2024,\"25.4\",\"乙\n丙\"\n2025,27,丁\n"

  private static let yaml = """
    sources:
      t: { file: t.csv, units: { export: 亿元 }, as-of: 2025, provider: 海关总署 }
      r: { file: r.json }
      u: { rows: [{ a: 1 }, { a: 2 }] }
    """

  private func fixture(_ figures: String) -> Fixture {
    Fixture(
      Self.yaml + "\n" + figures,
      files: ["t.csv": Self.csv, "r.json": "[{\"a\": 1},\n {\"a\": 2, \"b\": 7}]"])
  }

  private func place(_ sql: String, row: Int = 0, column: Int = 0) -> String? {
    let fixture = fixture("")
    let cell = fixture.query(sql).value.origin(row: row, column: column)
    guard let cell else { return nil }
    let location = fixture.map.location(of: cell.span)
    return "\(cell.table)[\(cell.row)].\(cell.column) "
      + (location.map { "\($0.file):\($0.line):\($0.column)" } ?? "-")
  }

  @Test(arguments: [
    ("SELECT export FROM t WHERE year = 2024", "t[2].export t.csv:4:7"),
    ("SELECT x.export AS e FROM t AS x ORDER BY x.export DESC LIMIT 1", "t[3].export t.csv:6:6"),
    ("SELECT export FROM t WHERE year = (SELECT MAX(year) FROM t)", "t[3].export t.csv:6:6"),
    (
      "SELECT export FROM t -- FROM nothing\nWHERE note LIKE '%group by%' OR year=2023",
      "t[1].export t.csv:2:6"
    ),
    ("SELECT b FROM r WHERE b IS NOT NULL", "r[2].b r.json:2:16"),
    ("SELECT b FROM r WHERE b IS NULL", "r[1].b r.json:1:2"),
    ("SELECT a FROM u WHERE a = 2", "u[2].a figures.yaml:4:30"),
    ("SELECT \"year\" FROM \"t\" WHERE year > 2024", "t[3].year t.csv:6:1"),
  ])
  func aPlainQueryKnowsItsCells(sql: String, expected: String) {
    #expect(place(sql) == expected)
  }

  @Test(arguments: [
    "SELECT SUM(export) FROM t", "SELECT export * 2 FROM t", "SELECT DISTINCT export FROM t",
    "SELECT export FROM t GROUP BY year", "SELECT t.export FROM t, u",
    "SELECT export FROM t JOIN u",
    "SELECT export FROM t UNION SELECT a FROM u", "SELECT MAX(export), year FROM t",
    "WITH x AS (SELECT export FROM t) SELECT export FROM x", "SELECT a FROM (SELECT a FROM u)",
  ])
  func whatAQueryMakesOfRowsHasNoCell(sql: String) {
    #expect(place(sql) == nil)
    #expect(fixture("").query(sql).diagnostics.isEmpty)
  }

  /// Whatever the text of a query, asking for the row changes nothing in what it gives.
  @Test(arguments: [
    "SELECT * FROM t ORDER BY 2 DESC", "SELECT export, year FROM t LIMIT 2 OFFSET 1",
    "SELECT COUNT(*) FROM t", "SELECT total FROM (SELECT 1 AS total)",
    "SELECT year FROM t WHERE export IN (SELECT export FROM t GROUP BY year)",
  ])
  func theRowIsNoColumnOfTheResult(sql: String) {
    let table = fixture("").query(sql).value
    #expect(
      table.columns.count == sql.prefix { $0 != "F" }.split(separator: ",").count
        || sql.contains("*"))
    #expect(!table.columns.map(\.name).contains { $0.lowercased().contains("rowid") })
    #expect(table.rowCount > 0)
  }

  @Test func aColumnOfTheNameHidesNoRow() {
    let fixture = Fixture(csv: "rowid,x\n7,1\n9,2\n")
    let cell = fixture.query("SELECT rowid, x FROM t WHERE x = 2").value.origin(row: 0, column: 0)
    #expect(cell?.row == 2)
    #expect(fixture.cells("SELECT rowid, x FROM t WHERE x = 2") == ["9", "2"])
  }

  @Test func cellsOfManyRowsAreFoundInTheText() {
    var random = SplitMix64(seed: 7)
    let rows = (1...500).map { number -> [String] in
      let text = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        ["a", "\"\"", ",", "\n"].randomElement(using: &random) ?? ""
      }
      return ["\(number)", "\"\(text.joined())\""]
    }
    let csv = "id,note\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
    let fixture = Fixture(csv: csv)
    let bytes = Array(csv.utf8)
    let table = fixture.query("SELECT id, note FROM t ORDER BY id DESC").value
    #expect(table.rowCount == 500)
    for row in 0..<table.rowCount {
      guard let span = table.origin(row: row, column: 0)?.span else {
        Issue.record("row \(row) has no place")
        return
      }
      let text = String(decoding: bytes[Int(span.lowerBound)..<Int(span.upperBound)], as: UTF8.self)
      #expect(text == table[row, 0].text)
    }
  }

  @Test func aFigureHasTheUnitDateAndCellOfItsColumn() {
    let loaded = fixture(
      "figures: { a: { query: SELECT export FROM t WHERE year = 2024 }, b: { query: SELECT SUM(export) FROM t } }"
    )
    let figure = loaded.layer.figure("a")
    #expect(loaded.diagnostics.isEmpty)
    #expect(loaded.printed("a") == "25.4亿元")
    #expect(figure?.asOf == "2025")
    #expect(figure?.cell?.row == 2)
    #expect(loaded.layer.print("a", language: "zh", at: .none).value.cell == figure?.cell)
    // What is computed has no unit of its own.
    #expect(loaded.printed("b") == "76.2")
    #expect(loaded.layer.figure("b")?.cell == nil)
  }

  @Test func anotherUnitThanTheSourcesIsAnError() {
    let loaded = fixture(
      "figures: { a: { query: SELECT export FROM t WHERE year = 2024, unit: 万元 } }")
    #expect(loaded.codes == ["figures.unit-conflict"])
    let wrong = Fixture(
      "sources: { t: { file: t.csv, units: { exprot: 亿元 } } }", files: ["t.csv": Self.csv])
    #expect(wrong.codes == ["figures.unknown-column"])
    #expect(wrong.diagnostics.first?.hints == ["did you mean “export”?"])
  }

  @Test func whatIsNoValueIsShownInItsFile() {
    let loaded = fixture(
      """
      figures:
        a: { query: SELECT note FROM t WHERE year = 2025 }
        b: { query: SELECT b FROM r WHERE a = 1 }
      checks:
        - { assert: increasing, query: "SELECT year, export FROM t ORDER BY year DESC" }
        - { assert: range, query: "SELECT year, note FROM t", from: 1 }
      """)
    #expect(
      loaded.findings == [
        "t.csv:6:9 figures.not-a-number", "r.json:1:2 figures.not-one-value",
        "figures.yaml:9:5 figures.check-failed", "t.csv:2:11 figures.bad-check",
      ])
    let places = loaded.diagnostics.dropFirst(2).first?.labels.compactMap {
      loaded.map.location(of: $0.span).map { "\($0.file):\($0.line):\($0.column)" }
    }
    #expect(places?.contains("t.csv:6:6") == true)
    #expect(places?.contains("t.csv:4:7") == true)
  }

  @Test func whatReadsASourceThatIsNotThereIsNoSecondMistake() {
    let broken = Fixture(
      "sources: { t: { file: t.csv } }\nfigures: { a: { query: SELECT x FROM t } }",
      files: ["t.csv": "x,x\n1,2\n"])
    #expect(broken.codes == ["figures.header"])
    // An empty source was read, and has nothing that a query could name.
    let empty = Fixture("sources: { t: { rows: [] } }\nfigures: { a: { query: SELECT x FROM t } }")
    #expect(empty.codes == ["figures.sql"])
    // A chart or table has to say that it shows nothing.
    #expect(
      broken.query("SELECT x FROM t").diagnostics.map(\.message)
        == ["the query reads “t”, which could not be read"])
    #expect(
      broken.query("SELECT x FROM tt").diagnostics.first?.message.contains("no such table") == true)
  }
}
