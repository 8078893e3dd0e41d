package import Diagnostics

/// A cell of a source whose value was taken as it stands there.
package struct DataCell: Hashable, Sendable {
  /// The source, with the table in a database: `trade`, `crm.orders`.
  package var table: String
  /// Number of the row among the rows of data, from 1; the row's id in a SQLite file.
  package var row: Int
  package var column: String
  /// Where the cell is written; `.none` in a SQLite file.
  package var span: SourceSpan
}
