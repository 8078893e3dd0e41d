import Seeds
import Testing

@testable import Composition

/// Pages that face each other, and paragraphs in a line more or fewer, against an oracle that tries
/// every way.
@Suite struct FacingPagesTests {
  @Test("The cheapest pages are found with facing depths and paragraph variants", arguments: 0..<80)
  func oracle(seed: UInt64) throws {
    let world = SpreadWorld(seed: seed)
    let plans = paginate(world.flow, notes: [], budget: world.budget)
    #expect(plans.flatMap { Array($0.items) } == Array(world.flow.items.indices))
    let found = plans.reduce(0) { $0 + $1.cost }
    let least = world.cheapest(from: 0, isRecto: !world.budget.startsOnVerso, shortBy: 0)
    #expect(abs(found - least) < 0.001)
  }

  @Test("A paragraph changes its length only where the page is cheaper for it")
  func changes() {
    var used = 0
    for seed in UInt64(0)..<80 {
      let world = SpreadWorld(seed: seed)
      let plans = paginate(world.flow, notes: [], budget: world.budget)
      let plain = world.withoutVariants()
      let other = paginate(plain.flow, notes: [], budget: plain.budget)
      #expect(plans.reduce(0) { $0 + $1.cost } <= other.reduce(0) { $0 + $1.cost } + 0.001)
      for plan in plans {
        guard let change = plan.change else { continue }
        used += 1
        let items = world.flow.variants[change.variant].items
        #expect(plan.items.lowerBound <= items.lowerBound)
        #expect(plan.items.upperBound >= items.upperBound)
      }
    }
    #expect(used > 10)
  }
}

/// Paragraphs of lines of one height on pages of six lines.
private struct SpreadWorld {
  var flow = Flow()
  var budget = PageBudget(height: 60, opener: 0, leading: 10, noteSeparator: 5, noteGap: 0)

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    budget.isFacing = true
    budget.startsOnVerso = Bool.random(using: &random)
    for _ in 0..<Int.random(in: 2...6, using: &random) {
      let first = flow.items.count
      let count = Int.random(in: 1...4, using: &random)
      for line in 0..<count {
        var item = FlowItem(content: .space, height: 10)
        item.cost = line == 1 || line == count - 1 ? BreakCost.widow : 0
        if line == 0 { item.cost = [0, 0, 500].randomElement(using: &random) ?? 0 }
        flow.items.append(item)
      }
      flow.variants.append(
        FlowVariant(
          items: first..<first + count, text: 0, leading: 10,
          shorter: Bool.random(using: &random) ? Double.random(in: 40...200, using: &random) : nil,
          longer: Bool.random(using: &random) ? Double.random(in: 40...200, using: &random) : nil))
    }
  }

  func withoutVariants() -> SpreadWorld {
    var world = self
    world.flow.variants = []
    return world
  }

  // The cost model written again from its description: ten for the square of each empty line, the
  // break, thirty for the square of each line between facing pages (two lines look like more), what
  // a changed paragraph costs, three thousand for a last page of fewer than five lines.

  func cheapest(from start: Int, isRecto: Bool, shortBy: Int) -> Double {
    if start == flow.items.count { return 0 }
    var best = Double.infinity
    for end in start + 1...flow.items.count {
      let room = 6 - Double(end - start)
      for (lines, cost) in changes(in: start..<end) {
        // Shorter only to take in what would not fit, longer only to fill what would stay empty.
        let empty = room - lines
        guard empty >= 0, lines >= 0 || room < 0 else { continue }
        best = min(best, cost + page(end, empty: empty, isRecto: isRecto, shortBy: shortBy))
      }
    }
    return best
  }

  private func page(_ end: Int, empty: Double, isRecto: Bool, shortBy: Int) -> Double {
    if end == flow.items.count { return 6 - empty < 5 ? 3000 : 0 }
    let depth = Int(min(empty, 2))
    let facing = isRecto ? 30 * Double((depth - shortBy) * (depth - shortBy)) : 0
    return 10 * empty * empty + flow.items[end].cost + facing
      + cheapest(from: end, isRecto: !isRecto, shortBy: isRecto ? 0 : depth)
  }

  private func changes(in range: Range<Int>) -> [(lines: Double, cost: Double)] {
    var all = [(0.0, 0.0)]
    for variant in flow.variants
    where variant.items.lowerBound >= range.lowerBound
      && variant.items.upperBound <= range.upperBound
    {
      if let cost = variant.shorter { all.append((-1, cost)) }
      if let cost = variant.longer { all.append((1, cost)) }
    }
    return all
  }
}
