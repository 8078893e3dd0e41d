internal import GRDBSQLite

/// Steps through the rows of one prepared statement.
@safe struct RowReader {
  private let statement: OpaquePointer
  private let columns: [String]
  private let profiles: [ColumnProfile?]
  /// The columns of sources that are given as they are.
  let origins: [ColumnOrigin?]
  /// Whether the id of the row stands behind the columns.
  private let hasRowID: Bool

  init(
    statement: OpaquePointer, columns: [String], hasRowID: Bool,
    schema: [String: [String: ColumnProfile]]
  ) {
    unsafe self.statement = statement
    self.columns = columns
    self.hasRowID = hasRowID
    origins = columns.indices.map { unsafe ColumnOrigin(statement, column: Int32($0)) }
    profiles = origins.map { origin in
      guard let origin, origin.database == "main" else { return nil }
      return schema[origin.table]?[origin.column]
    }
  }

  /// How many decimals each column is written with in its source: 0 where it is computed, or where
  /// its rows differ.
  var decimals: [Int] {
    profiles.map { profile in
      guard let decimals = profile?.decimals, profile?.storage != .text else { return 0 }
      return decimals.upperBound
    }
  }

  /// All cells, row by row, and the ids of their rows where they stand behind them.
  func rows() throws(QueryFailure) -> (cells: [DataValue], ids: [Int]) {
    var cells: [DataValue] = []
    var ids: [Int] = []
    var row = 0
    while true {
      let status = unsafe sqlite3_step(statement)
      if status == SQLITE_DONE { return (cells, ids) }
      guard status == SQLITE_ROW else { throw failure(status) }
      row += 1
      guard row <= DataStore.maximumRows, cells.count < DataStore.maximumCells else {
        throw .tooLarge
      }
      // A row of a view has none.
      if hasRowID, let id = rowID { ids.append(id) }
      for index in columns.indices { cells.append(try cell(index, row: row, id: ids.last)) }
    }
  }

  private var rowID: Int? {
    let column = Int32(columns.count)
    guard unsafe sqlite3_column_type(statement, column) == SQLITE_INTEGER else { return nil }
    return unsafe Int(sqlite3_column_int64(statement, column))
  }

  private func failure(_ status: Int32) -> QueryFailure {
    if status & 0xFF == SQLITE_INTERRUPT { return .endless }
    guard let message = unsafe sqlite3_errmsg(sqlite3_db_handle(statement)) else {
      return .refused("error \(status)")
    }
    return .refused(unsafe String(cString: message))
  }

  private func cell(_ index: Int, row: Int, id: Int?) throws(QueryFailure) -> DataValue {
    let column = Int32(index)
    switch unsafe sqlite3_column_type(statement, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER:
      return .number(ExactDecimal(unsafe Int(sqlite3_column_int64(statement, column))))
    case SQLITE_FLOAT:
      let value = unsafe sqlite3_column_double(statement, column)
      guard let number = ExactDecimal(value) else {
        throw .notANumber("\(value)", row: row, column: columns[index], id: id)
      }
      return .number(asWritten(number, index))
    case SQLITE_TEXT: return text(column)
    default: throw .notANumber("bytes", row: row, column: columns[index], id: id)
    }
  }

  /// Gives a number back the trailing zeros that every number of its column is written with.
  private func asWritten(_ value: ExactDecimal, _ index: Int) -> ExactDecimal {
    guard let decimals = profiles[index]?.decimals, decimals.count == 1 else { return value }
    return value.padded(to: decimals.lowerBound)
  }

  private func text(_ column: Int32) -> DataValue {
    guard let start = unsafe sqlite3_column_text(statement, column) else { return .null }
    let count = unsafe Int(sqlite3_column_bytes(statement, column))
    let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
    // A sum of more digits than a double keeps comes as text.
    let isSum = origins[Int(column)] == nil && count > 15
    if isSum || profiles[Int(column)]?.storage == .exact {
      if let number = unsafe try? ExactDecimal(parsing: bytes) { return .number(number) }
    }
    return .text(unsafe String(decoding: bytes, as: UTF8.self))
  }
}

/// The column of a table that a result gives as it is.
struct ColumnOrigin: Hashable, Sendable {
  /// `main`, or the source that is a SQLite file.
  var database: String
  var table: String
  var column: String

  /// The declared source.
  var source: String { database == "main" ? table : database }
  /// The source, with the table where it is a database.
  var name: String { database == "main" ? table : "\(database).\(table)" }

  /// nil for a column that is computed.
  @unsafe init?(_ statement: OpaquePointer, column index: Int32) {
    guard let database = unsafe sqlite3_column_database_name(statement, index),
      let table = unsafe sqlite3_column_table_name(statement, index),
      let column = unsafe sqlite3_column_origin_name(statement, index)
    else { return nil }
    self.database = unsafe String(cString: database)
    self.table = unsafe String(cString: table)
    self.column = unsafe String(cString: column)
  }
}

extension ExactDecimal {
  /// The same value written with at least so many decimals, where they fit.
  func padded(to decimals: Int) -> ExactDecimal {
    guard decimals > scale, decimals <= ExactDecimal.maximumScale else { return self }
    let power = Int128(ExactDecimal.powersOfTen[min(decimals - scale, 37)])
    let (padded, overflow) = coefficient.multipliedReportingOverflow(by: power)
    guard !overflow, padded.magnitude < ExactDecimal.powersOfTen[ExactDecimal.maximumDigits] else {
      return self
    }
    return ExactDecimal(unchecked: padded, scale: decimals)
  }
}
