internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Stylesheet
internal import Typography

extension Placer {
  mutating func placeHead(of table: TableBlock, y: Double, height: Double, _ isRepeated: Bool) {
    let set = results[table.job].table
    let rect = Rect(x: area.minX + table.x, y: y, width: table.measure, height: height)
    if let ground = sheet.table.headBackground {
      page.list.fill(Path(rect: rect), .color(ground))
    }
    if !isRepeated, let name = table.destination {
      page.destinations.append(Destination(name: name, point: Point(x: area.minX, y: y)))
    }
    placeRule(of: table, y: y, sheet.table.topRule)
    placeRule(of: table, y: y + height, sheet.table.headRule)
    if isRepeated {
      let own = page.list
      page.list = DisplayList()
      // The note stands where its mark stands first, so that a repeated head has none.
      placeCells(set.head, set, in: rect, style: "table-head", omitting: .noteMark)
      let cells = page.list
      page.list = own
      page.list.append(cells, at: .zero, node: .artifact)
    } else {
      placeCells(set.head, set, in: rect, style: "table-head")
    }
  }

  mutating func placeRow(_ row: Int, of table: TableBlock, y: Double, height: Double) {
    let set = results[table.job].table
    let rect = Rect(x: area.minX + table.x, y: y, width: table.measure, height: height)
    if let stripe = sheet.table.stripe, row % 2 == 1 {
      page.list.fill(Path(rect: rect), .color(stripe))
    }
    if let rule = sheet.table.rowRule, row + 1 < set.rows.count {
      placeRule(of: table, y: y + height, rule)
    }
    placeCells(set.rows[row], set, in: rect, style: "table-cell")
  }

  /// Draws the cells of a row, each in the middle of the row's height.
  private mutating func placeCells(
    _ cells: [SetText], _ table: SetTable, in rect: Rect, style name: String,
    omitting omitted: StyledText.RunOptions = []
  ) {
    let style = sheet.paragraph(name)
    let padding = sheet.table.padding
    var x = table.isMirrored ? rect.maxX : rect.minX
    for (cell, width) in zip(cells, table.columnWidths) {
      if table.isMirrored { x -= width }
      let inner = rect.height - padding.top - padding.bottom
      let top =
        rect.minY + padding.top
        + (inner - Double(cell.lines.count) * style.leading) / 2
      for line in cell.lines.indices {
        let y = top + Double(line) * style.leading + style.baseline
        draw(
          cell, line, at: Point(x: x + padding.left, y: y), span: .none, omitting: omitted)
      }
      if !table.isMirrored { x += width }
    }
  }

  mutating func placeRule(of table: TableBlock, y: Double, _ rule: RuleStyle) {
    let left = area.minX + table.x
    page.list.stroke(
      Path(from: Point(x: left, y: y), to: Point(x: left + table.measure, y: y)),
      .color(rule.color), StrokeStyle(width: rule.thickness))
  }

  /// Draws what lies behind and around the boxes and tables of a page.
  mutating func placeScopes(_ entries: [(PageFiller.Entry, Double)], _ plan: PagePlan) {
    let continued = flow.openScopes(at: plan.items.upperBound)
    for scope in flow.scopes.indices {
      guard var (top, bottom) = extent(of: scope, entries, plan) else { continue }
      let isContinued = continued.contains(scope)
      if isContinued { bottom += flow.scopes[scope].closing }
      top += area.minY
      bottom += area.minY
      switch flow.scopes[scope].kind {
      case .box(let x, let width):
        placeBox(Rect(x: area.minX + x, y: top, width: width, height: bottom - top))
      case .table(let table):
        if isContinued { placeRule(of: flow.tables[table], y: bottom, sheet.table.bottomRule) }
      }
    }
  }

  /// The height that a scope takes on a page, with what it repeats at the head.
  private func extent(
    of scope: Int, _ entries: [(PageFiller.Entry, Double)], _ plan: PagePlan
  ) -> (top: Double, bottom: Double)? {
    var extent: (top: Double, bottom: Double)?
    let reopened = flow.openScopes(at: plan.items.lowerBound).contains(scope)
    for (entry, y) in entries {
      let height: Double
      switch entry {
      case .item(let index):
        guard isInside(flow.items[index].scope, scope) else { continue }
        height = flow.items[index].height
      case .reopening:
        guard reopened else { continue }
        height = flow.scopes[scope].openingHeight
      case .float: continue
      }
      extent = (min(extent?.top ?? y, y), max(extent?.bottom ?? y, y + height))
    }
    return extent
  }

  private func isInside(_ scope: Int, _ outer: Int) -> Bool {
    var scope = scope
    while scope >= 0 {
      if scope == outer { return true }
      scope = flow.scopes[scope].parent
    }
    return false
  }

  private mutating func placeBox(_ rect: Rect) {
    if let ground = sheet.box.background {
      page.list.fill(Path(rect: rect), .color(ground))
    }
    if let bar = sheet.box.bar {
      let edge = Rect(x: rect.minX, y: rect.minY, width: bar.thickness, height: rect.height)
      page.list.fill(Path(rect: edge), .color(bar.color))
    }
  }
}
