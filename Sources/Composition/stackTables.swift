internal import Drawing
internal import Stylesheet
internal import Typography

/// Stacks tables: the caption, the head, the rows with the costs of breaking between them, and what
/// stands underneath.
extension FlowStacker {
  mutating func stack(_ table: TableBlock) {
    flow.tables.append(table)
    let index = flow.tables.count - 1
    let set = results[table.job].table
    var caption = kept(table.caption, isFirstFree: true)
    for position in caption.indices {
      if position == 0 { caption[0].before = sheet.table.before }
      append(caption[position])
    }
    flow.scopes.append(
      FlowScope(kind: .table(index), parent: scope, reopening: reopening(of: table, index, set)))
    let outer = scope
    scope = flow.scopes.count - 1
    var head = FlowItem(content: .head(table: index), height: rowHeight(set.head))
    head.before = caption.isEmpty ? sheet.table.before : 0
    head.cost = caption.isEmpty ? 0 : BreakCost.forbidden
    head.notes = noteMarks(of: set.head)
    if !caption.isEmpty { keepsNext = true }
    append(head)
    for row in set.rows.indices { append(rowItem(set, row, table: index)) }
    append(endRule(index))
    scope = outer
    for item in kept(table.footer) { append(item) }
    let after = sheet.table.after
    pendingAfter = after
    keepsNext = false
  }

  private func endRule(_ table: Int) -> FlowItem {
    var rule = FlowItem(content: .rule(table: table), height: 2)
    rule.cost = BreakCost.forbidden
    return rule
  }

  private mutating func rowItem(_ set: SetTable, _ row: Int, table: Int) -> FlowItem {
    var item = FlowItem(content: .row(table: table, row: row), height: rowHeight(set.rows[row]))
    let count = set.rows.count
    let isShort = count <= BreakCost.shortTable
    item.cost = isShort ? BreakCost.insideShortTable : BreakCost.betweenRows
    if row == 1 || row == count - 1 { item.cost = BreakCost.lonelyRow }
    if row == 0 { item.cost = BreakCost.forbidden }
    item.notes = noteMarks(of: set.rows[row])
    return item
  }

  private mutating func noteMarks(of cells: [SetText]) -> Range<Int> {
    var found: [Int] = []
    for cell in cells {
      for line in cell.lines { found += cell.paragraph.attachments(of: line) }
    }
    return noteMarks(of: found)
  }

  private func rowHeight(_ cells: [SetText]) -> Double {
    let leading = sheet.paragraph("table-cell").leading
    let lines = cells.map(\.lines.count).max() ?? 1
    return Double(max(lines, 1)) * leading + sheet.table.padding.top + sheet.table.padding.bottom
  }

  private mutating func reopening(
    of table: TableBlock, _ index: Int, _ set: SetTable
  ) -> [FlowItem] {
    var items = kept(table.continued)
    items.append(FlowItem(content: .head(table: index), height: rowHeight(set.head)))
    return items
  }
}
