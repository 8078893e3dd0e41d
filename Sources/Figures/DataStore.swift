internal import Diagnostics
internal import GRDB
internal import GRDBSQLite

/// The one in-memory SQLite database that all sources are loaded into.
///
/// It is written while loading and read-only ever after. Queries may come from any thread; they
/// run one after another.
///
/// Numbers keep their decimal digits: a column of integers is INTEGER; a column whose numbers have
/// at most 15 digits is REAL, because a double gives such a decimal back; a column with longer
/// numbers is TEXT. A REAL result is read as its first 15 significant digits, which also removes
/// what binary arithmetic in a query leaves behind the digits of its operands. `ROUND`, `SUM`,
/// `TOTAL` and `AVG` are ours and work on those decimals.
final class DataStore: Sendable {
  static let maximumRows = 200_000
  static let maximumCells = 4_000_000

  // The budget comes first: the connection asks it until it is closed.
  private let budget = StepBudget()
  private let stepLimit: Int
  private let queue: DatabaseQueue
  /// Storage of every column, by table and column name.
  private let schema: [String: [String: ColumnProfile]]

  /// Opens a database, lets `load` fill it, and closes it to writing.
  init(stepLimit: Int, load: (inout TableLoader) throws -> Void) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { [budget] database in
      unsafe DataStore.restrict(database.sqliteConnection)
      unsafe budget.watch(database.sqliteConnection)
      unsafe ExactAggregate.install(on: database.sqliteConnection)
      refuseChance(in: database)
      database.add(function: exactRound(argumentCount: 1))
      database.add(function: exactRound(argumentCount: 2))
    }
    self.stepLimit = stepLimit
    queue = try DatabaseQueue(configuration: configuration)
    schema = try queue.inDatabase { database in
      var loader = TableLoader(database: database)
      try database.execute(sql: "BEGIN")
      try load(&loader)
      try database.execute(sql: "COMMIT; PRAGMA query_only = 1")
      return loader.schema
    }
  }

  /// Bounds what one statement may use; no file can be attached.
  private static func restrict(_ connection: SQLiteConnection?) {
    unsafe sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    unsafe sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 16_000_000)
    unsafe sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 100_000)
    unsafe sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 200)
  }

  /// Names of tables and columns, for suggestions.
  var names: [String] { schema.keys.sorted() + schema.values.flatMap(\.keys).sorted() }

  /// Runs a query that only reads.
  func table(_ sql: String, span: SourceSpan) -> Result<DataTable, QueryFailure> {
    queue.inDatabase { database in
      budget.grant(stepLimit)
      defer { budget.grant(Int.max) }
      do {
        let statement = try database.makeStatement(sql: sql)
        try check(statement)
        return .success(try fetch(statement, span: span))
      } catch let failure as QueryFailure {
        return .failure(failure)
      } catch let error as DatabaseError {
        let isEndless = error.resultCode == .SQLITE_INTERRUPT
        return .failure(isEndless ? .endless : .sqlite(error.message ?? "\(error.resultCode)"))
      } catch {
        return .failure(.sqlite("\(error)"))
      }
    }
  }

  private func check(_ statement: Statement) throws(QueryFailure) {
    let keyword = statement.sql.prefix { $0.isLetter }.uppercased()
    guard statement.isReadonly, ["SELECT", "WITH", "VALUES"].contains(keyword) else {
      throw .writes(keyword)
    }
    guard !asksForNow(statement.sql) else {
      throw .sqlite("the present moment is another one every time")
    }
    guard unsafe sqlite3_bind_parameter_count(statement.sqliteStatement) == 0 else {
      throw .sqlite("the query has parameters, and nothing fills them")
    }
  }

  private func fetch(_ statement: Statement, span: SourceSpan) throws -> DataTable {
    let reader = unsafe RowReader(
      statement: statement.sqliteStatement, columns: statement.columnNames, schema: schema)
    let cells = try reader.cells()
    let tables = schema.keys.filter {
      statement.databaseRegion.isModified(byEventsOfKind: .insert(tableName: $0))
    }
    var table = DataTable(
      columns: statement.columnNames, cells: cells, span: span, sources: tables.sorted())
    for (column, decimals) in reader.decimals.enumerated() where table.rowCount > 0 {
      table.widen(column: column, toDecimals: decimals)
    }
    return table
  }
}

/// `ROUND(x)` and `ROUND(x, decimals)` on decimals, half away from zero.
private func exactRound(argumentCount: Int) -> DatabaseFunction {
  DatabaseFunction("round", argumentCount: argumentCount, pure: true) { arguments in
    guard let value = Double.fromDatabaseValue(arguments[0]) else { return nil }
    let decimals = arguments.count > 1 ? Int.fromDatabaseValue(arguments[1]) : 0
    guard let decimals, let number = ExactDecimal(value) else {
      return arguments.count > 1 ? nil : value
    }
    return number.rounded(to: max(0, min(decimals, 30))).doubleValue
  }
}
