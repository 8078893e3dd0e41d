/// What pages cost when each takes all that fits, as a page-by-page builder fills them.
extension Paginator {
  mutating func firstFitCost() -> Double {
    var state = start
    var total = 0.0
    while !isEnd(state) {
      guard let (target, cost) = fullestPage(from: state) else { return .infinity }
      total += cost
      state = target
    }
    return total
  }

  private mutating func fullestPage(from state: State) -> (State, Double)? {
    let most = min(flow.floats.count, state.float + Self.mostFloats)
    for count in (0...most - state.float).reversed() {
      _ = fill(count, from: state)
      for candidate in fillings[count].candidates.reversed() {
        if let page = page(from: state, to: candidate, count) { return page }
      }
    }
    return nil
  }

  private func page(
    from state: State, to candidate: Candidate, _ count: Int
  ) -> (State, Double)? {
    let isBad = breakCost(at: candidate.next) >= BreakCost.forbidden
    guard candidate.next > state.item || count > 0 || state.note >= 0, !isBad else { return nil }
    var target = next(after: state, item: candidate.next, float: state.float + count)
    let room = budget.height - candidate.height
    guard room >= -0.01, let used = fitNotes(candidate.notes, from: state, room: room, &target)
    else { return nil }
    let emptyLines = (room - used) / budget.leading
    let depth = used > 0 || fillings[count].hasFoot ? 0 : emptyLines
    close(&target, after: state, shortBy: depth)
    return (target, cost(from: state, to: target, emptyLines: emptyLines, shortBy: depth))
  }
}
