import Drawing
import Seeds
import Testing

@testable import Composition

/// Floats in their zones and text in columns, as they come to stand on pages.
@Suite struct PageFillerTests {
  private static let budget = PageBudget(
    height: 120, opener: 0, leading: 10, noteSeparator: 5, noteGap: 0)

  @Test("Floats keep their order over head, text and foot, and nothing overlaps", arguments: 0..<80)
  func zones(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var flow = Flow()
    flow.items = (0..<60).map { _ in FlowItem(content: .space, height: 10) }
    var anchor = 0
    while flow.floats.count < 8 {
      anchor += Int.random(in: 0...9, using: &random)
      let height = Double(Int.random(in: 2...6, using: &random)) * 10
      var placement = FloatPlacement.allCases.shuffled(using: &random)
      placement.removeLast(Int.random(in: 0...3, using: &random))
      flow.floats.append(
        FloatItem(
          anchor: min(anchor, 60), items: [FlowItem(content: .space, height: height)], before: 10,
          after: 10, notes: 0..<0, placement: placement))
    }
    let plans = paginate(flow, notes: [], budget: Self.budget)
    #expect(plans.flatMap { Array($0.items) } == Array(flow.items.indices))
    #expect(plans.flatMap { Array($0.floats) } == Array(flow.floats.indices))
    for plan in plans where !plan.isOverfull { check(plan, flow) }
  }

  private func check(_ plan: PagePlan, _ flow: Flow) {
    let filler = PageFiller(flow: flow, leading: 10)
    var body: [(top: Double, bottom: Double)] = []
    var foot = 0.0
    var order: [(y: Double, float: Int)] = []
    let place = { (entry: PageFiller.Entry, y: Double) in
      switch entry {
      case .item(let item, _): body.append((y, y + flow.items[item].height))
      case .float(let float):
        body.append((y, y + flow.floats[float].height))
        order.append((y, float))
        if plan.holdsFloatsAlone { #expect(flow.floats[float].placement.contains(.page)) }
      case .footFloat(let float):
        #expect(flow.floats[float].placement.contains(.bottom))
        foot = max(foot, y + flow.floats[float].height)
        order.append((1000 + y, float))
      case .reopening, .columnReopening: break
      }
    }
    if plan.holdsFloatsAlone {
      filler.fillPage(plan.floats, place: place)
    } else {
      filler.fill(
        from: plan.items.lowerBound, floats: plan.floats, top: 0, upTo: plan.items.upperBound,
        place: place)
    }
    body.sort { $0.top < $1.top }
    for (above, below) in zip(body, body.dropFirst()) { #expect(above.bottom <= below.top + 0.01) }
    #expect((body.last?.bottom ?? 0) + foot <= Self.budget.height + 0.02)
    #expect(order.sorted { $0.y < $1.y }.map(\.float) == Array(plan.floats))
  }

  @Test("Columns hold their items once, in order, as evenly as can be", arguments: 0..<60)
  func columns(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var flow = Flow()
    let count = Int.random(in: 2...3, using: &random)
    flow.columns = [ColumnGroup(count: count, pitch: 100, width: 90)]
    for _ in 0..<Int.random(in: 1...9, using: &random) {
      var item = FlowItem(
        content: .space, height: Double(Int.random(in: 1...3, using: &random)) * 10)
      item.columns = 0
      item.cost = [0, 0, BreakCost.widow].randomElement(using: &random) ?? 0
      flow.items.append(item)
    }
    var placed: [(item: Int, column: Int, y: Double)] = []
    var height = 0.0
    PageFiller(flow: flow, leading: 10).fill(
      from: 0, floats: 0..<0, top: 0,
      place: { entry, y in
        if case .item(let item, let x) = entry { placed.append((item, Int(x / 100), y)) }
      },
      visit: { _, used in
        height = used
        return true
      })
    #expect(placed.map(\.item) == Array(flow.items.indices))
    for (one, next) in zip(placed, placed.dropFirst()) {
      let isBelow = next.column == one.column && next.y == one.y + flow.items[one.item].height
      let isBeside = next.column == one.column + 1 && next.y == 0
      #expect(isBelow || isBeside)
      if isBeside { #expect(flow.items[next.item].cost < BreakCost.widow) }
    }
    #expect(height == leastHeight(flow, from: 0, columns: count))
  }

  /// The least height of columns, by trying every way to end the first.
  private func leastHeight(_ flow: Flow, from start: Int, columns: Int) -> Double {
    let rest = flow.items[start...].reduce(0) { $0 + $1.height }
    guard columns > 1, start < flow.items.count else { return rest }
    var best = rest
    var height = 0.0
    for end in start + 1..<flow.items.count {
      height += flow.items[end - 1].height
      guard flow.items[end].cost < BreakCost.widow else { continue }
      best = min(best, max(height, leastHeight(flow, from: end, columns: columns - 1)))
    }
    return best
  }
}
