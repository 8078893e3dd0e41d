/// One page of a part: which items, floats and note lines it holds.
struct PagePlan {
  var items: Range<Int>
  var floats: Range<Int>
  /// Notes whose marks are on the page, with the note that began on the page before.
  var notes: [NotePiece]
  var isOverfull = false
}

/// Lines of a footnote on one page.
struct NotePiece: Hashable {
  var note: Int
  var lines: Range<Int>
}

/// What pagination must know of a footnote.
struct NoteMeasure {
  var lineCount: Int
  var leading: Double
}

/// Heights that pages are filled to, in points.
struct PageBudget {
  var height: Double
  /// Height taken by the opener on the first page.
  var opener: Double
  var leading: Double
  /// Space and rule above the notes.
  var noteSeparator: Double
  var noteGap: Double
}

/// Divides a flow into pages at the least total cost: dynamic programming over all ways to end each
/// page, with floats that may wait and notes that may be split (Plass, "Optimal Pagination
/// Techniques", 1981; Mittelbach, DocEng 2016).
func paginate(_ flow: Flow, notes: [NoteMeasure], budget: PageBudget) -> [PagePlan] {
  guard !flow.items.isEmpty || !flow.floats.isEmpty else {
    return [PagePlan(items: 0..<0, floats: 0..<0, notes: [])]
  }
  var paginator = Paginator(flow: flow, notes: notes, budget: budget)
  return paginator.run()
}

private struct Paginator {
  /// How far a document is set at the end of a page.
  struct State: Hashable {
    var item: Int
    var float: Int
    /// A note that goes on, and its next line; -1 for none.
    var note = -1
    var line = 0
  }

  /// The cheapest way to a state.
  struct Way {
    var cost: Double
    var from: State?
    var plan: PagePlan?
  }

  let flow: Flow
  let notes: [NoteMeasure]
  let budget: PageBudget
  let filler: PageFiller
  private var ways: [State: Way] = [:]
  /// States by their next item, in the order in which they were found.
  private var buckets: [[State]]

  init(flow: Flow, notes: [NoteMeasure], budget: PageBudget) {
    self.flow = flow
    self.notes = notes
    self.budget = budget
    filler = PageFiller(flow: flow, leading: budget.leading)
    buckets = Array(repeating: [], count: flow.items.count + 1)
  }

  mutating func run() -> [PagePlan] {
    let start = State(item: 0, float: 0)
    ways[start] = Way(cost: 0, from: nil, plan: nil)
    buckets[0] = [start]
    for item in buckets.indices {
      var position = 0
      while position < buckets[item].count {
        let state = buckets[item].sorted(by: isEarlier)[position]
        if !isEnd(state) { extend(state) }
        position += 1
      }
    }
    return trace(State(item: flow.items.count, float: flow.floats.count))
  }

  /// The order in which pages advance: floats first, a note that goes on before none.
  private func isEarlier(_ left: State, _ right: State) -> Bool {
    if left.float != right.float { return left.float < right.float }
    if (left.note < 0) != (right.note < 0) { return left.note >= 0 }
    if left.note != right.note { return left.note < right.note }
    return left.line < right.line
  }

  private func isEnd(_ state: State) -> Bool {
    state.item == flow.items.count && state.float == flow.floats.count && state.note < 0
  }

  /// Tries every way to fill the page that begins at a state.
  private mutating func extend(_ state: State) {
    var isStuck = true
    let most = min(flow.floats.count, state.float + 4)
    for limit in state.float...most where tryPages(from: state, floats: state.float..<limit) {
      isStuck = false
    }
    if isStuck { forcePage(from: state) }
  }

  private mutating func tryPages(from state: State, floats: Range<Int>) -> Bool {
    let opener = state.item == 0 && state.float == 0 && state.note < 0 ? budget.opener : 0
    var found: [(next: Int, height: Double)] = []
    filler.fill(from: state.item, floats: floats, top: opener) { next, height in
      guard height <= budget.height + 0.01 else { return false }
      found.append((next, height))
      return true
    }
    var isAny = false
    for candidate in found where isComplete(candidate.next, floats) {
      if tryPage(from: state, to: candidate.next, floats, height: candidate.height) {
        isAny = true
      }
    }
    return isAny
  }

  /// Whether a page that ends before an item has room in order for exactly these floats.
  private func isComplete(_ next: Int, _ floats: Range<Int>) -> Bool {
    floats.isEmpty || flow.floats[floats.upperBound - 1].anchor <= next
  }

  private mutating func tryPage(
    from state: State, to next: Int, _ floats: Range<Int>, height: Double
  ) -> Bool {
    let isProgress = next > state.item || !floats.isEmpty || state.note >= 0
    guard isProgress else { return false }
    let room = budget.height - height
    guard let (pieces, rest) = placeNotes(from: state, to: next, floats, room: room) else {
      return false
    }
    var target = State(item: next, float: floats.upperBound)
    if let rest {
      target.note = rest.note
      target.line = rest.lines.lowerBound
    }
    let plan = PagePlan(items: state.item..<next, floats: floats, notes: pieces)
    let cost = cost(of: plan, to: target, slack: room - noteHeight(pieces))
    offer(target, from: state, cost: cost, plan)
    return true
  }

  private mutating func offer(_ target: State, from state: State, cost: Double, _ plan: PagePlan) {
    let total = (ways[state]?.cost ?? 0) + cost
    if let known = ways[target] {
      guard total < known.cost else { return }
    } else {
      buckets[target.item].append(target)
    }
    ways[target] = Way(cost: total, from: state, plan: plan)
  }

  // MARK: Notes

  /// The note lines of a page; nil when they do not fit even with the last note split.
  private func placeNotes(
    from state: State, to next: Int, _ floats: Range<Int>, room: Double
  ) -> (pieces: [NotePiece], rest: NotePiece?)? {
    var pieces: [NotePiece] = []
    if state.note >= 0 {
      pieces.append(NotePiece(note: state.note, lines: state.line..<notes[state.note].lineCount))
    }
    for mark in marks(state.item..<next, floats) {
      pieces.append(NotePiece(note: mark, lines: 0..<notes[mark].lineCount))
    }
    let excess = noteHeight(pieces) - room
    guard excess > 0.01, let last = pieces.last else { return (pieces, nil) }
    let drop = Int((excess / notes[last.note].leading - 0.001).rounded(.up))
    let kept = last.lines.count - drop
    guard kept >= 2, drop >= 2 || last.lines.count > 60 else { return nil }
    let middle = last.lines.lowerBound + kept
    pieces[pieces.count - 1].lines = last.lines.lowerBound..<middle
    return (pieces, NotePiece(note: last.note, lines: middle..<last.lines.upperBound))
  }

  private func marks(_ items: Range<Int>, _ floats: Range<Int>) -> [Int] {
    var found: [Int] = []
    for index in items { found += flow.noteMarks[flow.items[index].notes] }
    for index in floats { found += flow.noteMarks[flow.floats[index].notes] }
    return found.sorted()
  }

  private func noteHeight(_ pieces: [NotePiece]) -> Double {
    guard !pieces.isEmpty else { return 0 }
    let lines = pieces.reduce(0) { $0 + Double($1.lines.count) * notes[$1.note].leading }
    return budget.noteSeparator + lines + Double(pieces.count - 1) * budget.noteGap
  }

  // MARK: Costs

  /// What a page costs: the square of its empty lines, its break, what it leaves waiting.
  private func cost(of plan: PagePlan, to target: State, slack: Double) -> Double {
    let isLast = isEnd(target)
    let emptyLines = slack / budget.leading
    var cost = isLast ? lastPageCost(emptyLines) : 10 * emptyLines * emptyLines
    if target.item < flow.items.count && target.item > plan.items.lowerBound {
      cost += flow.items[target.item].cost
    }
    if target.note >= 0 { cost += 1500 }
    for float in target.float..<flow.floats.count where flow.floats[float].anchor <= target.item {
      cost += 300
    }
    for float in plan.floats where flow.floats[float].anchor < plan.items.lowerBound {
      cost += 150 * Double(min(plan.items.lowerBound - flow.floats[float].anchor, 20)) / 10
    }
    return cost
  }

  /// A last page of fewer than five lines looks like an accident.
  private func lastPageCost(_ emptyLines: Double) -> Double {
    let lines = budget.height / budget.leading - emptyLines
    return lines < 5 ? 3000 : 0
  }

  /// A page for what fits no page: the item stands alone and runs over, and says so.
  private mutating func forcePage(from state: State) {
    var target = State(item: state.item, float: state.float)
    var plan = PagePlan(
      items: state.item..<state.item, floats: state.float..<state.float, notes: [])
    if state.item < flow.items.count {
      target.item = state.item + 1
      plan.items = state.item..<state.item + 1
    } else if state.float < flow.floats.count {
      target.float = state.float + 1
      plan.floats = state.float..<state.float + 1
    }
    if state.note >= 0 {
      plan.notes = [NotePiece(note: state.note, lines: state.line..<notes[state.note].lineCount)]
    }
    for mark in marks(plan.items, plan.floats) {
      plan.notes.append(NotePiece(note: mark, lines: 0..<notes[mark].lineCount))
    }
    plan.isOverfull = true
    offer(target, from: state, cost: 1e9, plan)
  }

  private func trace(_ end: State) -> [PagePlan] {
    var plans: [PagePlan] = []
    var state = end
    while let way = ways[state], let plan = way.plan, let from = way.from {
      plans.append(plan)
      state = from
    }
    return plans.reversed()
  }
}
