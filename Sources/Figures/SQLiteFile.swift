package import Diagnostics
internal import GRDB
internal import GRDBSQLite

extension DiagnosticCode {
  package static let figuresBrokenSQLite = DiagnosticCode(
    "figures.broken-sqlite",
    "A file is no SQLite database, or it is damaged. Databases with a password cannot be read.")
}

/// A SQLite file as a source: its tables are `source.table` in SQL.
///
/// SQLite gets its bytes and not its path. So the file is the one whose hash the manifest has, the
/// rules for paths hold, and nothing can be written to it.
struct SQLiteFile: Sendable {
  var name: String
  var bytes: [UInt8]
  var span: SourceSpan

  private static let magic = Array("SQLite format 3\0".utf8)

  /// nil when the bytes are no SQLite database.
  init?(name: String, bytes: [UInt8], span: SourceSpan) {
    guard bytes.count >= 512, bytes.starts(with: SQLiteFile.magic) else { return nil }
    self.name = name
    self.bytes = bytes
    self.span = span
    // A file in WAL mode cannot be opened in memory; what is in it is as good in rollback mode
    // (file format, 1.3, bytes 18 and 19). What only its log has is not yet in the file.
    for index in 18...19 where bytes[index] == 2 { self.bytes[index] = 1 }
  }

  /// Attaches it under its name; gives the names of its tables and views.
  func attach(to database: Database) throws -> [String] {
    try database.execute(sql: "ATTACH ':memory:' AS \(name.quotedDatabaseIdentifier)")
    try unsafe deserialize(into: database.sqliteConnection)
    let state = try String.fetchOne(database, sql: "PRAGMA \(name).quick_check(1)")
    guard state == "ok" else { throw QueryFailure.refused(state ?? "it is damaged") }
    return try String.fetchAll(
      database, sql: "SELECT name FROM \(name).sqlite_schema WHERE type IN ('table', 'view')")
  }

  private func deserialize(into connection: OpaquePointer?) throws(QueryFailure) {
    let count = Int64(bytes.count)
    guard let copy = unsafe sqlite3_malloc64(UInt64(count)) else {
      throw .refused("there is no memory for it")
    }
    unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    let start = unsafe copy.assumingMemoryBound(to: UInt8.self)
    let status = unsafe sqlite3_deserialize(connection, name, start, count, count, flags)
    guard status == SQLITE_OK else { throw .refused("error \(status)") }
  }
}
