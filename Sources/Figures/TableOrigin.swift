internal import Diagnostics

/// The rows of one table of a source that the rows of a result are.
struct TableOrigin: Sendable {
  /// Ids of the rows; numbers from 1 in a table that was read from a file.
  private let rows: [Int]
  private let columns: [ColumnOrigin?]
  private let name: String
  private let places: RowPlaces?

  /// nil where no column of a table is given as it is.
  init?(rows: [Int], columns: [ColumnOrigin?], places: [String: RowPlaces]) {
    guard !rows.isEmpty, let origin = columns.lazy.compactMap({ $0 }).first else { return nil }
    self.rows = rows
    self.columns = columns
    name = origin.name
    self.places = origin.database == "main" ? places[origin.table] : nil
  }

  /// Where each row is written; empty for a table that no file of text holds.
  var rowSpans: [SourceSpan] {
    guard let places else { return [] }
    return rows.map { places.span(row: $0) ?? .none }
  }

  func cell(row: Int, column: Int) -> DataCell? {
    guard let origin = columns[column] else { return nil }
    let place = places?.span(row: rows[row], column: origin.column)
    return DataCell(
      table: name, row: rows[row], column: origin.column, span: place ?? .none)
  }
}
