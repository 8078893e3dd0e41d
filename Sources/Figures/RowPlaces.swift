internal import Diagnostics

/// Where the rows and cells of a loaded table are written.
///
/// A CSV file costs four bytes a row: its cells are found again in its text.
enum RowPlaces: Sendable {
  case csv(CSVTable, starts: [UInt32])
  /// Records, with the places of their cells row by row.
  case records(rows: [SourceSpan], cells: [SourceSpan], columns: [String])

  init(_ list: RecordList) {
    self = .records(rows: list.rowSpans, cells: list.cells.map(\.span), columns: list.names)
  }

  /// A row by its number from 1.
  func span(row: Int) -> SourceSpan? {
    switch self {
    case .csv(let table, let starts):
      guard starts.indices.contains(row - 1),
        case .row(let range) = table.cells(at: Int(starts[row - 1])).step
      else { return nil }
      return table.text.span(range)
    case .records(let rows, _, _): return rows[safe: row - 1]
    }
  }

  /// A cell by its row's number from 1 and its column's name; the row, where the cell is not written.
  func span(row: Int, column: String) -> SourceSpan? {
    switch self {
    case .csv(let table, let starts):
      guard let start = starts[safe: row - 1],
        let index = table.profiles.firstIndex(where: { $0.name == column }),
        let cell = table.cells(at: Int(start)).cells[safe: index]
      else { return nil }
      return table.text.span(cell.range)
    case .records(_, let cells, let columns):
      let index = columns.firstIndex(of: column).map { (row - 1) * columns.count + $0 }
      guard let cell = index.flatMap({ cells[safe: $0] }), cell != .none else {
        return span(row: row)
      }
      return cell
    }
  }
}

extension CSVTable {
  /// The row that begins at an offset of the text.
  fileprivate func cells(at start: Int) -> (step: CSVReader.Step, cells: [CSVReader.Cell]) {
    var reader = CSVReader(bytes: text.bytes, from: start, separator: separator)
    var cells: [CSVReader.Cell] = []
    return (reader.next(into: &cells), cells)
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
