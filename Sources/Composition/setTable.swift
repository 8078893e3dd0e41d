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
        paragraph: paragraph, lines: breakLines(paragraph, settings), measure: measure)
    }
  }
  return SetTable(
    columnWidths: widths, head: set.first ?? [], rows: Array(set.dropFirst()))
}

/// Column widths that fill the measure: every column gets what it cannot do without, and the rest
/// goes to the columns that still want it, as CSS 2.2's automatic table layout does (17.5.2.2).
private func solveColumnWidths(
  _ table: TableSetting, _ rows: [[Typography.Paragraph]]
) -> [Double] {
  let count = table.columns.count
  var least = [Double](repeating: 0, count: count)
  var most = [Double](repeating: 0, count: count)
  for row in rows {
    for (index, cell) in row.enumerated() where index < count {
      least[index] = max(least[index], cell.minimumWidth + 2 * table.padding)
      most[index] = max(most[index], cell.naturalWidth + 2 * table.padding + 0.1)
    }
  }
  for index in 0..<count {
    if let share = table.columns[index].width {
      least[index] = share * table.measure
      most[index] = least[index]
    }
  }
  return distribute(table.measure, least: least, most: most)
}

private func distribute(_ measure: Double, least: [Double], most: [Double]) -> [Double] {
  let sumLeast = least.reduce(0, +)
  let sumMost = most.reduce(0, +)
  if sumMost <= measure {
    let spare = (measure - sumMost) / Double(max(most.count, 1))
    return most.map { $0 + spare }
  }
  if sumLeast >= measure {
    return least.map { $0 * measure / sumLeast }
  }
  let factor = (measure - sumLeast) / (sumMost - sumLeast)
  return zip(least, most).map { $0 + ($1 - $0) * factor }
}
