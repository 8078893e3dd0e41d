import Diagnostics
import Foundation
import Seeds
import Testing

@testable import Figures

/// The bytes of a database that the `sqlite3` of Python makes from SQL.
private func database(_ sql: String) throws -> [UInt8] {
  let file = FileManager.default.temporaryDirectory.appending(path: "colophon-\(UUID()).db")
  defer { try? FileManager.default.removeItem(at: file) }
  let script = "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.executescript(sys.argv[2])"
  try #require(run("/usr/bin/python3", ["-c", script, file.path, sql]).status == 0)
  return [UInt8](try Data(contentsOf: file))
}

private let orders = """
  CREATE TABLE orders (place TEXT, amount NUMERIC);
  INSERT INTO orders VALUES ('中国', 76.88), ('欧盟', 3), ('印度', 0.12);
  CREATE VIEW large AS SELECT * FROM orders WHERE amount > 1;
  """

private func fixture(
  _ bytes: [UInt8], yaml: String = "sources: { crm: { file: crm.db } }"
) -> Fixture {
  Fixture(yaml, bytes: ["crm.db": bytes])
}

@Test(arguments: ["", "PRAGMA journal_mode = wal;"])
func readsTheTablesOfSQLiteFiles(mode: String) throws {
  let fixture = fixture(try database(mode + orders))
  #expect(fixture.findings == [])
  #expect(
    fixture.cells("SELECT place, amount FROM crm.orders ORDER BY amount")
      == ["印度", "0.12", "欧盟", "3", "中国", "76.88"])
  #expect(fixture.cells("SELECT SUM(amount) FROM crm.large") == ["79.88"])
  #expect(fixture.query("SELECT place FROM crm.orders").value.sources == ["crm"])
  #expect(fixture.query("SELECT place FROM orders").value.sources == ["crm"])
}

@Test func joinsSQLiteFilesWithOtherSources() throws {
  let fixture = fixture(
    try database(orders),
    yaml: """
      sources:
        crm: { file: crm.db }
        names: { rows: [{ place: 中国, code: CN }] }
      """)
  let table = fixture.query("SELECT code, amount FROM crm.orders JOIN names USING (place)").value
  #expect(table.row(0).map(\.text) == ["CN", "76.88"])
  #expect(table.sources == ["crm", "names"])
}

@Test(arguments: [
  "INSERT INTO crm.orders VALUES ('x', 1)", "DROP TABLE crm.orders", "PRAGMA crm.user_version = 9",
  "DETACH crm", "CREATE TABLE crm.other (a)",
])
func refusesToWriteToSQLiteFiles(sql: String) throws {
  let fixture = fixture(try database(orders))
  #expect(fixture.query(sql).diagnostics.map(\.code.id) == ["figures.sql-writes"])
  #expect(fixture.cells("SELECT COUNT(*) FROM crm.orders") == ["3"])
}

@Test func stopsQueriesWithoutEndOverSQLiteFiles() throws {
  let sql = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) \
    SELECT COUNT(*) FROM n, crm.orders
    """
  #expect(fixture(try database(orders)).query(sql).diagnostics.map(\.code) == [.figuresSQLEndless])
}

@Test func refusesWhatIsNoDatabase() throws {
  #expect(fixture(Array("a,b\n1,2\n".utf8)).findings == ["figures.yaml:1:25 figures.broken-sqlite"])
  let half = Array(try database(orders).prefix(5_000))
  #expect(fixture(half).findings == ["figures.yaml:1:25 figures.broken-sqlite"])
}

@Test func refusesNamesThatSQLiteHasTaken() throws {
  let fixture = fixture(try database(orders), yaml: "sources: { main: { file: crm.db } }")
  #expect(fixture.codes == ["figures.broken-sqlite"])
}

/// No damage to a file makes SQLite or us crash.
@Test(arguments: 0..<60)
func survivesDamagedDatabases(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  var bytes = damaged
  for _ in 0..<Int.random(in: 1...20, using: &random) {
    bytes[Int.random(in: 16..<bytes.count, using: &random)] = UInt8.random(
      in: 0...255, using: &random)
  }
  let fixture = fixture(bytes)
  for diagnostic in fixture.diagnostics { #expect(diagnostic.code == .figuresBrokenSQLite) }
  for diagnostic in fixture.query("SELECT COUNT(amount) FROM crm.orders").diagnostics {
    #expect([.figuresSQL, .figuresSQLEndless].contains(diagnostic.code))
  }
}

private let damaged = (try? database(orders)) ?? [UInt8](repeating: 0, count: 8_192)

@Test(arguments: [
  ("SELECT a FROM crm.t", ["crm."]), ("SELECT a FROM \"crm\" . t", ["\"crm\" ."]),
  ("SELECT CRM.t.a FROM CRM.t", ["CRM.", "CRM."]), ("SELECT 'crm.t' FROM x.crm.t", []),
  ("SELECT a -- crm.t\n FROM /* crm.t */ t", []), ("SELECT crm FROM t", []),
  ("SELECT 'it''s', crm.a FROM 订.单", ["crm."]), ("'crm.", []), ("\"", []), ("/*", []),
])
func findsTheSourcesThatSQLNames(sql: String, found: [String]) {
  let bytes = Array(sql.utf8)
  let ranges = findQualifiers(in: sql, among: ["crm"]).map(\.range)
  #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == found)
}
