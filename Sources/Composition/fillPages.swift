/// The ways to fill one page.
extension Paginator {
  /// Finds the places at which a page with so many floats can end, unless they are known.
  ///
  /// - Returns: the item before which the fullest of them ends.
  mutating func fill(_ count: Int, from state: State) -> Int {
    let floats = state.float..<state.float + count
    if fillings[count].item != state.item || fillings[count].floats != floats {
      var filling = Filling()
      swap(&filling, &fillings[count])
      filling.item = state.item
      filling.floats = floats
      collectCandidates(from: state, &filling)
      swap(&filling, &fillings[count])
    }
    return fillings[count].candidates.last?.next ?? state.item
  }

  private func collectCandidates(from state: State, _ filling: inout Filling) {
    let floats = filling.floats
    let opener = state.item == 0 && state.float == 0 ? budget.opener : 0
    let limit = budget.height + 0.01
    var load = NoteLoad()
    var float = floats.lowerBound
    var variant = variantsBefore[state.item]
    var shorter = Change.none
    var longer = Change.none
    filling.hasFoot = filler.hasFootFloats(floats, from: state.item)
    filling.candidates.removeAll(keepingCapacity: true)
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
      // A page has room in order for exactly these floats when the last one's place is reached.
      guard float == floats.upperBound else { return true }
      filling.candidates.append(
        Candidate(next: next, height: height, notes: load, shorter: shorter, longer: longer))
      return true
    }
  }

  /// Offers the pages that begin at a node, the fullest first.
  ///
  /// A paragraph is set a line shorter only to take in what would not fit, and longer only to fill what
  /// would stay empty.
  ///
  /// `fullest` holds the empty lines of the fullest page from here that ends at a decent place.
  mutating func tryPages(from node: Int, _ count: Int, _ fullest: inout Double) {
    for index in fillings[count].candidates.indices.reversed() {
      let candidate = fillings[count].candidates[index]
      let emptyLines = tryPage(from: node, to: candidate, .none, count, &fullest)
      if let emptyLines {
        if emptyLines > fullest + Self.emptyLineRange { return }
        if emptyLines < 1 || !candidate.longer.exists { continue }
        tryPage(from: node, to: candidate, candidate.longer, count, &fullest)
      } else if candidate.shorter.exists {
        tryPage(from: node, to: candidate, candidate.shorter, count, &fullest)
      }
    }
  }

  /// - Returns: the empty lines of the page; nil when there is none.
  @discardableResult
  private mutating func tryPage(
    from node: Int, to candidate: Candidate, _ change: Change, _ count: Int,
    _ fullest: inout Double
  ) -> Double? {
    work += 1
    let state = nodes[node].state
    let room = budget.height - candidate.height - change.height
    var target = next(after: state, item: candidate.next, float: state.float + count)
    guard candidate.next > state.item || count > 0 || state.note >= 0, room >= -0.01,
      floatsBefore[candidate.next] - target.float <= mostWaiting,
      let used = fitNotes(candidate.notes, from: state, room: room, &target)
    else { return nil }
    let emptyLines = (room - used) / budget.leading
    guard emptyLines <= fullest + Self.emptyLineRange else { return emptyLines }
    let depth = used > 0 || fillings[count].hasFoot ? 0 : emptyLines
    close(&target, after: state, shortBy: depth)
    let cost = cost(
      from: state, to: target, emptyLines: emptyLines, noteLines: used / budget.leading,
      shortBy: depth)
    let isDecent = breakCost(at: candidate.next) < BreakCost.widow
    fullest = min(fullest, isDecent ? emptyLines : .greatestFiniteMagnitude)
    offer(
      target, cost: nodes[node].cost + cost + change.cost, from: node,
      PageEnd(emptyLines: emptyLines, change: change))
    return emptyLines
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
      let cost = floatPageCost(from: state, to: target, emptyLines: emptyLines)
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
    var drop = Int((excess / last.leading - 0.001).rounded(.up))
    while drop < last.lineCount - first, !last.mayDivide(before: last.lineCount - drop) {
      drop += 1
    }
    let kept = last.lineCount - first - drop
    guard kept >= 2, drop >= 2 else { return nil }
    target.note = load.last
    target.line = first + kept
    return height - Double(drop) * last.leading
  }

  /// Pages that have so many empty lines more than the fullest one with a decent end are not tried.
  static let emptyLineRange = 6.0
}
