/// Pages that each take all that fits, as a page-by-page builder fills them.
struct FirstFit {
  var cost = 0.0
  var pages = 0
}

extension Paginator {
  /// What first fit makes of the flow; at infinite cost when it comes to what fits no page.
  mutating func firstFit() -> FirstFit {
    var state = start
    var result = FirstFit()
    while !isEnd(state) {
      guard let (target, cost) = fullestPage(from: state) else {
        return FirstFit(cost: .infinity, pages: result.pages)
      }
      result.cost += cost
      result.pages += 1
      state = target
    }
    return result
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
    return (
      target,
      cost(
        from: state, to: target, emptyLines: emptyLines, noteLines: used / budget.leading,
        shortBy: depth)
    )
  }
}
