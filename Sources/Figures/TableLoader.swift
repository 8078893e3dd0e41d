internal import GRDB
internal import GRDBSQLite

/// Fills the database with tables, inside one transaction.
struct TableLoader {
  private let database: Database
  /// Storage of every column so far, by table and column name.
  private(set) var schema: [String: [String: ColumnProfile]] = [:]
  /// Where the rows of every table so far are written.
  private(set) var places: [String: RowPlaces] = [:]

  init(database: Database) { self.database = database }

  mutating func load(_ table: CSVTable, as name: String) throws {
    let statement = try create(name, table.profiles)
    let writer = unsafe CSVWriter(statement: statement.sqliteStatement, table: table)
    places[name] = .csv(table, starts: try writer.write())
  }

  mutating func load(_ list: RecordList, as name: String) throws {
    guard !list.profiles.isEmpty else { return }
    let statement = try create(name, list.profiles)
    places[name] = RowPlaces(list)
    for start in stride(from: 0, to: list.cells.count, by: list.profiles.count) {
      let values = list.profiles.indices.map { column in
        sqlValue(list.value(at: start + column), list.profiles[column].storage)
      }
      try statement.execute(arguments: StatementArguments(values))
    }
  }

  private func sqlValue(
    _ value: DataValue, _ storage: ColumnProfile.Storage
  ) -> (any DatabaseValueConvertible)? {
    guard case .number(let number) = value else { return value.text }
    switch storage {
    case .integer: return number.integerValue
    case .real: return number.doubleValue
    case .exact, .text: return number.description
    }
  }

  /// Creates a table and gives the statement that inserts a row.
  private mutating func create(_ name: String, _ profiles: [ColumnProfile]) throws -> Statement {
    let table = name.quotedDatabaseIdentifier
    let columns = profiles.map { "\($0.name.quotedDatabaseIdentifier) \($0.storage.sqlType)" }
    try database.execute(sql: "CREATE TABLE \(table) (\(columns.joined(separator: ", ")))")
    schema[name] = Dictionary(profiles.map { ($0.name, $0) }) { first, _ in first }
    let marks = profiles.map { _ in "?" }.joined(separator: ", ")
    return try database.makeStatement(sql: "INSERT INTO \(table) VALUES (\(marks))")
  }
}

/// Stores the rows of a CSV file without making a `String` of a cell.
@safe struct CSVWriter {
  private let statement: OpaquePointer
  private let table: CSVTable
  private let storages: [ColumnProfile.Storage]

  init(statement: OpaquePointer, table: CSVTable) {
    unsafe self.statement = statement
    self.table = table
    storages = table.profiles.map(\.storage)
  }

  /// Stores all rows; gives where each begins.
  func write() throws(QueryFailure) -> [UInt32] {
    var starts: [UInt32] = []
    var reader = table.rows()
    var cells: [CSVReader.Cell] = []
    while true {
      switch reader.next(into: &cells) {
      case .end: return starts
      case .broken: continue
      case .row(let range):
        guard cells.count == table.profiles.count else { continue }
        try write(cells)
        starts.append(UInt32(range.lowerBound))
      }
    }
  }

  private func write(_ cells: [CSVReader.Cell]) throws(QueryFailure) {
    for (index, cell) in cells.enumerated() { bind(cell, at: index) }
    let status = unsafe sqlite3_step(statement)
    unsafe sqlite3_reset(statement)
    guard status == SQLITE_DONE else { throw .refused("error \(status) while a row is stored") }
  }

  private func bind(_ cell: CSVReader.Cell, at index: Int) {
    let position = Int32(index + 1)
    let bytes = table.text.bytes[cell.range]
    let storage = storages[index]
    if cell.range.isEmpty {
      unsafe _ = sqlite3_bind_null(statement, position)
    } else if storage == .text {
      bindText(cell.hasDoubledQuotes ? table.text.content(cell)[...] : bytes, at: position)
    } else {
      bindNumber(bytes, storage, at: position)
    }
  }

  private func bindNumber(
    _ bytes: ArraySlice<UInt8>, _ storage: ColumnProfile.Storage, at position: Int32
  ) {
    guard case .numeral(let numeral) = Numeral.reading(of: bytes) else {
      unsafe _ = sqlite3_bind_null(statement, position)
      return
    }
    switch storage {
    case .integer: unsafe _ = sqlite3_bind_int64(statement, position, numeral.coefficient)
    case .real: unsafe _ = sqlite3_bind_double(statement, position, numeral.real)
    case .exact, .text: bindText(bytes.trimmingSpaces, at: position)
    }
  }

  /// SQLite copies the text: the slice may move before the statement runs.
  private func bindText(_ bytes: ArraySlice<UInt8>, at position: Int32) {
    let copy = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      unsafe _ = sqlite3_bind_text(statement, position, start, Int32(buffer.count), copy)
    }
  }
}
