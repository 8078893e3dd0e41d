internal import Declarations
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
  private let parameters: Parameters
  private let queue: DatabaseQueue
  /// Storage of every column, by table and column name.
  private let schema: [String: [String: ColumnProfile]]
  /// Tables of attached SQLite files, by source.
  private let attached: [String: [String]]
  private let servers: [PostgreSQLServer]
  /// Where the rows of tables are written.
  private let places: [String: RowPlaces]
  /// Declared units, by source and column.
  private let units: [String: [String: String]]
  /// Sources that are declared and could not be read, which has been said.
  private let unread: Set<String>

  /// Opens a database, attaches `files`, lets `load` fill it, and closes it to writing; `refuse` is
  /// told of each file that could not be attached.
  init(
    stepLimit: Int, parameters: Parameters = Parameters(), files: [SQLiteFile] = [],
    servers: [PostgreSQLServer] = [], units: [String: [String: String]] = [:],
    unread: Set<String> = [],
    refuse: (SQLiteFile, any Error) -> Void, load: (inout TableLoader) throws -> Void
  ) throws {
    self.servers = servers
    self.parameters = parameters
    self.units = units
    self.unread = unread
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
    (schema, attached, places) = try queue.inDatabase { database in
      // The schema of a file that comes from elsewhere may not call our functions.
      try database.execute(sql: "PRAGMA trusted_schema = 0")
      var attached: [String: [String]] = [:]
      for file in files {
        do { attached[file.name] = try file.attach(to: database) } catch { refuse(file, error) }
      }
      unsafe sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_ATTACHED, 0)
      var loader = TableLoader(database: database)
      // Deferred: an immediate transaction would also write to the attached files.
      try database.inTransaction(.deferred) {
        try load(&loader)
        return .commit
      }
      try database.execute(sql: "PRAGMA query_only = 1")
      return (loader.schema, attached, loader.places)
    }
  }

  /// Bounds what one statement may use.
  private static func restrict(_ connection: SQLiteConnection?) {
    unsafe sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 16_000_000)
    unsafe sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 100_000)
    unsafe sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 200)
  }

  /// Names of tables and columns, for suggestions.
  var names: [String] {
    schema.keys.sorted() + schema.values.flatMap(\.keys).sorted()
      + attached.keys.sorted() + attached.values.joined().sorted()
  }

  /// Runs a query that only reads: on the server that it names, or here.
  func table(_ sql: String, span: SourceSpan) -> Result<DataTable, QueryFailure> {
    let qualifiers = findQualifiers(in: sql, among: Set(servers.map(\.name) + attached.keys))
    let named = Set(qualifiers.map(\.name))
    guard let server = servers.first(where: { named.contains($0.name) }) else {
      return local(sql, files: named, span: span)
    }
    guard named.count == 1 else {
      return .failure(.refused("it names a server and another source, and runs in one place only"))
    }
    do throws(QueryFailure) {
      try DataStore.checkKeyword(of: sql)
    } catch {
      return .failure(error)
    }
    let answer = server.table(
      removing(qualifiers.map(\.range), from: sql), parameters: parameters, span: span)
    return answer.map { table in
      var table = table
      // The server does not tell which columns are given as they are.
      for (index, column) in table.columns.enumerated() {
        table.setUnit(units[server.name]?[column.name], ofColumn: index)
      }
      return table
    }
  }

  private func local(
    _ sql: String, files: Set<String>, span: SourceSpan
  ) -> Result<DataTable, QueryFailure> {
    queue.inDatabase { database in
      budget.grant(stepLimit)
      defer { budget.grant(Int.max) }
      do {
        let located = locating(sql, in: database)
        let statement = try located ?? database.makeStatement(sql: sql)
        try check(statement)
        try bind(statement)
        var table = try fetch(statement, hasRowID: located != nil, span: span)
        table.sources = Set(table.sources).union(files).sorted()
        return .success(table)
      } catch let failure as QueryFailure {
        return .failure(locating(failure, sql, in: database))
      } catch let error as DatabaseError {
        return .failure(locating(failure(error), sql, in: database))
      } catch {
        return .failure(.refused("\(error)"))
      }
    }
  }

  /// The query with the id of its row as a further column, where it gives rows of one table.
  private func locating(_ sql: String, in database: Database) -> Statement? {
    guard let query = PlainQuery(sql) else { return nil }
    // A column of the data may have the name; SQLite gives the row's id three.
    let columns = Set(schema.values.flatMap(\.keys).map { $0.lowercased() })
    guard let name = ["rowid", "_rowid_", "oid"].first(where: { !columns.contains($0) }) else {
      return nil
    }
    return try? database.makeStatement(sql: query.asking(for: name))
  }

  /// A failure of a sum, with the place of what it met.
  private func locating(
    _ failure: QueryFailure, _ sql: String, in database: Database
  ) -> QueryFailure {
    guard case .refused(let message) = failure, var found = Unsummable(message: message) else {
      return failure
    }
    budget.grant(stepLimit)
    found.locate(in: database, sql, schema, places)
    return .unsummable(found)
  }

  private func failure(_ error: DatabaseError) -> QueryFailure {
    if error.resultCode == .SQLITE_INTERRUPT { return .endless }
    let message = error.message ?? "\(error.resultCode)"
    let prefix = "no such table: "
    let name = message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : ""
    return unread.contains(name) ? .unread(name) : .refused(message)
  }

  /// The first word of a query that may read.
  @discardableResult
  private static func checkKeyword(of sql: String) throws(QueryFailure) -> String {
    let keyword = sql.drop(while: \.isWhitespace).prefix(while: \.isLetter).uppercased()
    guard ["SELECT", "WITH", "VALUES"].contains(keyword) else { throw .writes(keyword) }
    return keyword
  }

  private func check(_ statement: Statement) throws(QueryFailure) {
    let keyword = try DataStore.checkKeyword(of: statement.sql)
    guard statement.isReadonly else { throw .writes(keyword) }
    guard !asksForNow(statement.sql) else {
      throw .refused("the present moment is another one every time")
    }
  }

  /// Fills in the report's parameters, `:name`, as values that no quote in them can break.
  private func bind(_ statement: Statement) throws {
    var values: [String: String] = [:]
    for index in 0..<(unsafe sqlite3_bind_parameter_count(statement.sqliteStatement)) {
      let name = unsafe sqlite3_bind_parameter_name(statement.sqliteStatement, index + 1)
      let written = unsafe name.map { unsafe String(cString: $0) } ?? "?"
      guard written.hasPrefix(":"), let value = parameters[String(written.dropFirst())] else {
        throw QueryFailure.unknownParameter(written)
      }
      values[String(written.dropFirst())] = value
    }
    if !values.isEmpty { statement.arguments = StatementArguments(values) }
  }

  private func fetch(
    _ statement: Statement, hasRowID: Bool, span: SourceSpan
  ) throws -> DataTable {
    let columns = Array(statement.columnNames.dropLast(hasRowID ? 1 : 0))
    let reader = unsafe RowReader(
      statement: statement.sqliteStatement, columns: columns, hasRowID: hasRowID, schema: schema)
    let rows = try located(reader)
    let reads = { statement.databaseRegion.isModified(byEventsOfKind: .insert(tableName: $0)) }
    // A table of a file may be named without the source.
    let files = attached.filter { file in
      file.value.contains { table in schema[table] == nil && reads(table) }
    }
    let tables = schema.keys.filter(reads) + files.keys
    var table = DataTable(
      columns: columns, cells: rows.cells, span: span, sources: tables.sorted())
    for (column, decimals) in reader.decimals.enumerated() where table.rowCount > 0 {
      table.widen(column: column, toDecimals: decimals)
    }
    for (column, origin) in reader.origins.enumerated() {
      table.setUnit(origin.flatMap { units[$0.source]?[$0.column] }, ofColumn: column)
    }
    if rows.ids.count == table.rowCount,
      let origin = TableOrigin(rows: rows.ids, columns: reader.origins, places: places)
    {
      table.setOrigin(origin)
    }
    return table
  }

  /// The rows of a query; a failure in one knows where that is written.
  private func located(
    _ reader: RowReader
  ) throws(QueryFailure) -> (cells: [DataValue], ids: [Int]) {
    do {
      return try reader.rows()
    } catch .notANumber(let value, let row, let column, let id?, _) {
      let origin = TableOrigin(rows: [id], columns: reader.origins, places: places)
      throw .notANumber(value, row: row, column: column, id: id, place: origin?.rowSpans.first)
    }
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
