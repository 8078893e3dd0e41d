import Diagnostics
import Testing

@testable import Figures

/// From a row of a result to the row of the source that it was read from.
struct RowTracingTests {
  private let fixture = Fixture(
    """
    sources:
      a: { file: a.csv }
      b: { file: b.csv }
    figures: { second: { query: SELECT n FROM a WHERE name = 'y' } }
    """,
    files: ["a.csv": "name,n\nx,1\ny,2\nz,3\n", "b.csv": "name,n\ny,5\n"])

  private func rows(_ sql: String) -> [Int] {
    fixture.layer.table(sql: sql, span: .none).value.sourceRows
  }

  @Test(arguments: [
    ("SELECT n FROM a ORDER BY n DESC", [3, 2, 1]),
    ("SELECT name, n * 2 AS twice FROM a WHERE n > 1 ORDER BY 2", [2, 3]),
    ("select a.name from a -- from b\n", [1, 2, 3]),
    ("SELECT n FROM a WHERE n = (SELECT MAX(n) FROM a)", [3]),
    ("SELECT '(from)' AS t, (n + 1) AS m FROM a LIMIT 1", [1]),
  ])
  func rowsOfOneTable(sql: String, expected: [Int]) {
    #expect(rows(sql) == expected)
  }

  @Test(arguments: [
    "SELECT SUM(n) AS s FROM a", "SELECT ROUND(AVG(n), 1) AS m FROM a",
    "SELECT DISTINCT name FROM a", "SELECT name, COUNT(*) AS c FROM a GROUP BY name",
    "SELECT n FROM a UNION ALL SELECT n FROM b", "SELECT a.n FROM a JOIN b ON a.name = b.name",
    "SELECT a.n FROM a, b WHERE a.name = b.name", "SELECT n FROM (SELECT n FROM a)",
    "WITH t AS (SELECT n FROM a) SELECT n FROM t", "SELECT 1 AS one",
  ])
  func rowsThatAreNoRowsOfOneTable(sql: String) {
    #expect(rows(sql) == [])
  }

  @Test func tracingChangesNoCell() {
    let table = fixture.layer.table(sql: "SELECT name, n FROM a", span: .none).value
    #expect(table.columns.map(\.name) == ["name", "n"])
    #expect(table.rowCount == 3 && table[2, 1].text == "3" && table[0, 0].text == "x")
  }

  @Test func aFigureKnowsItsRow() {
    #expect(fixture.layer.figure("second")?.sourceRow == 2)
  }
}
