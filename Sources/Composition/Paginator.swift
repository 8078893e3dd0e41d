/// The search for the cheapest pages of one flow.
struct Paginator {
  /// How far the document is set at the end of a page.
  private struct State: Equatable {
    var item: Int
    var float: Int
    /// A note that goes on, and its next line; -1 for none.
    var note = -1
    var line = 0

    /// The order in which pages advance: floats first, a note that goes on before none.
    func precedes(_ other: State) -> Bool {
      if float != other.float { return float < other.float }
      if (note < 0) != (other.note < 0) { return note >= 0 }
      return note != other.note ? note < other.note : line < other.line
    }
  }

  /// The cheapest way to a state.
  private struct Node {
    var state: State
    var cost: Double
    /// The node that the last page begins at; -1 at the start.
    var from: Int
    var emptyLines = 0.0
    var isOverfull = false
    var isDone = false
    /// The next node with the same item; -1 at the end of the list.
    var sibling: Int
  }

  /// A way to end the page that is being filled.
  private struct Candidate {
    var next: Int
    var height: Double
    /// Notes whose marks are on the page: height without the separator, number, and the last one.
    var notes: NoteLoad
  }

  /// The notes of a page in sum.
  fileprivate struct NoteLoad {
    var height = 0.0
    var count = 0
    var last = -1
  }

  private let flow: Flow
  private let notes: [NoteMeasure]
  private let budget: PageBudget
  private let filler: PageFiller
  /// Break costs, and how many floats stand before an item or at it.
  private let costs: [Double]
  private let floatsBefore: [Int]
  private let itemNotes: [NoteLoad]
  private let floatNotes: [NoteLoad]
  private var nodes: [Node] = []
  /// The first node of each item; -1 for none.
  private var heads: [Int]
  private var candidates: [Candidate] = []

  init(flow: Flow, notes: [NoteMeasure], budget: PageBudget) {
    self.flow = flow
    self.notes = notes
    self.budget = budget
    filler = PageFiller(flow: flow, leading: budget.leading)
    costs = flow.items.map(\.cost)
    heads = Array(repeating: -1, count: flow.items.count + 1)
    var float = 0
    floatsBefore = (0...flow.items.count).map { item in
      while float < flow.floats.count, flow.floats[float].anchor <= item { float += 1 }
      return float
    }
    let load = { (marks: Range<Int>) in
      flow.noteMarks[marks].reduce(into: NoteLoad()) { load, note in
        load.height += notes[note].height
        load.count += 1
        load.last = max(load.last, note)
      }
    }
    itemNotes = flow.items.map { load($0.notes) }
    floatNotes = flow.floats.map { load($0.notes) }
  }

  mutating func run() -> [PagePlan] {
    offer(State(item: 0, float: 0), cost: 0, from: -1)
    for item in heads.indices {
      while let node = nextNode(at: item) {
        nodes[node].isDone = true
        if !isEnd(nodes[node].state) { extend(node) }
      }
    }
    return trace()
  }

  private func nextNode(at item: Int) -> Int? {
    var best: Int?
    var node = heads[item]
    while node >= 0 {
      if !nodes[node].isDone, best.map({ nodes[node].state.precedes(nodes[$0].state) }) ?? true {
        best = node
      }
      node = nodes[node].sibling
    }
    return best
  }

  private func isEnd(_ state: State) -> Bool {
    state.item == flow.items.count && state.float == flow.floats.count && state.note < 0
  }

  private mutating func offer(
    _ state: State, cost: Double, from: Int, emptyLines: Double = 0, isOverfull: Bool = false
  ) {
    var node = heads[state.item]
    while node >= 0, nodes[node].state != state { node = nodes[node].sibling }
    if node < 0 {
      nodes.append(
        Node(
          state: state, cost: cost, from: from, emptyLines: emptyLines, isOverfull: isOverfull,
          sibling: heads[state.item]))
      heads[state.item] = nodes.count - 1
    } else if cost < nodes[node].cost {
      nodes[node].cost = cost
      nodes[node].from = from
      nodes[node].emptyLines = emptyLines
      nodes[node].isOverfull = isOverfull
    }
  }

  /// Tries every way to fill the page that begins at a node, with more and more floats.
  private mutating func extend(_ node: Int) {
    let state = nodes[node].state
    var isStuck = true
    for limit in state.float...min(flow.floats.count, state.float + 4) {
      let floats = state.float..<limit
      collectCandidates(from: state, floats)
      for candidate in candidates where isComplete(candidate.next, floats) {
        if tryPage(from: node, to: candidate, floats) { isStuck = false }
      }
      // With one more float the page ends no later: when its place was not reached, stop.
      let reached = candidates.last?.next ?? state.item
      if limit < flow.floats.count, flow.floats[limit].anchor > reached { break }
    }
    if isStuck { forcePage(from: node) }
  }

  private mutating func collectCandidates(from state: State, _ floats: Range<Int>) {
    let opener = state.item == 0 && state.float == 0 && state.note < 0 ? budget.opener : 0
    let limit = budget.height + 0.01
    var found = candidates
    found.removeAll(keepingCapacity: true)
    var load = NoteLoad()
    var float = floats.lowerBound
    filler.heights(from: state.item, floats: floats, top: opener) { next, height in
      guard height <= limit else { return false }
      if next > state.item { load.add(itemNotes[next - 1]) }
      while float < floats.upperBound, flow.floats[float].anchor <= next {
        load.add(floatNotes[float])
        float += 1
      }
      found.append(Candidate(next: next, height: height, notes: load))
      return true
    }
    candidates = found
  }

  /// Whether a page that ends before an item has room in order for exactly these floats.
  private func isComplete(_ next: Int, _ floats: Range<Int>) -> Bool {
    floats.isEmpty || flow.floats[floats.upperBound - 1].anchor <= next
  }

  private mutating func tryPage(
    from node: Int, to candidate: Candidate, _ floats: Range<Int>
  ) -> Bool {
    let state = nodes[node].state
    guard candidate.next > state.item || !floats.isEmpty || state.note >= 0 else { return false }
    var target = State(item: candidate.next, float: floats.upperBound)
    let room = budget.height - candidate.height
    guard let used = fitNotes(candidate.notes, from: state, room: room, &target) else {
      return false
    }
    let cost = cost(from: state, to: target, floats, slack: room - used)
    offer(
      target, cost: nodes[node].cost + cost, from: node,
      emptyLines: (room - used) / budget.leading)
    return true
  }

  // MARK: Notes

  /// The height that the notes of a page take, nil when they do not fit even with the last one split.
  ///
  /// What is left of the last note goes into the target state.
  private func fitNotes(
    _ load: NoteLoad, from state: State, room: Double, _ target: inout State
  ) -> Double? {
    var load = load
    var first = 0
    if state.note >= 0 {
      let lines = notes[state.note].lineCount - state.line
      load.height += Double(lines) * notes[state.note].leading
      load.count += 1
      if load.last < 0 {
        load.last = state.note
        first = state.line
      }
    }
    guard load.count > 0 else { return 0 }
    let height = budget.noteSeparator + load.height + Double(load.count - 1) * budget.noteGap
    let excess = height - room
    guard excess > 0.01 else { return height }
    let last = notes[load.last]
    let drop = Int((excess / last.leading - 0.001).rounded(.up))
    let kept = last.lineCount - first - drop
    guard kept >= 2, drop >= 2 else { return nil }
    target.note = load.last
    target.line = first + kept
    return height - Double(drop) * last.leading
  }

  // MARK: Costs

  /// What a page costs: the square of its empty lines, its break, what it leaves waiting.
  private func cost(
    from state: State, to target: State, _ floats: Range<Int>, slack: Double
  ) -> Double {
    let emptyLines = slack / budget.leading
    var cost = isEnd(target) ? lastPageCost(emptyLines) : 10 * emptyLines * emptyLines
    if target.item < costs.count && target.item > state.item { cost += costs[target.item] }
    if target.note >= 0 { cost += BreakCost.splitNote }
    cost += BreakCost.waitingFloat * Double(max(floatsBefore[target.item] - target.float, 0))
    for float in floats where flow.floats[float].anchor < state.item {
      let distance = min(state.item - flow.floats[float].anchor, 20)
      cost += BreakCost.floatDistance * Double(distance)
    }
    return cost
  }

  private func lastPageCost(_ emptyLines: Double) -> Double {
    budget.height / budget.leading - emptyLines < 5 ? BreakCost.shortLastPage : 0
  }

  /// A page for what fits no page: the item stands alone and runs over, and says so.
  private mutating func forcePage(from node: Int) {
    let state = nodes[node].state
    var target = State(item: state.item, float: state.float)
    if state.item < flow.items.count {
      target.item = state.item + 1
    } else if state.float < flow.floats.count {
      target.float = state.float + 1
    }
    offer(target, cost: nodes[node].cost + 1e9, from: node, isOverfull: true)
  }

  // MARK: First fit

  /// What the pages cost when each takes all that fits, as a page-by-page builder fills them.
  mutating func firstFitCost() -> Double {
    var state = State(item: 0, float: 0)
    var total = 0.0
    while !isEnd(state) {
      guard let (target, cost) = fullestPage(from: state) else { return .infinity }
      total += cost
      state = target
    }
    return total
  }

  private mutating func fullestPage(from state: State) -> (State, Double)? {
    for limit in (state.float...min(flow.floats.count, state.float + 4)).reversed() {
      let floats = state.float..<limit
      collectCandidates(from: state, floats)
      for candidate in candidates.reversed() where isComplete(candidate.next, floats) {
        let isBad = candidate.next < costs.count && costs[candidate.next] >= BreakCost.forbidden
        guard candidate.next > state.item || !floats.isEmpty || state.note >= 0, !isBad else {
          continue
        }
        var target = State(item: candidate.next, float: floats.upperBound)
        let room = budget.height - candidate.height
        guard let used = fitNotes(candidate.notes, from: state, room: room, &target) else {
          continue
        }
        return (target, cost(from: state, to: target, floats, slack: room - used))
      }
    }
    return nil
  }

  // MARK: Plans

  private func trace() -> [PagePlan] {
    let end = State(item: flow.items.count, float: flow.floats.count)
    var node = nodes.firstIndex { $0.state == end } ?? -1
    var plans: [PagePlan] = []
    while node >= 0, nodes[node].from >= 0 {
      var plan = plan(from: nodes[nodes[node].from].state, to: nodes[node])
      plan.cost = nodes[node].cost - nodes[nodes[node].from].cost
      plan.emptyLines = nodes[node].emptyLines
      plans.append(plan)
      node = nodes[node].from
    }
    return plans.reversed()
  }

  private func plan(from start: State, to end: Node) -> PagePlan {
    let items = start.item..<end.state.item
    let floats = start.float..<end.state.float
    var pieces: [NotePiece] = []
    if start.note >= 0 {
      pieces.append(
        NotePiece(note: start.note, lines: start.line..<notes[start.note].lineCount))
    }
    let marks =
      items.flatMap { flow.noteMarks[flow.items[$0].notes] }
      + floats.flatMap { flow.noteMarks[flow.floats[$0].notes] }
    for note in marks.sorted() {
      pieces.append(NotePiece(note: note, lines: 0..<notes[note].lineCount))
    }
    if let last = pieces.lastIndex(where: { $0.note == end.state.note }) {
      pieces[last].lines = pieces[last].lines.lowerBound..<end.state.line
      pieces[last].isContinued = true
    }
    return PagePlan(items: items, floats: floats, notes: pieces, isOverfull: end.isOverfull)
  }
}

extension Paginator.NoteLoad {
  fileprivate mutating func add(_ other: Paginator.NoteLoad) {
    height += other.height
    count += other.count
    last = max(last, other.last)
  }
}
