internal import Drawing
internal import Geometry
internal import Stylesheet
internal import Typography

/// Stacks tables: the caption, the head, the rows with the costs of breaking between them, and what
/// stands underneath.
extension FlowStacker {
  /// Stacks a table where it is called, or as a float where it says so.
  mutating func place(_ table: TableBlock) {
    let start = flow.items.count
    let before = pendingAfter
    stack(table)
    if lift(table, from: start) { pendingAfter = before }
  }

  /// Makes a float of a table that has just been stacked.
  ///
  /// One that fits on no page with its notes, or whose rows pages may divide, stays where it is called.
  private mutating func lift(_ table: TableBlock, from start: Int) -> Bool {
    guard let placement = table.placement, isTopLevel else { return false }
    let items = Array(flow.items[start...])
    let float = FloatItem(
      anchor: start, items: items, before: table.look.style.before,
      after: table.look.style.after, notes: joinedNotes(items, from: 0..<0), placement: placement)
    let isWhole = items.allSatisfy {
      if case .rowLine = $0.content { false } else { true }
    }
    guard isWhole, float.height + noteHeight(of: float) <= room else { return false }
    flow.items.removeSubrange(start...)
    flow.floats.append(float)
    return true
  }

  private func noteHeight(of float: FloatItem) -> Double {
    let marked = flow.noteMarks[float.notes]
    guard !marked.isEmpty else { return 0 }
    let gaps = Double(marked.count) * sheet.notes.between
    return marked.reduce(sheet.notes.before + sheet.notes.after + gaps) { $0 + notes[$1].height }
  }

  mutating func stack(_ table: TableBlock) {
    flow.tables.append(table)
    let index = flow.tables.count - 1
    let set = results[table.job].table
    let before = table.look.style.before
    var caption = kept(table.caption, isFirstFree: true)
    for position in caption.indices {
      if position == 0 { caption[0].before = before }
      append(caption[position])
    }
    flow.scopes.append(
      FlowScope(
        kind: .table(index), parent: scope, reopening: reopening(of: table, index, set),
        closing: set.carry.map(table.look.carryHeight) ?? 0))
    let outer = scope
    scope = flow.scopes.count - 1
    var head = headItem(of: table, index, set)
    head.before = caption.isEmpty ? before : 0
    head.cost = caption.isEmpty ? 0 : BreakCost.forbidden
    head.notes = noteMarks(of: set.head.flatMap { $0.cells.flatMap(\.text.marks) })
    if !caption.isEmpty { keepsNext = true }
    append(head)
    for row in set.rows.indices {
      if table.isDivided(row, set, room: room) {
        stackLines(ofRow: row, of: table, set, index: index)
      } else {
        append(rowItem(row, of: table, set, index: index))
      }
    }
    append(endRule(index))
    scope = outer
    for item in kept(table.footer) { append(item) }
    pendingAfter = table.look.style.after
    keepsNext = false
  }

  private func headItem(of table: TableBlock, _ index: Int, _ set: SetTable) -> FlowItem {
    FlowItem(
      content: .head(table: index), height: table.look.headHeights(set).reduce(0, +))
  }

  private func endRule(_ table: Int) -> FlowItem {
    var rule = FlowItem(content: .rule(table: table), height: 2)
    rule.cost = BreakCost.forbidden
    return rule
  }

  /// What the further pieces of a table begin with: caption, head, and the line of carried sums,
  /// which is drawn with the table's scope and only takes its room here.
  private mutating func reopening(
    of table: TableBlock, _ index: Int, _ set: SetTable
  ) -> [FlowItem] {
    var items = kept(table.continued)
    items.append(headItem(of: table, index, set))
    if let carry = set.carry {
      items.append(FlowItem(content: .space, height: table.look.carryHeight(carry)))
    }
    return items
  }

  // MARK: Rows

  private mutating func rowItem(
    _ row: Int, of table: TableBlock, _ set: SetTable, index: Int
  ) -> FlowItem {
    var item = FlowItem(
      content: .row(table: index, row: row), height: table.look.height(of: set.rows[row]))
    item.cost = breakCost(set, row)
    item.notes = noteMarks(of: set.rows[row].cells.flatMap(\.text.marks))
    return item
  }

  /// Cost of a break before a row: none between head and first row, nor after the name of a group,
  /// and none that would leave a row alone (E7.6).
  private func breakCost(_ set: SetTable, _ row: Int) -> Double {
    let count = set.rows.count
    if row == 0 || set.rows[row - 1].kind == .group { return BreakCost.forbidden }
    if row == 1 || row == count - 1 { return BreakCost.lonelyRow }
    if row == 2, set.rows[0].kind == .group { return BreakCost.lonelyRow }
    return count <= BreakCost.shortTable ? BreakCost.insideShortTable : BreakCost.betweenRows
  }

  /// The lines of a row so high that it would leave pages half empty: two at least stand on each
  /// side of a break (E4.5), and each piece has the padding of a row.
  private mutating func stackLines(
    ofRow row: Int, of table: TableBlock, _ set: SetTable, index: Int
  ) {
    let padding = table.look.style.padding
    let outer = scope
    flow.scopes.append(
      FlowScope(
        kind: .row(table: index, row: row), parent: outer,
        reopening: [FlowItem(content: .space, height: padding.top)], closing: padding.bottom))
    scope = flow.scopes.count - 1
    let count = set.rows[row].lineCount
    for line in 0..<count {
      var item = FlowItem(
        content: .rowLine(table: index, row: row, line: line),
        height: table.look.paragraph(of: set.rows[row].kind).leading)
      if line == 0 { item.height += padding.top }
      if line == count - 1 { item.height += padding.bottom }
      item.cost = line == 0 ? breakCost(set, row) : BreakCost.betweenRows
      if line == 1 || line > 0 && line == count - 1 { item.cost = BreakCost.widow }
      item.notes = noteMarks(of: set.rows[row].cells.flatMap { $0.text.marks(ofLine: line) })
      append(item)
    }
    scope = outer
  }

  /// Height of a page's type area.
  private var room: Double { sheet.page.typeArea(isVerso: false).height }
}

extension TableBlock {
  /// Whether pages may end inside a row: where it takes a third of one.
  func isDivided(_ row: Int, _ set: SetTable, room: Double) -> Bool {
    set.rows[row].lineCount >= 4 && look.height(of: set.rows[row]) > room / 3
  }
}

extension SetText {
  /// What hangs on the lines of a cell.
  fileprivate var marks: [Int] { lines.flatMap { paragraph.attachments(of: $0) } }

  fileprivate func marks(ofLine line: Int) -> [Int] {
    lines.indices.contains(line) ? paragraph.attachments(of: lines[line]) : []
  }
}
