import Diagnostics
import Testing

@testable import Figures

private let fixture = Fixture(csv: "economy,rate\n中国,75\n美国,76.88\n")

@Test(arguments: [
  "INSERT INTO t VALUES ('x', 1)", "DELETE FROM t", "DROP TABLE t", "CREATE TABLE u (a)",
  "PRAGMA query_only = 0", "ATTACH 'other.db' AS other", "VACUUM INTO 'copy.db'", "BEGIN",
])
func refusesStatementsThatWrite(sql: String) {
  let result = fixture.query(sql)
  #expect(result.diagnostics.map(\.code.id) == ["figures.sql-writes"])
  #expect(fixture.cells("SELECT COUNT(*) FROM t") == ["2"])
}

@Test(arguments: [
  "SELECT rte FROM t", "SELECT rate FROM t; DROP TABLE t", "SELEC", "", "SELECT ?",
  "SELECT readfile('/etc/passwd')", "SELECT load_extension('x')",
])
func reportsWhatSQLiteRefuses(sql: String) {
  let span = SourceSpan(source: SourceID(index: 1), lowerBound: 3, upperBound: 9)
  let result = fixture.layer.table(sql: sql, span: span)
  #expect(result.value.rowCount == 0)
  #expect(result.diagnostics.count == 1)
  #expect(["figures.sql", "figures.sql-writes"].contains(result.diagnostics.first?.code.id))
  #expect(result.diagnostics.first?.span == span)
}

@Test func suggestsTheColumnThatWasMeant() {
  let problem = fixture.query("SELECT t.econmy FROM t").diagnostics.first
  #expect(problem?.message == "the query fails: no such column: t.econmy")
  #expect(problem?.hints == ["did you mean “economy”?"])
}

@Test(arguments: [
  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n",
  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n WHERE i > 1",
])
func stopsQueriesWithoutEnd(sql: String) {
  #expect(fixture.query(sql).diagnostics.map(\.code.id) == ["figures.sql-endless"])
  #expect(fixture.cells("SELECT COUNT(*) FROM t") == ["2"])
}

@Test func boundsTheRowsOfAResult() {
  let fixture = Fixture("sources: { t: { rows: [{ a: 1 }] } }", stepLimit: 1_000_000_000)
  let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
  #expect(fixture.query(sql).diagnostics.map(\.code.id) == ["figures.sql-too-large"])
}

@Test(arguments: ["SELECT 1e308 * 10", "SELECT 1e300", "SELECT x'00ff'"])
func refusesValuesThatAreNoNumbers(sql: String) {
  #expect(fixture.query(sql).diagnostics.map(\.code.id) == ["figures.not-a-number"])
}

@Test func boundsTheMemoryOfAValue() {
  #expect(fixture.query("SELECT zeroblob(900000000)").diagnostics.map(\.code.id) == ["figures.sql"])
}

@Test func queriesMayComeFromManyTasks() async {
  let results = await withTaskGroup(of: [String].self) { group in
    for _ in 0..<50 { group.addTask { fixture.cells("SELECT rate FROM t ORDER BY rate") } }
    return await group.reduce(into: [[String]]()) { $0.append($1) }
  }
  #expect(results == Array(repeating: ["75", "76.88"], count: 50))
}

@Test func knowsTheSourcesOfATable() {
  let fixture = Fixture(
    "sources: { a: { rows: [{ x: 1 }] }, b: { rows: [{ x: 2 }] }, c: { rows: [{ x: 3 }] } }")
  #expect(fixture.query("SELECT a.x FROM c, a").value.sources == ["a", "c"])
  #expect(fixture.query("SELECT COUNT(*) FROM b").value.sources == ["b"])
}

@Test(arguments: [
  ("SELECT SUM(v), TOTAL(v), AVG(v) FROM t", ["2000", "2000", "0.1"]),
  ("SELECT SUM(v) FROM t WHERE v > 1", [""]), ("SELECT TOTAL(v) FROM t WHERE v > 1", ["0"]),
  ("SELECT SUM(DISTINCT v) FROM t", ["0.1"]), ("SELECT SUM(n) || '个' FROM (SELECT 2 AS n)", ["2个"]),
  ("SELECT AVG(n) FROM (SELECT 1 AS n UNION ALL SELECT 2)", ["1.5"]),
  ("SELECT SUM(n) FROM (SELECT '12345678901234567.25' AS n)", ["12345678901234567.25"]),
  (
    """
    WITH d(i, x) AS (VALUES (1, 0.1), (2, 0.2), (3, 0.7))
    SELECT SUM(x) OVER (ORDER BY i ROWS 1 PRECEDING) FROM d
    """, ["0.1", "0.3", "0.9"]
  ),
  (
    "WITH d(x) AS (VALUES (0.1), (0.2), (0.7)) SELECT 100 * x / SUM(x) OVER () FROM d",
    ["10", "20", "70"]
  ),
])
func sumsAreSumsOfDecimals(sql: String, cells: [String]) {
  let rows = String(repeating: "0.1\n", count: sql.contains("FROM t") ? 20_000 : 1)
  #expect(
    Fixture(
      "sources: { t: { file: t.csv } }", files: ["t.csv": "v\n" + rows], stepLimit: 100_000_000
    ).cells(sql) == cells)
}

@Test func refusesToAddWords() {
  let problem = fixture.query("SELECT SUM(economy) FROM t").diagnostics.first
  #expect(problem?.code == .figuresSQL)
}

@Test func theWordThatASumMeetsHasItsFileRowAndColumn() {
  let fixture = Fixture(
    """
    sources: { t: { file: t.csv } }
    figures:
      all: { query: SELECT SUM(v) FROM t }
    """, files: ["t.csv": "n,v\n甲,1\n乙,abc\n"])
  #expect(fixture.findings == ["t.csv:3:3 figures.sql"])
}

@Test(arguments: [
  "SELECT random()", "SELECT hex(randomblob(4))", "SELECT CURRENT_DATE", "SELECT current_timestamp",
  "SELECT date('now')", "SELECT strftime('%Y', 'NOW')", "SELECT strftime('%Y')", "SELECT date()",
  "SELECT economy FROM t ORDER BY random()",
])
func refusesChanceAndTheClock(sql: String) {
  #expect(fixture.query(sql).diagnostics.map(\.code.id) == ["figures.sql"])
}

@Test func keepsDatesThatAreGiven() {
  #expect(fixture.cells("SELECT date('2025-01-31', '+1 day')") == ["2025-02-01"])
}
