/// The pages that the search has found.
extension Paginator {
  func trace() -> [PagePlan] {
    let ends = nodes.indices.filter { isEnd(nodes[$0].state) }
    var node = ends.min { nodes[$0].cost < nodes[$1].cost } ?? -1
    var plans: [PagePlan] = []
    while node >= 0, nodes[node].from >= 0 {
      let start = nodes[nodes[node].from]
      var plan = plan(from: start.state, to: nodes[node])
      plan.cost = nodes[node].cost - start.cost
      plans.append(plan)
      node = nodes[node].from
    }
    return plans.reversed()
  }

  private func plan(from start: State, to end: Node) -> PagePlan {
    let items = start.item..<end.state.item
    let floats = start.float..<end.state.float
    var plan = PagePlan(items: items, floats: floats, notes: notePieces(from: start, to: end.state))
    plan.isOverfull = end.page.isOverfull
    plan.holdsFloatsAlone = end.page.holdsFloatsAlone
    plan.emptyLines = end.page.emptyLines
    if end.page.change.exists {
      plan.change = PagePlan.Change(
        variant: end.page.change.variant, lines: end.page.change.lines)
    }
    return plan
  }

  private func notePieces(from start: State, to end: State) -> [NotePiece] {
    var pieces: [NotePiece] = []
    if start.note >= 0 {
      pieces.append(
        NotePiece(note: start.note, lines: start.line..<notes[start.note].lineCount))
    }
    let marks =
      flow.items[start.item..<end.item].flatMap { flow.noteMarks[$0.notes] }
      + flow.floats[start.float..<end.float].flatMap { flow.noteMarks[$0.notes] }
    for note in marks.sorted() {
      pieces.append(NotePiece(note: note, lines: 0..<notes[note].lineCount))
    }
    if let last = pieces.lastIndex(where: { $0.note == end.note }) {
      pieces[last].lines = pieces[last].lines.lowerBound..<end.line
      pieces[last].isContinued = true
    }
    return pieces
  }
}
