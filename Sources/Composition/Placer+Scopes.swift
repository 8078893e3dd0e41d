internal import Drawing
internal import Geometry
internal import Stylesheet

/// What surrounds several items: the grounds of boxes, and what tables show where pages divide them.
extension Placer {
  /// Draws what lies behind and around the boxes and tables of a page.
  mutating func placeScopes(_ entries: [(PageFiller.Entry, Double)], _ plan: PagePlan) {
    let continued = flow.openScopes(at: plan.items.upperBound)
    divided = continued.isEmpty ? nil : flow.lastRow(before: plan.items.upperBound)
    for scope in flow.scopes(of: plan.items) {
      guard case (let x, var top, var bottom)? = extent(of: scope, entries, plan) else { continue }
      for inner in continued where isInside(inner, scope) {
        bottom += flow.scopes[inner].closing
      }
      top += area.minY
      bottom += area.minY
      switch flow.scopes[scope].kind {
      case .box(let left, let width):
        placeBox(Rect(x: area.minX + x + left, y: top, width: width, height: bottom - top))
      case .row(let index, let row):
        let table = flow.tables[index]
        let piece = Rect(
          x: area.minX + x + table.x, y: top, width: table.measure, height: bottom - top)
        placeRowGround(row, of: table, results[table.job].table, in: piece)
      case .table(let table):
        placeEnds(of: flow.tables[table], scope, bottom: bottom, plan)
        placeBeginning(of: flow.tables[table], scope, entries, plan)
      case .term: break
      }
    }
  }

  /// Draws the lines of carried sums and the rule under a table that goes on.
  private mutating func placeEnds(
    of table: TableBlock, _ scope: Int, bottom: Double, _ plan: PagePlan
  ) {
    if flow.openScopes(at: plan.items.upperBound).contains(scope) {
      let y = bottom - flow.scopes[scope].closing
      placeCarry(
        of: table, before: plan.items.upperBound, y: y, height: flow.scopes[scope].closing,
        isForward: false)
      placeBottomRule(of: table, y: bottom)
    }
  }

  /// Draws the line of carried sums below the repeated head.
  private mutating func placeBeginning(
    of table: TableBlock, _ scope: Int, _ entries: [(PageFiller.Entry, Double)], _ plan: PagePlan
  ) {
    for (entry, y) in entries {
      guard case .reopening(let item) = entry, let top = top(of: scope, reopenedAt: item, y) else {
        continue
      }
      let line = top + flow.scopes[scope].openingHeight - flow.scopes[scope].closing
      placeCarry(
        of: table, before: item, y: area.minY + line, height: flow.scopes[scope].closing,
        isForward: true)
    }
  }

  /// Where a scope begins to repeat what it opens with: below what the scopes around it repeat.
  private func top(of scope: Int, reopenedAt item: Int, _ y: Double) -> Double? {
    let reopened = flow.openScopes(at: item)
    guard let place = reopened.firstIndex(of: scope) else { return nil }
    return reopened[..<place].reduce(y) { $0 + flow.scopes[$1].openingHeight }
  }

  /// The column that a scope stands in and the height that it takes on a page, with what it repeats at
  /// the head.
  private func extent(
    of scope: Int, _ entries: [(PageFiller.Entry, Double)], _ plan: PagePlan
  ) -> (x: Double, top: Double, bottom: Double)? {
    var extent: (x: Double, top: Double, bottom: Double)?
    for (entry, place) in entries {
      var y = place
      var x = 0.0
      let height: Double
      switch entry {
      case .item(let index, let column):
        x = column
        guard isInside(flow.items[index].scope, scope) else { continue }
        height = flow.items[index].height
      case .reopening(let index):
        guard let top = top(of: scope, reopenedAt: index, y) else { continue }
        y = top
        height = flow.scopes[scope].openingHeight
      case .float, .footFloat, .columnReopening: continue
      }
      extent = (x, min(extent?.top ?? y, y), max(extent?.bottom ?? y, y + height))
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

extension Flow {
  /// The scopes around some items, the outer before the inner.
  fileprivate func scopes(of items: Range<Int>) -> [Int] {
    var found: Set<Int> = []
    for item in self.items[items] {
      var scope = item.scope
      while scope >= 0, found.insert(scope).inserted { scope = scopes[scope].parent }
    }
    return found.sorted()
  }
}
