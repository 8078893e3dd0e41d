internal import Typography

/// Solves the column widths of a table from its cells and breaks the cells into lines.
func setTable(
  _ table: TableSetting, styles: StyleTable, workspace: inout Workspace
) -> SetTable {
  var setter = TableSetter(table, styles: styles, workspace: &workspace)
  return setter.set()
}

/// Takes a table from text to lines: paragraphs, what columns ask for, widths, lines.
private struct TableSetter {
  private let table: TableSetting
  private let styles: StyleTable
  private var head: [[MeasuredCell]] = []
  private var rows: [[MeasuredCell]] = []
  private var sums: [[MeasuredCell]] = []
  private var carried: [MeasuredCell] = []
  /// Widest whole and fractional parts of the numbers of each decimal column.
  private var blocks: [NumberBlock]
  /// Whether words are divided: only where they would not fit beside each other otherwise.
  private var hyphenates = false

  init(_ table: TableSetting, styles: StyleTable, workspace: inout Workspace) {
    self.table = table
    self.styles = styles
    blocks = Array(repeating: NumberBlock(), count: table.columns.count)
    head = table.head.map { measure($0.cells, &workspace, isHead: true) }
    rows = table.rows.map { measure($0.cells, &workspace) }
    guard let carry = table.carry else { return }
    sums = carry.sums.map { measure($0, &workspace) }
    carried = measure([carry.over, carry.forward], &workspace)
  }

  mutating func set() -> SetTable {
    var solved = solve()
    if solved.excess > 0 {
      hyphenates = true
      head.hyphenate()
      rows.hyphenate()
      solved = solve()
    }
    return set(solved)
  }

  private func solve() -> ColumnWidths {
    solveColumnWidths(table, head: head, rows: rows + sums + [carried], blocks)
  }

  private func set(_ solved: ColumnWidths) -> SetTable {
    var result = SetTable(
      columnWidths: solved.widths, isMirrored: table.isMirrored, head: [], rows: [],
      excess: solved.excess)
    let set = { (cell: MeasuredCell) in line(cell, solved) }
    result.head = zip(table.head, head).map {
      SetTable.Row(kind: $0.kind, cells: $1.map(set))
    }
    result.rows = zip(table.rows, rows).map {
      SetTable.Row(kind: $0.kind, cells: $1.map(set))
    }
    if let over = carried.first, let forward = carried.last {
      result.carry = SetTable.Carry(
        over: set(over), forward: set(forward), sums: sums.map { $0.map(set) })
    }
    return result
  }

  private mutating func measure(
    _ cells: [TableSetting.Cell], _ workspace: inout Workspace, isHead: Bool = false
  ) -> [MeasuredCell] {
    var measured: [MeasuredCell] = []
    measured.reserveCapacity(cells.count)
    for cell in cells {
      let paragraph = buildParagraph(cell.text, styles: styles, workspace: &workspace)
      var result = MeasuredCell(cell, paragraph)
      if !isHead, cell.columns.count == 1, table.columns[cell.columns.lowerBound].isDecimal {
        result.isNumberCell = true
        alignPoint(of: &result)
      }
      measured.append(result)
    }
    return measured
  }

  /// Where the number of a cell has its point, and how much room its column needs for that.
  private mutating func alignPoint(of cell: inout MeasuredCell) {
    guard let offset = endOfWholeNumber(cell.cell.text, decimalPoint: table.decimalPoint),
      let point = cell.paragraph.advance(before: offset, styles: styles)
    else { return }
    cell.point = point
    blocks[cell.cell.columns.lowerBound].take(whole: point, all: cell.natural)
  }

  /// The side of the page on which an alignment is.
  private func side(_ alignment: LineSettings.Alignment) -> LineSettings.Alignment {
    guard table.isMirrored else { return alignment }
    return switch alignment {
    case .start, .justify: .end
    case .end: .start
    case .center: .center
    }
  }

  private func line(_ cell: MeasuredCell, _ solved: ColumnWidths) -> SetTable.Cell {
    let columns = cell.cell.columns
    let column = table.columns[columns.lowerBound]
    let measure = max(solved.widths[columns].reduce(0, +) - 2 * table.padding, 1)
    let settings = LineSettings(
      measure: measure, alignment: cell.cell.alignment ?? column.alignment,
      hyphenates: hyphenates)
    var lines = breakLines(cell.paragraph, settings)
    if lines.count == 1, cell.isNumberCell,
      let start = blocks[columns.lowerBound].start(of: cell, in: measure, side(column.alignment))
    {
      lines[0].start = start
    }
    // What does not fit is one finding about the table, not one about every line.
    if solved.excess > 0 { for index in lines.indices { lines[index].excess = 0 } }
    return SetTable.Cell(
      text: SetText(paragraph: cell.paragraph, lines: lines, settings: settings),
      columns: columns, rowSpan: cell.cell.rowSpan)
  }
}
