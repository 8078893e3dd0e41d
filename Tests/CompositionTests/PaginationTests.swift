import Seeds
import Testing

@testable import Composition

/// Pagination against an oracle that tries every way to end every page.
@Suite struct PaginationTests {
  private static let budget = PageBudget(
    height: 60, opener: 0, leading: 10, noteSeparator: 5, noteGap: 0)

  @Test("The cheapest of all divisions is found", arguments: 0..<60)
  func oracle(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var flow = Flow()
    for _ in 0..<Int.random(in: 3...13, using: &random) {
      var item = FlowItem(
        content: .space, height: Double(Int.random(in: 1...3, using: &random)) * 10)
      item.before = Bool.random(using: &random) ? 0 : 10
      item.cost = [0, 0, 0, 500, BreakCost.widow].randomElement(using: &random) ?? 0
      flow.items.append(item)
    }
    let plans = paginate(flow, notes: [], budget: Self.budget)
    #expect(plans.flatMap { Array($0.items) } == Array(flow.items.indices))
    let found = cost(of: plans.map(\.items.upperBound), flow)
    #expect(found == cheapest(flow, from: 0))
  }

  @Test("Floats keep their order and never come before their place", arguments: 0..<40)
  func floats(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var flow = Flow()
    let count = Int.random(in: 8...30, using: &random)
    flow.items = (0..<count).map { _ in FlowItem(content: .space, height: 10) }
    var anchor = 0
    while anchor < count, flow.floats.count < 6 {
      anchor += Int.random(in: 1...8, using: &random)
      let height = Double(Int.random(in: 1...5, using: &random)) * 10
      flow.floats.append(
        FloatItem(
          anchor: min(anchor, count), items: [FlowItem(content: .space, height: height)],
          before: 10, after: 10, notes: 0..<0))
    }
    let plans = paginate(flow, notes: [], budget: Self.budget)
    #expect(plans.flatMap { Array($0.items) } == Array(flow.items.indices))
    #expect(plans.flatMap { Array($0.floats) } == Array(flow.floats.indices))
    for plan in plans {
      for float in plan.floats { #expect(flow.floats[float].anchor <= plan.items.upperBound) }
    }
  }

  @Test("No division costs more than filling each page in turn", arguments: 0..<60)
  func firstFit(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var flow = Flow()
    for index in 0..<Int.random(in: 10...60, using: &random) {
      var item = FlowItem(content: .space, height: 10)
      item.before = Bool.random(using: &random) ? 0 : 5
      item.cost = [0, 0, 500, BreakCost.widow].randomElement(using: &random) ?? 0
      flow.items.append(item)
      if index % 7 == 3, flow.floats.count < 5 {
        flow.floats.append(
          FloatItem(
            anchor: index, items: [FlowItem(content: .space, height: 20)], before: 10, after: 10,
            notes: 0..<0))
      }
    }
    let plans = paginate(flow, notes: [], budget: Self.budget)
    var paginator = Paginator(flow: flow, notes: [], budget: Self.budget)
    let total = plans.reduce(0) { $0 + $1.cost }
    #expect(total <= paginator.firstFit().cost + 0.001)
  }

  @Test("The work grows with the document, with all its notes, floats and variants")
  func work() {
    var works: [Int] = []
    for paragraphs in [100, 200, 400] {
      var flow = Flow()
      var notes: [NoteMeasure] = []
      for paragraph in 0..<paragraphs {
        let first = flow.items.count
        for line in 0..<6 {
          var item = FlowItem(content: .space, height: 10)
          item.cost = line == 1 || line == 5 ? BreakCost.widow : 0
          flow.items.append(item)
        }
        flow.variants.append(
          FlowVariant(
            items: first..<first + 6, text: 0, leading: 10, shorter: 50, longer: 50))
        if paragraph % 3 == 1 {
          flow.noteMarks.append(notes.count)
          flow.items[first + 2].notes = notes.count..<notes.count + 1
          notes.append(NoteMeasure(lineCount: 8, leading: 5))
        }
        if paragraph % 4 == 2 {
          flow.floats.append(
            FloatItem(
              anchor: flow.items.count, items: [FlowItem(content: .space, height: 50)], before: 10,
              after: 10, notes: 0..<0))
        }
      }
      var budget = PageBudget(
        height: 370, opener: 0, leading: 10, noteSeparator: 5, noteGap: 0)
      budget.isFacing = true
      var paginator = Paginator(flow: flow, notes: notes, budget: budget)
      _ = paginator.run()
      works.append(paginator.work)
    }
    #expect(works[1] < works[0] * 9 / 4 && works[2] < works[1] * 9 / 4)
    #expect(works[2] < 2400 * 200)
  }

  @Test("Every line of every note is placed once, in order", arguments: 0..<40)
  func notes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var flow = Flow()
    var notes: [NoteMeasure] = []
    for index in 0..<30 {
      var item = FlowItem(content: .space, height: 10)
      if Int.random(in: 0..<4, using: &random) == 0 {
        flow.noteMarks.append(notes.count)
        item.notes = flow.noteMarks.count - 1..<flow.noteMarks.count
        notes.append(NoteMeasure(lineCount: Int.random(in: 1...9, using: &random), leading: 5))
      }
      item.cost = index % 5 == 0 ? 500 : 0
      flow.items.append(item)
    }
    let plans = paginate(flow, notes: notes, budget: Self.budget)
    var lines = [Int](repeating: 0, count: notes.count)
    for plan in plans {
      for piece in plan.notes {
        #expect(piece.lines.lowerBound == lines[piece.note])
        lines[piece.note] = piece.lines.upperBound
      }
      let marks = plan.items.flatMap { Array(flow.noteMarks[flow.items[$0].notes]) }
      #expect(Set(plan.notes.filter { $0.lines.lowerBound == 0 }.map(\.note)) == Set(marks))
    }
    #expect(lines == notes.map(\.lineCount))
  }

  // The cost model, written again from its description: ten for the square of each empty line, what
  // the break itself costs, and three thousand for a last page of fewer than five lines.

  private func height(_ flow: Flow, _ range: Range<Int>) -> Double {
    range.reduce(0) { sum, index in
      sum + flow.items[index].height + (index == range.lowerBound ? 0 : flow.items[index].before)
    }
  }

  private func pageCost(_ flow: Flow, _ range: Range<Int>) -> Double? {
    let used = height(flow, range)
    guard used <= Self.budget.height else { return nil }
    let empty = (Self.budget.height - used) / 10
    if range.upperBound == flow.items.count { return used / 10 < 5 ? 3000 : 0 }
    return 10 * empty * empty + flow.items[range.upperBound].cost
  }

  private func cost(of ends: [Int], _ flow: Flow) -> Double? {
    var start = 0
    var total = 0.0
    for end in ends {
      guard let cost = pageCost(flow, start..<end) else { return nil }
      total += cost
      start = end
    }
    return total
  }

  private func cheapest(_ flow: Flow, from start: Int) -> Double? {
    if start == flow.items.count { return 0 }
    return (start + 1...flow.items.count).compactMap { end in
      guard let page = pageCost(flow, start..<end), let rest = cheapest(flow, from: end) else {
        return nil
      }
      return page + rest
    }.min()
  }
}
