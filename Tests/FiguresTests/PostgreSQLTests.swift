import Diagnostics
import Foundation
import Testing

@testable import Figures

/// A server of our own in a temporary folder, on a Unix socket, for as long as the tests run.
///
/// PostgreSQL refuses to run as root; then it runs as Debian's user `postgres`.
private final class Server: Sendable {
  let folder: String
  private let asUser: [String]
  private let programs: String

  init(programs: String) throws {
    self.programs = programs
    asUser = getuid() == 0 ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : ["/usr/bin/env"]
    folder = "/tmp/colophon-postgres-\(UUID().uuidString.prefix(8))"
    let data = folder + "/data"
    try shell(["mkdir", "-m", "700", folder])
    try shell([
      programs + "/initdb", "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C", "-N",
      "-U", "reader",
    ])
    try shell([
      programs + "/pg_ctl", "-D", data, "-w", "-l", folder + "/log", "-o",
      "-k \(folder) -c listen_addresses='' -c fsync=off", "start",
    ])
  }

  deinit {
    _ = try? shell([programs + "/pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop"])
    _ = try? shell(["rm", "-rf", folder])
  }

  var url: String { "postgresql://reader@/postgres?host=\(folder)" }

  func execute(_ sql: String) throws {
    try shell(["psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql])
  }

  func psql(_ sql: String) throws -> String {
    try shell(["psql", "-At", "-d", url, "-c", sql]).trimmingCharacters(in: .newlines)
  }

  @discardableResult
  private func shell(_ command: [String]) throws -> String {
    let all = asUser + command
    let result = run(all[0], Array(all.dropFirst()))
    guard result.status == 0 else { throw Refusal(reason: "\(command[0]): \(result.output)") }
    return result.output
  }
}

private struct Refusal: Error {
  var reason: String
}

/// Where Debian has the newest server; nil where there is none.
private let programs: String? = {
  let versions = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
  let newest = versions.compactMap(Int.init).max().map { "/usr/lib/postgresql/\($0)/bin" }
  guard let newest, FileManager.default.isExecutableFile(atPath: newest + "/initdb") else {
    print("skipped: tests of PostgreSQL, because there is no server (package postgresql)")
    return nil
  }
  return newest
}()

private let orders = """
  CREATE TABLE orders (
    id bigint, place text, amount numeric(12, 2), day date, rate double precision, paid boolean,
    blob bytea, odd numeric, moment timestamptz);
  INSERT INTO orders VALUES
    (1, '中国', 1234567890.10, '2025-06-30', 0.1, true, '\\x00', 'NaN', '2025-06-30 08:00+08'),
    (2, NULL, 0.05, '2024-02-29', 1e-7, false, NULL, 'Infinity', NULL);
  CREATE FUNCTION spoil() RETURNS int LANGUAGE plpgsql VOLATILE AS
    $$ BEGIN DELETE FROM orders; RETURN 1; END $$;
  """

@Suite(.serialized, .enabled(if: programs != nil, "there is no PostgreSQL server"))
struct PostgreSQLTests {
  @Test func runsQueriesOnTheServer() throws {
    let server = try Server(programs: try #require(programs))
    try server.execute(orders)
    let fixture = fixture(server.url)
    #expect(fixture.findings == [])
    expectExactTypes(fixture)
    expectRefusals(fixture)
    let endless = "SELECT generate_series(1, 1000000) FROM crm.orders"
    let patient = self.fixture(server.url, timeout: 60_000)
    #expect(patient.query(endless).diagnostics.map(\.code) == [.figuresSQLTooLarge])
    #expect(patient.cells("SELECT count(*) FROM crm.orders") == ["2"])
    expectFigures(server.url)
    #expect(try server.psql("SELECT count(*) FROM orders") == "2")
    try expectOneMoment(fixture, server)
  }

  private func fixture(_ url: String, timeout: Int = 2_000, figures: String = "") -> Fixture {
    Fixture(
      """
      sources:
        crm: { postgres: CRM_URL, provider: 商务部, units: { amount: 元 } }
        local: { rows: [{ place: 中国 }] }
      \(figures)
      """, bytes: [:], environment: ["CRM_URL": url], serverTimeout: timeout)
  }

  private func expectExactTypes(_ fixture: Fixture) {
    #expect(
      fixture.cells(
        "SELECT id, place, amount, day, rate, paid, moment FROM crm.orders ORDER BY crm.orders.id")
        == [
          "1", "中国", "1234567890.10", "2025-06-30", "0.1", "true", "2025-06-30 00:00:00+00",
          "2", "", "0.05", "2024-02-29", "0.0000001", "false", "",
        ])
    let table = fixture.query("SELECT sum(amount) AS total FROM crm.public.orders").value
    #expect(table.columns.map(\.name) == ["total"])
    #expect(table[0, 0].number?.description == "1234567890.15")
    #expect(table.sources == ["crm"])
    // The server does not tell what it gives as it is: a column is known by its name.
    let units = fixture.query("SELECT amount, rate FROM crm.orders").value.columns.map(\.unit)
    #expect(units == ["元", nil])
    #expect(
      fixture.query("SELECT id FROM crm.orders WHERE false").value.columns.map(\.name) == ["id"])
    #expect(fixture.cells("SELECT place FROM local") == ["中国"])
  }

  private func expectRefusals(_ fixture: Fixture) {
    let refusals = [
      ("SELECT spoil() FROM crm.orders", "figures.sql-writes"),
      (
        "WITH gone AS (DELETE FROM crm.orders RETURNING id) SELECT id FROM gone",
        "figures.sql-writes"
      ),
      ("DELETE FROM crm.orders", "figures.sql-writes"),
      ("COMMIT; -- crm.orders", "figures.sql-writes"),
      ("SELECT id FROM crm.orders; DELETE FROM crm.orders", "figures.sql"),
      ("SELECT nothing FROM crm.orders", "figures.sql"),
      ("SELECT id FROM crm.ordres", "figures.sql"),
      ("SELECT 1/0 FROM crm.orders", "figures.sql"), ("SELECT $1 FROM crm.orders", "figures.sql"),
      ("SELECT id FROM crm.orders, local.place", "figures.sql"),
      ("SELECT odd FROM crm.orders", "figures.not-a-number"),
      ("SELECT blob FROM crm.orders", "figures.not-a-number"),
      ("SELECT 1e308::float8 FROM crm.orders", "figures.not-a-number"),
      ("SELECT pg_sleep(60) FROM crm.orders", "figures.sql-endless"),
      (
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) \
        SELECT count(*) FROM n, crm.orders
        """, "figures.sql-endless"
      ),
      (
        "SELECT set_config('transaction_read_only', 'off', false) FROM crm.orders", "figures.sql"
      ),
    ]
    for (sql, code) in refusals {
      let problems = fixture.query(sql).diagnostics
      #expect(problems.map(\.code.id) == [code], "\(sql): \(problems.map(\.message))")
      // The connection is as good after a failure as before.
      #expect(fixture.cells("SELECT count(*) FROM crm.orders") == ["2"], "\(sql)")
    }
  }

  private func expectFigures(_ url: String) {
    let fixture = fixture(
      url, figures: "figures: { total: { query: SELECT sum(amount) FROM crm.orders } }")
    let figure = fixture.layer.figure("total")
    #expect(figure?.value.description == "1234567890.15")
    #expect(figure?.provider == "商务部")
    #expect(figure?.files == ["$CRM_URL"])
  }

  /// What others write while the report is built does not come between its numbers.
  private func expectOneMoment(_ fixture: Fixture, _ server: Server) throws {
    try server.execute("INSERT INTO orders (id) VALUES (3)")
    #expect(fixture.cells("SELECT count(*) FROM crm.orders") == ["2"])
    #expect(self.fixture(server.url).cells("SELECT count(*) FROM crm.orders") == ["3"])
  }
}

@Test(arguments: [
  "postgresql://eve:secret@127.0.0.1:1/db", "postgresql:///db?host=/nonexistent&user=eve",
  "postgresql://eve:secret@[::1", "host=127.0.0.1 port=1 secret", "secret", "",
])
func saysThatAServerIsNotThere(url: String) {
  let fixture = Fixture(
    """
    sources: { crm: { postgres: CRM_URL } }
    figures: { a: { query: SELECT 1 FROM crm.t } }
    """, bytes: [:], environment: ["CRM_URL": url])
  #expect(fixture.findings == ["figures.yaml:1:29 figures.server"])
  #expect(fixture.query("SELECT a FROM crm.t").diagnostics.map(\.code) == [.figuresServer])
  for message in fixture.diagnostics.map(\.message) {
    for word in ["secret", "eve", "127.0.0.1", "nonexistent", "::1"] {
      #expect(!message.contains(word), "\(message)")
    }
  }
}

@Test func wantsANameOfAVariableAndNoURL() {
  let fixture = Fixture("sources: { crm: { postgres: 'postgresql://eve:secret@host/db' } }")
  #expect(fixture.findings == ["figures.yaml:1:29 figures.server"])
  #expect(fixture.diagnostics.first?.message.contains("secret") == false)
}
