/// What was made of the widths that the cells of a table ask for.
struct ColumnWidths {
  var widths: [Double]
  /// How much the longest words are wider than the measure, when they are.
  var excess = 0.0
}

/// Column widths that fill the measure.
///
/// As in CSS 2.2's automatic table layout (17.5.2.2) every column first gets what it cannot do
/// without; what is left goes first to cells that would rather not be broken, then to heads, which
/// are broken with the least harm, and the rest to all alike. A column with a declared width takes
/// part in none of this.
func solveColumnWidths(
  _ table: TableSetting, head: [[MeasuredCell]], rows: [[MeasuredCell]], _ blocks: [NumberBlock]
) -> ColumnWidths {
  var demand = ColumnDemand(table, blocks)
  for row in rows { for cell in row { demand.take(cell, isHead: false) } }
  for row in head { for cell in row { demand.take(cell, isHead: true) } }
  demand.spread()
  let sum = demand.least.reduce(0, +)
  if sum > table.measure {
    return ColumnWidths(
      widths: demand.least.map { $0 * table.measure / sum }, excess: sum - table.measure)
  }
  var widths = demand.least
  for wish in [demand.cells, demand.heads] {
    widths = share(table.measure, least: widths, wish: zip(wish, widths).map(max))
  }
  let free = table.columns.map { $0.width == nil }
  let takers = free.contains(true) ? free : free.map { _ in true }
  let spare = (table.measure - widths.reduce(0, +)) / Double(max(takers.count { $0 }, 1))
  return ColumnWidths(widths: zip(widths, takers).map { $1 ? $0 + spare : $0 })
}

/// Gives every column what it wishes where that fits, and otherwise shares so that a column gets in
/// proportion to the cube root of its wish, never more than it: short cells stay whole beside long
/// ones, and of two long ones the longer is the wider, though its text runs deeper.
func share(_ measure: Double, least: [Double], wish: [Double]) -> [Double] {
  guard wish.reduce(0, +) > measure else { return wish }
  let roots = wish.map { $0.cubeRoot }
  let widths = { (level: Double) in
    wish.indices.map { min(max(level * roots[$0], least[$0]), wish[$0]) }
  }
  var low = 0.0
  var high = measure
  while widths(high).reduce(0, +) < measure, high < 1e9 { high *= 2 }
  // Halving sixty times leaves less than a double can tell.
  for _ in 0..<60 {
    let middle = (low + high) / 2
    if widths(middle).reduce(0, +) <= measure { low = middle } else { high = middle }
  }
  return widths(low)
}

/// The least and the wished widths of columns.
private struct ColumnDemand {
  private(set) var least: [Double]
  private(set) var cells: [Double]
  private(set) var heads: [Double]
  private let table: TableSetting
  /// Cells over several columns, which are asked after all others.
  private var spanning: [(cell: MeasuredCell, isHead: Bool)] = []

  init(_ table: TableSetting, _ blocks: [NumberBlock]) {
    self.table = table
    least = blocks.map { $0.width > 0 ? $0.width + 2 * table.padding + 0.1 : 0 }
    cells = least
    heads = least
  }

  mutating func take(_ cell: MeasuredCell, isHead: Bool) {
    guard cell.cell.columns.count == 1 else {
      // What stands across the whole table, such as the name of a group, asks for nothing.
      if cell.cell.columns.count < least.count { spanning.append((cell, isHead)) }
      return
    }
    let column = cell.cell.columns.lowerBound
    let width = cell.natural + 2 * table.padding + 0.1
    least[column] = max(least[column], cell.least + 2 * table.padding)
    heads[column] = max(heads[column], width)
    if !isHead { cells[column] = max(cells[column], width) }
  }

  /// Lets declared widths stand, except where they are narrower than a word, and gives cells over
  /// several columns what those do not have yet, to all of them alike.
  mutating func spread() {
    for (index, column) in table.columns.enumerated() {
      guard let width = column.width else { continue }
      least[index] = max(least[index], width)
      cells[index] = least[index]
      heads[index] = least[index]
    }
    for (cell, isHead) in spanning {
      widen(\.least, cell.cell.columns, to: cell.least)
      widen(\.heads, cell.cell.columns, to: cell.natural)
      if !isHead { widen(\.cells, cell.cell.columns, to: cell.natural) }
    }
  }

  private mutating func widen(
    _ widths: WritableKeyPath<ColumnDemand, [Double]>, _ columns: Range<Int>, to text: Double
  ) {
    let lack = text + 2 * table.padding + 0.1 - self[keyPath: widths][columns].reduce(0, +)
    guard lack > 0 else { return }
    for column in columns { self[keyPath: widths][column] += lack / Double(columns.count) }
  }
}

extension Double {
  /// Good to far more digits than a share of paper needs.
  fileprivate var cubeRoot: Double {
    guard self > 0 else { return 0 }
    var root = max(self.squareRoot().squareRoot(), 1)
    for _ in 0..<40 { root -= (root - self / (root * root)) / 3 }
    return root
  }
}
