/// The search for the cheapest pages of one flow.
///
/// A node is a way to end a page; nodes of one item stand in a list, and every node is extended by all
/// pages that can begin at it. Items only go forward, so that a node is final when the search comes
/// to its item.
struct Paginator {
  /// How far the document is set at the end of a page, and what the next page must know of it.
  struct State: Equatable {
    var item: Int
    var float: Int
    /// A note that goes on, and its next line; -1 for none.
    var note = -1
    var line = 0
    /// Whether the next page is a right one of an opening, and how many lines the left one is short.
    var isRecto = false
    var shortBy = 0

    /// Whether all that stands before another state at the same item stands before this one too.
    func isNotBehind(_ other: State) -> Bool {
      float >= other.float && (note < 0 || note == other.note && line >= other.line)
    }

    /// The order in which pages advance: floats first, a note that goes on before none.
    func precedes(_ other: State) -> Bool {
      if float != other.float { return float < other.float }
      if (note < 0) != (other.note < 0) { return note >= 0 }
      return note != other.note ? note < other.note : line < other.line
    }
  }

  /// The cheapest way to a state.
  struct Node {
    var state: State
    var cost: Double
    /// The node that the last page begins at; -1 at the start.
    var from: Int
    var page = PageEnd()
    var isDone = false
    /// The next node with the same item; -1 at the end of the list.
    var sibling: Int
  }

  /// What is to be remembered of the page that ends at a node.
  struct PageEnd {
    var emptyLines = 0.0
    var change = Change.none
    var isOverfull = false
    var holdsFloatsAlone = false
  }

  let flow: Flow
  let notes: [NoteMeasure]
  let budget: PageBudget
  let filler: PageFiller
  /// Break costs, and how many floats stand before an item or at it.
  let costs: [Double]
  let floatsBefore: [Int]
  let itemNotes: [NoteLoad]
  let floatNotes: [NoteLoad]
  /// The first variant that begins at an item or after it.
  let variantsBefore: [Int]
  var nodes: [Node] = []
  /// The first node of each item; -1 for none.
  var heads: [Int]
  /// How many floats a page may leave waiting.
  var mostWaiting = 0
  /// Pages that were weighed: what the tests bound.
  var work = 0
  /// The ways to end a page that begins with an item, by the number of its floats: they are the same
  /// for all states that begin there.
  var fillings: [Filling]

  init(flow: Flow, notes: [NoteMeasure], budget: PageBudget) {
    self.flow = flow
    self.notes = notes
    self.budget = budget
    filler = PageFiller(flow: flow, leading: budget.leading)
    costs = flow.items.map(\.cost)
    heads = Array(repeating: -1, count: flow.items.count + 1)
    fillings = Array(repeating: Filling(), count: Self.mostFloats + 1)
    var float = 0
    floatsBefore = (0...flow.items.count).map { item in
      while float < flow.floats.count, flow.floats[float].anchor <= item { float += 1 }
      return float
    }
    var variant = 0
    variantsBefore = (0...flow.items.count).map { item in
      while variant < flow.variants.count, flow.variants[variant].items.lowerBound < item {
        variant += 1
      }
      return variant
    }
    itemNotes = flow.items.map { NoteLoad(flow.noteMarks[$0.notes], notes) }
    floatNotes = flow.floats.map { NoteLoad(flow.noteMarks[$0.notes], notes) }
  }

  var start: State {
    State(item: 0, float: 0, isRecto: budget.isFacing && !budget.startsOnVerso)
  }

  mutating func run() -> [PagePlan] {
    offer(start, cost: 0, from: -1)
    for item in heads.indices {
      while let node = nextNode(at: item) {
        nodes[node].isDone = true
        if !isEnd(nodes[node].state), !isHopeless(node) { extend(node) }
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

  func isEnd(_ state: State) -> Bool {
    state.item == flow.items.count && state.float == flow.floats.count && state.note < 0
  }

  /// Whether another node of the item has nothing less behind it and is cheaper by more than could be
  /// made good later.
  private func isHopeless(_ node: Int) -> Bool {
    var other = heads[nodes[node].state.item]
    while other >= 0 {
      if nodes[other].cost + BreakCost.hopeless < nodes[node].cost,
        nodes[other].state.isNotBehind(nodes[node].state)
      {
        return true
      }
      other = nodes[other].sibling
    }
    return false
  }

  /// Keeps the cheapest way to a state, unless it is hopeless.
  mutating func offer(_ state: State, cost: Double, from: Int, _ page: PageEnd = PageEnd()) {
    var node = heads[state.item]
    var same = -1
    while node >= 0 {
      if nodes[node].state == state {
        same = node
      } else if nodes[node].cost + BreakCost.hopeless < cost,
        nodes[node].state.isNotBehind(state)
      {
        return
      }
      node = nodes[node].sibling
    }
    if same < 0 {
      nodes.append(
        Node(state: state, cost: cost, from: from, page: page, sibling: heads[state.item]))
      heads[state.item] = nodes.count - 1
    } else if cost < nodes[same].cost {
      nodes[same].cost = cost
      nodes[same].from = from
      nodes[same].page = page
    }
  }

  /// Tries every way to fill the page that begins at a node, and ways that leave many floats waiting
  /// only where there is no other.
  private mutating func extend(_ node: Int) {
    mostWaiting = Self.mostFloats
    if offerPages(from: node) { return }
    mostWaiting = .max
    if !offerPages(from: node) { forcePage(from: node) }
  }

  /// - Returns: whether any page was found.
  private mutating func offerPages(from node: Int) -> Bool {
    let state = nodes[node].state
    var fullest = Double.infinity
    offerFloatPages(from: node, &fullest)
    for limit in state.float...min(flow.floats.count, state.float + Self.mostFloats) {
      let reached = fill(limit - state.float, from: state)
      tryPages(from: node, limit - state.float, &fullest)
      // With one more float the page ends no later: when its place was not reached, stop.
      if limit < flow.floats.count, flow.floats[limit].anchor > reached { break }
    }
    return fullest < .infinity
  }

  /// A page for what fits no page: the item stands alone and runs over, and says so.
  private mutating func forcePage(from node: Int) {
    let state = nodes[node].state
    var target = next(after: state, item: state.item, float: state.float)
    if state.item < flow.items.count {
      target.item = state.item + 1
    } else if state.float < flow.floats.count {
      target.float = state.float + 1
    }
    offer(target, cost: nodes[node].cost + 1e9, from: node, PageEnd(isOverfull: true))
  }

  /// The state that the page after another begins in, on the other side of the leaf.
  func next(after state: State, item: Int, float: Int) -> State {
    State(item: item, float: float, isRecto: budget.isFacing && !state.isRecto)
  }

  /// Floats that one page may hold.
  static let mostFloats = 4
}
