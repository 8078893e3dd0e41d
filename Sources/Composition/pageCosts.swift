/// The one cost model of pages, on the scale on which one empty line costs ten.
extension Paginator {
  /// What a page costs: the square of its empty lines, its break, what it leaves waiting, and how it
  /// looks beside the page that it faces.
  ///
  /// `emptyLines` are taken by neither text nor notes, `noteLines` by the notes; `shortBy` are empty at
  /// its very foot, where notes and floats hide them.
  func cost(
    from state: State, to target: State, emptyLines: Double, noteLines: Double, shortBy: Double
  ) -> Double {
    var cost = isEnd(target) ? lastPageCost(emptyLines + noteLines) : 10 * emptyLines * emptyLines
    if target.item > state.item { cost += breakCost(at: target.item) }
    cost += waitingCost(of: target) + distanceCost(from: state, to: target)
    if state.isRecto, !isEnd(target) {
      cost += facingCost(state.shortBy, shortage(shortBy))
    }
    return cost
  }

  /// A page of floats alone costs less for what is left empty, and something for being one.
  func floatPageCost(
    from state: State, to target: State, emptyLines: Double
  ) -> Double {
    BreakCost.floatPage + emptyLines * emptyLines + waitingCost(of: target)
      + distanceCost(from: state, to: target)
  }

  func breakCost(at item: Int) -> Double { item < costs.count ? costs[item] : 0 }

  private func waitingCost(of target: State) -> Double {
    let waiting = Double(max(floatsBefore[target.item] - target.float, 0))
    return BreakCost.waitingFloat * waiting + (target.note >= 0 ? BreakCost.splitNote : 0)
  }

  private func distanceCost(from state: State, to target: State) -> Double {
    (state.float..<target.float).reduce(0) { cost, float in
      let distance = min(max(state.item - flow.floats[float].anchor, 0), 20)
      return cost + BreakCost.floatDistance * Double(distance)
    }
  }

  /// A last page of a few lines looks like an accident, and one of less than a quarter like a waste.
  private func lastPageCost(_ linesWithoutText: Double) -> Double {
    let lines = budget.height / budget.leading
    let filled = lines - linesWithoutText
    if filled < 5 { return BreakCost.shortLastPage }
    let missing = max(lines / 4 - filled, 0)
    return BreakCost.missingLine * missing * missing
  }

  /// Two pages that face each other are to end at one depth: what stands at the foot of both is seen
  /// at a glance (Bringhurst 8.3.2; Mittelbach, DocEng 2017).
  private func facingCost(_ left: Int, _ right: Int) -> Double {
    BreakCost.unevenFacing * Double((left - right) * (left - right))
  }

  /// Remembers on a left page how short it is.
  func close(_ target: inout State, after state: State, shortBy: Double) {
    if budget.isFacing, !state.isRecto, !isEnd(target) { target.shortBy = shortage(shortBy) }
  }

  /// Empty lines as whole ones; two look as bad as more.
  private func shortage(_ emptyLines: Double) -> Int { Int(min(max(emptyLines, 0), 2).rounded()) }
}
