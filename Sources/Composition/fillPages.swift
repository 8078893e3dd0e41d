/// The ways to fill one page.
extension Paginator {
  mutating func collectCandidates(from state: State, _ floats: Range<Int>) {
    let opener = state == start ? budget.opener : 0
    let limit = budget.height + 0.01
    var found = candidates
    found.removeAll(keepingCapacity: true)
    var load = NoteLoad()
    var float = floats.lowerBound
    var variant = variantsBefore[state.item]
    var shorter = Change.none
    var longer = Change.none
    hasFootFloats = filler.hasFootFloats(floats, from: state.item)
    filler.heights(from: state.item, floats: floats, top: opener) { next, height in
      while variant < flow.variants.count, flow.variants[variant].items.upperBound <= next {
        let paragraph = flow.variants[variant]
        shorter.consider(variant, lines: -1, leading: paragraph.leading, cost: paragraph.shorter)
        longer.consider(variant, lines: 1, leading: paragraph.leading, cost: paragraph.longer)
        variant += 1
      }
      guard height + shorter.height <= limit else { return false }
      if next > state.item { load.add(itemNotes[next - 1]) }
      while float < floats.upperBound, flow.floats[float].anchor <= next {
        load.add(floatNotes[float])
        float += 1
      }
      found.append(
        Candidate(next: next, height: height, notes: load, shorter: shorter, longer: longer))
      return true
    }
    candidates = found
  }

  /// Whether a page that ends before an item has room in order for exactly these floats.
  func isComplete(_ next: Int, _ floats: Range<Int>) -> Bool {
    floats.isEmpty || flow.floats[floats.upperBound - 1].anchor <= next
  }

  /// Offers the page as it is and with one of its paragraphs a line shorter or longer.
  ///
  /// - Parameter fullest: empty lines of the fullest page from here that ends at a decent place.
  mutating func tryPages(
    from node: Int, to candidate: Candidate, _ floats: Range<Int>, _ fullest: inout Double
  ) {
    tryPage(from: node, to: candidate, .none, floats, &fullest)
    if candidate.shorter.exists {
      tryPage(from: node, to: candidate, candidate.shorter, floats, &fullest)
    }
    if candidate.longer.exists {
      tryPage(from: node, to: candidate, candidate.longer, floats, &fullest)
    }
  }

  private mutating func tryPage(
    from node: Int, to candidate: Candidate, _ change: Change, _ floats: Range<Int>,
    _ fullest: inout Double
  ) {
    let state = nodes[node].state
    guard candidate.next > state.item || !floats.isEmpty || state.note >= 0 else { return }
    let room = budget.height - candidate.height - change.height
    var target = next(after: state, item: candidate.next, float: floats.upperBound)
    guard room >= -0.01, let used = fitNotes(candidate.notes, from: state, room: room, &target)
    else { return }
    let emptyLines = (room - used) / budget.leading
    guard emptyLines <= Self.mostEmptyLines || fullest > Self.mostEmptyLines else { return }
    let depth = used > 0 || hasFootFloats ? 0 : emptyLines
    close(&target, after: state, shortBy: depth)
    let cost = cost(from: state, to: target, floats, emptyLines: emptyLines, shortBy: depth)
    if breakCost(at: candidate.next) < BreakCost.widow { fullest = min(fullest, emptyLines) }
    offer(
      target, cost: nodes[node].cost + cost + change.cost, from: node,
      PageEnd(emptyLines: emptyLines, change: change))
  }

  /// Offers pages that hold nothing but floats which have been called already.
  mutating func offerFloatPages(from node: Int, _ fullest: inout Double) {
    let state = nodes[node].state
    guard state != start || flow.items.isEmpty else { return }
    let last = min(floatsBefore[state.item], state.float + Self.mostFloats)
    for end in state.float + 1..<max(last, state.float) + 1 {
      let floats = state.float..<end
      guard let height = filler.pageHeight(of: floats) else { return }
      var load = NoteLoad()
      for float in floats { load.add(floatNotes[float]) }
      var target = next(after: state, item: state.item, float: end)
      let room = budget.height - height
      guard room >= -0.01, let used = fitNotes(load, from: state, room: room, &target) else {
        return
      }
      let emptyLines = (room - used) / budget.leading
      let cost = floatPageCost(from: state, to: target, floats, emptyLines: emptyLines)
      fullest = min(fullest, emptyLines)
      offer(
        target, cost: nodes[node].cost + cost, from: node,
        PageEnd(emptyLines: emptyLines, holdsFloatsAlone: true))
    }
  }

  /// The height that the notes of a page take, nil when they do not fit even with the last one split.
  ///
  /// What is left of the last note goes into the target state.
  func fitNotes(
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

  /// Pages that are shorter than this are only tried where nothing fuller ends at a decent place.
  static let mostEmptyLines = 12.0
}
