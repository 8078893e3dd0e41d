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
    for limit in (state.float...most).reversed() {
      let floats = state.float..<limit
      collectCandidates(from: state, floats)
      for candidate in candidates.reversed() where isComplete(candidate.next, floats) {
        if let page = page(from: state, to: candidate, floats) { return page }
      }
    }
    return nil
  }

  private func page(
    from state: State, to candidate: Candidate, _ floats: Range<Int>
  ) -> (State, Double)? {
    let isBad = breakCost(at: candidate.next) >= BreakCost.forbidden
    guard candidate.next > state.item || !floats.isEmpty || state.note >= 0, !isBad else {
      return nil
    }
    var target = next(after: state, item: candidate.next, float: floats.upperBound)
    let room = budget.height - candidate.height
    guard room >= -0.01, let used = fitNotes(candidate.notes, from: state, room: room, &target)
    else { return nil }
    let emptyLines = (room - used) / budget.leading
    let depth = used > 0 || hasFootFloats ? 0 : emptyLines
    close(&target, after: state, shortBy: depth)
    return (target, cost(from: state, to: target, floats, emptyLines: emptyLines, shortBy: depth))
  }
}
