internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Stylesheet
internal import Typography

extension Placer {
  mutating func placeHead(of table: TableBlock, y: Double, height: Double, _ isRepeated: Bool) {
    let set = results[table.job].table
    let rect = Rect(x: area.minX + table.x, y: y, width: table.measure, height: height)
    placeGround(table.look.style.headBackground, in: rect)
    if !isRepeated, let name = table.destination {
      page.destinations.append(Destination(name: name, point: Point(x: area.minX, y: y)))
    }
    placeHeadRules(of: table, set, in: rect)
    guard isRepeated else { return placeHeadCells(of: table, set, in: rect) }
    let own = page.list
    page.list = DisplayList()
    // The note stands where its mark stands first, so that a repeated head has none.
    placeHeadCells(of: table, set, in: rect, omitting: .noteMark)
    let cells = page.list
    page.list = own
    page.list.append(cells, at: .zero, node: .artifact)
  }

  mutating func placeRow(_ row: Int, of table: TableBlock, y: Double, height: Double) {
    let set = results[table.job].table
    let rect = Rect(x: area.minX + table.x, y: y, width: table.measure, height: height)
    placeRowGround(row, of: table, set, in: rect)
    let style = table.look.paragraph(of: set.rows[row].kind)
    for cell in set.rows[row].cells { place(cell, of: table, set, style, in: rect) }
  }

  /// Draws one line of a row that pages may divide: its cells begin at the top.
  mutating func placeLine(
    _ line: Int, ofRow row: Int, of table: TableBlock, y: Double
  ) {
    let set = results[table.job].table
    let style = table.look.paragraph(of: set.rows[row].kind)
    let padding = table.look.style.padding
    let baseline = y + (line == 0 ? padding.top : 0) + style.baseline
    for cell in set.rows[row].cells {
      let x = area.minX + table.x + set.extent(of: cell.columns).left + padding.left
      draw(cell.text, line, at: Point(x: x, y: baseline), span: table.span)
    }
  }

  // MARK: Grounds and rules

  private mutating func placeGround(_ color: Color?, in rect: Rect) {
    if let color { page.list.fill(Path(rect: rect), .color(color)) }
  }

  /// Draws what lies behind and around a row, or behind the piece of one that a page holds.
  mutating func placeRowGround(
    _ row: Int, of table: TableBlock, _ set: SetTable, in rect: Rect
  ) {
    let style = table.look.style
    let kind = set.rows[row].kind
    if row % 2 == 1 { placeGround(style.stripe, in: rect) }
    if kind == .total { placeGround(style.totalBackground, in: rect) }
    if kind == .total {
      placeRule(style.totalRule, from: rect.minX, rect.maxX, y: rect.minY)
    }
    // The rule at the foot of the page belongs to the table, the one above a total to the total.
    let isEnd = divided.map { flow.tables[$0.table].job == table.job && $0.row == row } ?? false
    if !isEnd, row + 1 < set.rows.count, set.rows[row + 1].kind != .total {
      placeRule(style.rowRule, from: rect.minX, rect.maxX, y: rect.maxY)
    }
    placeSides(of: table, in: rect)
    for cell in set.rows[row].cells { placeEdge(of: cell, table, set, in: rect) }
  }

  private mutating func placeHeadRules(of table: TableBlock, _ set: SetTable, in rect: Rect) {
    let style = table.look.style
    placeRule(style.topRule, from: rect.minX, rect.maxX, y: rect.minY)
    placeRule(style.headRule, from: rect.minX, rect.maxX, y: rect.maxY)
    placeSides(of: table, in: rect)
    // Between columns that are parted by rules a head's rule meets them; in an open table it stands
    // clear of its neighbours.
    let inset = style.columnRule == nil ? table.look.style.padding.left : 0
    forEachHead(of: table, set, in: rect) { placer, cell, box in
      placer.placeEdge(of: cell, table, set, in: box)
      guard box.maxY < rect.maxY - 0.01 else { return }
      placer.placeRule(style.groupRule, from: box.minX + inset, box.maxX - inset, y: box.maxY)
    }
  }

  private mutating func placeSides(of table: TableBlock, in rect: Rect) {
    guard let rule = table.look.style.sideRule else { return }
    placeUpright(rule, x: rect.minX, in: rect)
    placeUpright(rule, x: rect.maxX, in: rect)
  }

  /// The rule between a cell and the next one.
  private mutating func placeEdge(
    of cell: SetTable.Cell, _ table: TableBlock, _ set: SetTable, in rect: Rect
  ) {
    guard let rule = table.look.style.columnRule,
      cell.columns.upperBound < set.columnWidths.count
    else { return }
    let extent = set.extent(of: cell.columns)
    let left = area.minX + table.x
    placeUpright(rule, x: left + (set.isMirrored ? extent.left : extent.right), in: rect)
  }

  private mutating func placeUpright(_ rule: RuleStyle, x: Double, in rect: Rect) {
    page.list.stroke(
      Path(from: Point(x: x, y: rect.minY), to: Point(x: x, y: rect.maxY)), .color(rule.color),
      StrokeStyle(width: rule.thickness))
  }

  private mutating func placeRule(
    _ rule: RuleStyle?, from left: Double, _ right: Double, y: Double
  ) {
    guard let rule else { return }
    page.list.stroke(
      Path(from: Point(x: left, y: y), to: Point(x: right, y: y)), .color(rule.color),
      StrokeStyle(width: rule.thickness))
  }

  mutating func placeBottomRule(of table: TableBlock, y: Double) {
    let left = area.minX + table.x
    placeRule(table.look.style.bottomRule, from: left, left + table.measure, y: y)
  }

  // MARK: Cells

  private mutating func placeHeadCells(
    of table: TableBlock, _ set: SetTable, in rect: Rect,
    omitting omitted: StyledText.RunOptions = []
  ) {
    forEachHead(of: table, set, in: rect) { placer, cell, box in
      placer.place(
        cell, of: table, set, table.look.head,
        in: Rect(x: rect.minX, y: box.minY, width: rect.width, height: box.height),
        omitting: omitted)
    }
  }

  private mutating func forEachHead(
    of table: TableBlock, _ set: SetTable, in rect: Rect,
    _ body: (inout Placer, SetTable.Cell, Rect) -> Void
  ) {
    let heights = table.look.headHeights(set)
    var y = rect.minY
    for (number, row) in set.head.enumerated() {
      for cell in row.cells {
        let rows = number..<min(number + cell.rowSpan, heights.count)
        let extent = set.extent(of: cell.columns)
        body(
          &self, cell,
          Rect(
            x: rect.minX + extent.left, y: y, width: extent.right - extent.left,
            height: heights[rows].reduce(0, +)))
      }
      y += heights[number]
    }
  }

  /// Draws a cell in the middle of its row's height.
  private mutating func place(
    _ cell: SetTable.Cell, of table: TableBlock, _ set: SetTable, _ style: ParagraphStyle,
    in rect: Rect, omitting omitted: StyledText.RunOptions = []
  ) {
    let padding = table.look.style.padding
    let inner = rect.height - padding.top - padding.bottom
    let top =
      rect.minY + padding.top + (inner - Double(cell.text.lines.count) * style.leading) / 2
    let x = rect.minX + set.extent(of: cell.columns).left + padding.left
    for line in cell.text.lines.indices {
      let y = top + Double(line) * style.leading + style.baseline
      draw(cell.text, line, at: Point(x: x, y: y), span: table.span, omitting: omitted)
    }
  }

  // MARK: Carried sums

  /// Draws what a table shows where a page divides it: the sums so far in the last line of the
  /// piece, and again in the first line of the next.
  mutating func placeCarry(
    of table: TableBlock, before item: Int, y: Double, height: Double, isForward: Bool
  ) {
    let set = results[table.job].table
    guard let carry = set.carry, let row = flow.lastRow(before: item)?.row,
      row < carry.sums.count
    else { return }
    let rect = Rect(x: area.minX + table.x, y: y, width: table.measure, height: height)
    let style = table.look.style
    placeGround(style.totalBackground, in: rect)
    let ruled = isForward ? rect.maxY : rect.minY
    placeRule(isForward ? style.rowRule : style.totalRule, from: rect.minX, rect.maxX, y: ruled)
    placeSides(of: table, in: rect)
    for cell in [isForward ? carry.forward : carry.over] + carry.sums[row] {
      placeEdge(of: cell, table, set, in: rect)
      place(cell, of: table, set, table.look.total, in: rect)
    }
  }
}

extension Flow {
  /// The row of a table that stands, in whole or in part, before an item.
  func lastRow(before item: Int) -> (table: Int, row: Int)? {
    guard item > 0, items.indices.contains(item - 1) else { return nil }
    switch items[item - 1].content {
    case .row(let table, let row), .rowLine(let table, let row, _): return (table, row)
    default: return nil
    }
  }
}
