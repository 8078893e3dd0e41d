package import Diagnostics

/// One cell of a table.
package enum DataValue: Hashable, Sendable {
  case null
  case text(String)
  case number(ExactDecimal)

  package var number: ExactDecimal? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The cell as plain text, numbers as written; nil for null.
  package var text: String? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .number(let value): value.description
    }
  }
}

/// The result of a query or an inline list of records: what charts and tables draw.
package struct DataTable: Sendable {
  package struct Column: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
      /// No cell holds anything.
      case empty
      case number
      case text
    }

    package var name: String
    package var kind: Kind
    /// The most decimals that any number of the column is written with.
    package var decimals: Int
    /// The unit that the source declares, where the query gives its column as it is.
    package var unit: String?

    package init(name: String, kind: Kind, decimals: Int) {
      self.name = name
      self.kind = kind
      self.decimals = decimals
    }
  }

  package private(set) var columns: [Column]
  /// Cells row by row.
  private var cells: [DataValue]
  package private(set) var rowCount: Int
  /// Where the query or the list of records stands.
  package var span: SourceSpan
  /// Where each row was written; empty for query results whose rows are not rows of one file.
  package var rowSpans: [SourceSpan]
  /// The rows of a source that these are.
  private var origin: TableOrigin?
  /// Names of the declared sources that the rows come from, sorted.
  package var sources: [String]

  package static let empty = DataTable(columns: [], cells: [], span: .none)

  /// Makes a table of cells that stand row by row, as many in each row as there are names.
  package init(
    columns names: [String], cells: [DataValue], span: SourceSpan, rowSpans: [SourceSpan] = [],
    sources: [String] = []
  ) {
    let width = max(names.count, 1)
    self.cells = cells
    self.rowCount = cells.count / width
    self.span = span
    self.rowSpans = rowSpans
    self.sources = sources
    self.columns = names.enumerated().map { index, name in
      Column(
        name: name, cells: stride(from: index, to: cells.count, by: width).lazy.map { cells[$0] })
    }
  }

  package subscript(row: Int, column: Int) -> DataValue { cells[row * columns.count + column] }

  package func row(_ index: Int) -> ArraySlice<DataValue> {
    cells[index * columns.count..<(index + 1) * columns.count]
  }

  package func column(_ index: Int) -> [DataValue] {
    (0..<rowCount).map { self[$0, index] }
  }

  package func columnIndex(named name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }

  /// The cell of a source that a cell was taken from as it is; nil for what a query computes.
  package func origin(row: Int, column: Int) -> DataCell? { origin?.cell(row: row, column: column) }

  /// Where a cell is written, or its row; nil where neither is known.
  package func place(row: Int, column: Int) -> SourceSpan? {
    if let span = origin(row: row, column: column)?.span, span != .none { return span }
    return rowSpans.indices.contains(row) ? rowSpans[row] : nil
  }

  mutating func setOrigin(_ origin: TableOrigin) {
    self.origin = origin
    rowSpans = origin.rowSpans
  }

  mutating func setUnit(_ unit: String?, ofColumn column: Int) { columns[column].unit = unit }

  /// Raises the count of decimals of a column to what its source is written with.
  mutating func widen(column: Int, toDecimals decimals: Int) {
    columns[column].decimals = max(columns[column].decimals, decimals)
  }
}

extension DataTable.Column {
  fileprivate init(name: String, cells: some Sequence<DataValue>) {
    self.init(name: name, kind: .empty, decimals: 0)
    for cell in cells {
      switch cell {
      case .null: continue
      case .text: kind = .text
      case .number(let value):
        if kind == .empty { kind = .number }
        decimals = max(decimals, value.scale)
      }
    }
  }
}

extension DataTable: Equatable {
  package static func == (left: DataTable, right: DataTable) -> Bool {
    left.columns == right.columns && left.cells == right.cells && left.span == right.span
      && left.rowSpans == right.rowSpans && left.sources == right.sources
  }
}
