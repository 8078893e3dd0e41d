/// What was made of the widths that the cells of a table ask for.
struct ColumnWidths {
  var widths: [Double]
  /// How much the longest words are wider than the measure, when they are.
  var excess = 0.0
}

/// Column widths that fill the measure.
///
/// Every column first gets what it cannot do without. What is left goes to cells and heads so that
/// breaking them does the least harm, and what nobody needs to all alike. A column with a declared
/// width takes part in none of this.
func solveColumnWidths(
  _ table: TableSetting, head: [[MeasuredCell]], rows: [[MeasuredCell]], _ blocks: [NumberBlock]
) -> ColumnWidths {
  var demand = ColumnDemand(table, blocks)
  for row in head + rows { for cell in row { demand.take(cell) } }
  demand.spread()
  let sum = demand.least.reduce(0, +)
  if sum > table.measure {
    return ColumnWidths(
      widths: demand.least.map { $0 * table.measure / sum }, excess: sum - table.measure)
  }
  let widths = shareWidth(
    table.measure, least: demand.least, texts: demand.texts, padding: 2 * table.padding)
  let free = table.columns.map { $0.width == nil }
  let takers = free.contains(true) ? free : free.map { _ in true }
  let spare = (table.measure - widths.reduce(0, +)) / Double(max(takers.count { $0 }, 1))
  return ColumnWidths(widths: zip(widths, takers).map { $1 ? $0 + spare : $0 })
}

/// What the cells of each column ask for: the least, and the width of every text on a single line.
private struct ColumnDemand {
  private(set) var least: [Double]
  private(set) var texts: [[Double]]
  private let table: TableSetting
  /// Cells over several columns, which are asked after all others.
  private var spanning: [MeasuredCell] = []

  init(_ table: TableSetting, _ blocks: [NumberBlock]) {
    self.table = table
    least = blocks.map { $0.width > 0 ? $0.width + 2 * table.padding + 0.1 : 0 }
    texts = least.map { _ in [] }
  }

  mutating func take(_ cell: MeasuredCell) {
    guard cell.cell.columns.count == 1 else {
      // What stands across the whole table, such as the name of a group, asks for nothing.
      if cell.cell.columns.count < least.count { spanning.append(cell) }
      return
    }
    let column = cell.cell.columns.lowerBound
    least[column] = max(least[column], cell.least + 2 * table.padding)
    texts[column].append(cell.natural + 2 * table.padding + 0.1)
  }

  /// Lets declared widths stand, except where they are narrower than a word, and gives cells over
  /// several columns what those do not have yet, to all of them alike.
  mutating func spread() {
    for (index, column) in table.columns.enumerated() {
      guard let width = column.width else { continue }
      least[index] = max(least[index], width)
      texts[index] = []
    }
    for cell in spanning {
      let columns = cell.cell.columns
      let lack = cell.least + 2 * table.padding + 0.1 - least[columns].reduce(0, +)
      for column in columns { least[column] += max(lack, 0) / Double(columns.count) }
      let share = (cell.natural + 2 * table.padding + 0.1) / Double(columns.count)
      for column in columns where table.columns[column].width == nil {
        texts[column].append(share)
      }
    }
  }
}
