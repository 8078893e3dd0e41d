internal import Stylesheet

/// Where the items of a page come to stand: the one account of vertical space, which pagination
/// asks for heights and placement for positions.
struct PageFiller {
  /// What is put on a page, in order from the top.
  enum Entry {
    case item(Int)
    case float(Int)
    /// An item that a scope repeats after a page break.
    case reopened(FlowItem)
  }

  let flow: Flow
  let leading: Double

  /// Fills a page from an item on, with the floats of a range as they come, and calls `visit` after
  /// each item with the height used so far if the page ended there.
  ///
  /// - Parameters:
  ///   - start: first item of the page.
  ///   - floats: floats that stand on the page: first those that come from earlier pages.
  ///   - top: height that is taken already, by an opener.
  ///   - place: receives each entry with its distance from the top.
  ///   - visit: receives the index of the next item and the height used, boxes closed; returns
  ///     false to stop.
  func fill(
    from start: Int, floats: Range<Int>, top: Double = 0,
    place: (Entry, Double) -> Void = { _, _ in }, visit: (_ next: Int, _ height: Double) -> Bool
  ) {
    var y = top
    var float = floats.lowerBound
    var isTop = true
    while float < floats.upperBound, flow.floats[float].anchor <= start {
      addFloat(float, &y, isTop: isTop, place)
      isTop = false
      float += 1
    }
    if !visit(start, y) { return }
    reopen(at: start, &y, place)
    for index in start..<flow.items.count {
      add(index, &y, isTop: isTop && index == start, place)
      isTop = false
      let closed = y + closingHeight(before: index + 1)
      if float < floats.upperBound, flow.floats[float].anchor <= index + 1 {
        while float < floats.upperBound, flow.floats[float].anchor <= index + 1 {
          addFloat(float, &y, isTop: false, place)
          float += 1
        }
        if !visit(index + 1, y) { return }
      } else if !visit(index + 1, closed) {
        return
      }
    }
  }

  /// Where everything on a page stands that ends before an item.
  func fill(
    from start: Int, floats: Range<Int>, top: Double, upTo end: Int,
    place: (Entry, Double) -> Void
  ) {
    guard start < end || !floats.isEmpty else { return }
    fill(from: start, floats: floats, top: top, place: place) { next, _ in next < end }
  }

  private func add(_ index: Int, _ y: inout Double, isTop: Bool, _ place: (Entry, Double) -> Void) {
    let item = flow.items[index]
    if !isTop { y += item.before }
    if item.snaps { y = snapped(y) }
    place(.item(index), y)
    y += item.height
  }

  private func addFloat(
    _ index: Int, _ y: inout Double, isTop: Bool, _ place: (Entry, Double) -> Void
  ) {
    let float = flow.floats[index]
    if !isTop { y += float.before }
    place(.float(index), y)
    y += float.height + float.after
    y = snapped(y)
  }

  /// Repeats what the scopes around an item show at the head of a page.
  private func reopen(at index: Int, _ y: inout Double, _ place: (Entry, Double) -> Void) {
    for scope in openScopes(at: index) {
      for item in flow.scopes[scope].reopening {
        place(.reopened(item), y)
        y += item.height
      }
    }
  }

  /// The scopes that a page break before an item divides, the outermost first.
  func openScopes(at index: Int) -> [Int] {
    guard index > 0, index < flow.items.count else { return [] }
    let before = ancestors(of: flow.items[index - 1].scope)
    return ancestors(of: flow.items[index].scope).filter(before.contains).reversed()
  }

  private func ancestors(of scope: Int) -> [Int] {
    var result: [Int] = []
    var scope = scope
    while scope >= 0 {
      result.append(scope)
      scope = flow.scopes[scope].parent
    }
    return result
  }

  private func closingHeight(before index: Int) -> Double {
    guard index < flow.items.count, flow.items[index].scope >= 0 else { return 0 }
    return openScopes(at: index).reduce(0) { $0 + flow.scopes[$1].closing }
  }

  /// The next line of the baseline grid at or below a height.
  private func snapped(_ y: Double) -> Double { ((y - 0.01) / leading).rounded(.up) * leading }
}
