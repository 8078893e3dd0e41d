internal import Diagnostics
internal import GRDB

/// A value that a sum met and that is no number.
///
/// SQLite passes a text on from its functions and nothing else, so that the value is read from it.
struct Unsummable: Hashable, Sendable {
  private static let (opening, closing) = ("the sum meets “", "”, which is no number")

  var value: String
  /// Where it is written.
  var place: SourceSpan?

  static func message(of value: String) -> String {
    opening + value.prefix(80) + closing
  }

  init?(message: String) {
    guard message.hasPrefix(Self.opening), message.hasSuffix(Self.closing) else { return nil }
    value = String(message.dropFirst(Self.opening.count).dropLast(Self.closing.count))
  }

  var message: String { Self.message(of: value) }

  /// Finds the value in a column of text of the tables that a query names.
  mutating func locate(
    in database: Database, _ sql: String, _ schema: [String: [String: ColumnProfile]],
    _ places: [String: RowPlaces]
  ) {
    for (table, columns) in schema.sorted(by: { $0.key < $1.key }) where sql.contains(table) {
      let texts = columns.filter { $0.value.storage == .text && sql.contains($0.key) }
      for column in texts.keys.sorted() {
        let query =
          "SELECT rowid FROM \(table.quotedDatabaseIdentifier) "
          + "WHERE \(column.quotedDatabaseIdentifier) = ? LIMIT 1"
        guard let row = try? Int.fetchOne(database, sql: query, arguments: [value]) else {
          continue
        }
        place = places[table]?.span(row: row, column: column)
        return
      }
    }
  }
}
