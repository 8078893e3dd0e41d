internal import Typography

/// Solves the column widths of a table from its cells and breaks the cells into lines.
func setTable(
  _ table: TableSetting, styles: StyleTable, workspace: inout Workspace
) -> SetTable {
  var paragraphs: [[Typography.Paragraph]] = []
  for row in [table.head] + table.rows {
    var cells: [Typography.Paragraph] = []
    for cell in row { cells.append(buildParagraph(cell, styles: styles, workspace: &workspace)) }
    paragraphs.append(cells)
  }
  let widths = solveColumnWidths(table, paragraphs)
  let set = paragraphs.map { row in
    row.enumerated().map { index, paragraph in
      let measure = max(widths[index] - 2 * table.padding, 1)
      let settings = LineSettings(measure: measure, alignment: table.columns[index].alignment)
      return SetText(
        paragraph: paragraph, lines: breakLines(paragraph, settings), settings: settings)
    }
  }
  return SetTable(
    columnWidths: widths, isMirrored: table.isMirrored, head: set.first ?? [],
    rows: Array(set.dropFirst()))
}

/// Column widths that fill the measure.
///
/// As in CSS 2.2's automatic table layout (17.5.2.2) every column first gets what it cannot do
/// without; what is left goes first to cells that would rather not be broken, then to heads, and
/// the rest to all alike. Heads come last because they are broken with the least harm.
private func solveColumnWidths(
  _ table: TableSetting, _ rows: [[Typography.Paragraph]]
) -> [Double] {
  let count = table.columns.count
  var least = [Double](repeating: 0, count: count)
  var cells = least
  var heads = least
  for (number, row) in rows.enumerated() {
    for (index, cell) in row.enumerated() where index < count {
      let width = cell.naturalWidth + 2 * table.padding + 0.1
      least[index] = max(least[index], cell.minimumWidth + 2 * table.padding)
      heads[index] = max(heads[index], width)
      if number > 0 { cells[index] = max(cells[index], width) }
    }
  }
  for index in 0..<count {
    guard let share = table.columns[index].width else { continue }
    least[index] = share * table.measure
    cells[index] = least[index]
    heads[index] = least[index]
  }
  return distribute(table.measure, least: least, wishes: [cells, heads])
}

private func distribute(_ measure: Double, least: [Double], wishes: [[Double]]) -> [Double] {
  var widths = least
  let sum = least.reduce(0, +)
  if sum >= measure { return least.map { $0 * measure / sum } }
  for wish in wishes {
    let left = measure - widths.reduce(0, +)
    let wanted = zip(wish, widths).map { max($0 - $1, 0) }
    let factor = min(1, left / max(wanted.reduce(0, +), 0.001))
    for index in widths.indices { widths[index] += wanted[index] * factor }
  }
  let spare = (measure - widths.reduce(0, +)) / Double(max(widths.count, 1))
  return widths.map { $0 + spare }
}
