internal import Typography

/// A table with column widths and set cells.
struct SetTable: Sendable {
  struct Cell: Sendable {
    var text: SetText
    var columns: Range<Int>
    var rowSpan = 1
  }

  struct Row: Sendable {
    var kind = TableContent.Row.Kind.plain
    var cells: [Cell]

    /// The most lines of any cell.
    var lineCount: Int { max(cells.map(\.text.lines.count).max() ?? 1, 1) }
  }

  struct Carry: Sendable {
    var over: Cell
    var forward: Cell
    var sums: [[Cell]]
  }

  var columnWidths: [Double]
  var isMirrored: Bool
  var head: [Row]
  var rows: [Row]
  var carry: Carry?
  /// How much wider than the measure the table would have to be for its longest words.
  var excess = 0.0

  static let empty = SetTable(columnWidths: [], isMirrored: false, head: [], rows: [])

  /// Left and right edge of columns within the table.
  func extent(of columns: Range<Int>) -> (left: Double, right: Double) {
    let start = columnWidths[..<columns.lowerBound].reduce(0, +)
    let end = start + columnWidths[columns].reduce(0, +)
    guard isMirrored else { return (start, end) }
    let measure = columnWidths.reduce(0, +)
    return (measure - end, measure - start)
  }

  /// Heights of the head's rows: what spans several of them makes the last one higher when it must.
  func headHeights(leading: Double, padding: Double) -> [Double] {
    let height = { (cell: Cell) in Double(max(cell.text.lines.count, 1)) * leading + padding }
    var heights = head.map { row in
      row.cells.filter { $0.rowSpan == 1 }.map(height).max() ?? leading + padding
    }
    for (number, row) in head.enumerated() {
      for cell in row.cells where cell.rowSpan > 1 {
        let rows = number..<min(number + cell.rowSpan, heights.count)
        heights[rows.upperBound - 1] += max(height(cell) - heights[rows].reduce(0, +), 0)
      }
    }
    return heights
  }
}
