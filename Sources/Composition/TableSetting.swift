internal import Typography

/// The cells of a table before its columns have widths.
struct TableSetting: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    var alignment: LineSettings.Alignment
    /// Whether numbers stand with their decimal points under each other; `alignment` then places
    /// them as a block.
    var isDecimal = false
    /// In points; nil lets the content decide.
    var width: Double?
  }

  struct Cell: Hashable, Sendable {
    var text: StyledText
    var columns: Range<Int>
    var rowSpan = 1
    /// Nil is the column's.
    var alignment: LineSettings.Alignment?
  }

  struct Row: Hashable, Sendable {
    var kind = TableContent.Row.Kind.plain
    var cells: [Cell]
  }

  /// The line that ends a piece of a table with its sums so far, and begins the next one.
  struct Carry: Hashable, Sendable {
    var over: Cell
    var forward: Cell
    /// By row: the cells with the sums, that row among them.
    var sums: [[Cell]]
  }

  var columns: [Column]
  var head: [Row]
  var rows: [Row]
  var carry: Carry?
  var measure: Double
  /// Padding at the left and right of a cell.
  var padding: Double
  /// Character between whole numbers and decimals.
  var decimalPoint: String
  /// Whether the first column stands at the right.
  var isMirrored: Bool
}
