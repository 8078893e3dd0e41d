internal import GRDBSQLite

/// Steps through the rows of one prepared statement.
@safe struct RowReader {
  private let statement: OpaquePointer
  private let columns: [String]
  private let profiles: [ColumnProfile?]

  init(
    statement: OpaquePointer, columns: [String], schema: [String: [String: ColumnProfile]]
  ) {
    unsafe self.statement = statement
    self.columns = columns
    profiles = columns.indices.map { index in
      guard let database = unsafe sqlite3_column_database_name(statement, Int32(index)),
        unsafe String(cString: database) == "main",
        let table = unsafe sqlite3_column_table_name(statement, Int32(index)),
        let column = unsafe sqlite3_column_origin_name(statement, Int32(index))
      else { return nil }
      return unsafe schema[String(cString: table)]?[String(cString: column)]
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

  /// All cells, row by row.
  func cells() throws(QueryFailure) -> [DataValue] {
    var cells: [DataValue] = []
    var row = 0
    while true {
      let status = unsafe sqlite3_step(statement)
      if status == SQLITE_DONE { return cells }
      guard status == SQLITE_ROW else { throw failure(status) }
      row += 1
      guard row <= DataStore.maximumRows, cells.count < DataStore.maximumCells else {
        throw .tooLarge
      }
      for index in columns.indices { cells.append(try cell(index, row: row)) }
    }
  }

  private func failure(_ status: Int32) -> QueryFailure {
    if status & 0xFF == SQLITE_INTERRUPT { return .endless }
    guard let message = unsafe sqlite3_errmsg(sqlite3_db_handle(statement)) else {
      return .refused("error \(status)")
    }
    return .refused(unsafe String(cString: message))
  }

  private func cell(_ index: Int, row: Int) throws(QueryFailure) -> DataValue {
    let column = Int32(index)
    switch unsafe sqlite3_column_type(statement, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER:
      return .number(ExactDecimal(unsafe Int(sqlite3_column_int64(statement, column))))
    case SQLITE_FLOAT:
      let value = unsafe sqlite3_column_double(statement, column)
      guard let number = ExactDecimal(value) else {
        throw .notANumber("\(value)", row: row, column: columns[index])
      }
      return .number(asWritten(number, index))
    case SQLITE_TEXT: return text(column)
    default: throw .notANumber("bytes", row: row, column: columns[index])
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
    if profiles[Int(column)]?.storage == .exact {
      if let number = unsafe try? ExactDecimal(parsing: bytes) { return .number(number) }
    }
    return .text(unsafe String(decoding: bytes, as: UTF8.self))
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
