/// Where the items of a page come to stand: the one account of vertical space, which pagination
/// asks for heights and placement for positions.
///
/// It holds no more of the flow than numbers, in contiguous arrays: pagination fills a page for every
/// way to end it.
struct PageFiller: Sendable {
  /// What is put on a page, in order from the top.
  enum Entry {
    case item(Int)
    case float(Int)
    /// What the scopes around an item repeat when a page begins with it.
    case reopening(Int)
  }

  /// The vertical measures of an item.
  private struct Measure {
    var before: Double
    var height: Double
    var snaps: Bool
    /// Height of what scopes repeat when a page begins with the item.
    var opening: Double
    /// Height that scopes take at the foot when a page ends before the item.
    var closing: Double
  }

  private struct FloatMeasure {
    var anchor: Int
    var before: Double
    var height: Double
    var after: Double
  }

  private let items: [Measure]
  private let floats: [FloatMeasure]
  private let leading: Double

  init(flow: Flow, leading: Double) {
    self.leading = leading
    items = flow.items.indices.map { index in
      let item = flow.items[index]
      let scopes = flow.openScopes(at: index)
      return Measure(
        before: item.before, height: item.height, snaps: item.snaps,
        opening: scopes.reduce(0) { $0 + flow.scopes[$1].openingHeight },
        closing: scopes.reduce(0) { $0 + flow.scopes[$1].closing })
    }
    floats = flow.floats.map { float in
      FloatMeasure(
        anchor: float.anchor, before: float.before, height: float.height, after: float.after)
    }
  }

  /// Fills a page from an item on, with the floats of a range as they come, and calls `visit` after
  /// each item with the height used so far if the page ended there.
  ///
  /// - Parameters:
  ///   - start: first item of the page.
  ///   - range: floats that stand on the page: first those that come from earlier pages.
  ///   - top: height that is taken already, by an opener.
  ///   - place: receives each entry with its distance from the top.
  ///   - visit: receives the index of the next item and the height used, boxes closed; returns
  ///     false to stop.
  @inline(__always)
  func fill(
    from start: Int, floats range: Range<Int>, top: Double,
    place: (Entry, Double) -> Void, visit: (_ next: Int, _ height: Double) -> Bool
  ) {
    var y = top
    var float = range.lowerBound
    var isTop = true
    while float < range.upperBound, floats[float].anchor <= start {
      add(float: float, &y, isTop: isTop, place)
      isTop = false
      float += 1
    }
    if !visit(start, y) { return }
    if start < items.count, items[start].opening > 0 {
      place(.reopening(start), y)
      y += items[start].opening
    }
    for index in start..<items.count {
      add(item: index, &y, isTop: isTop && index == start, place)
      isTop = false
      var height = y + (index + 1 < items.count ? items[index + 1].closing : 0)
      while float < range.upperBound, floats[float].anchor <= index + 1 {
        add(float: float, &y, isTop: false, place)
        height = y
        float += 1
      }
      if !visit(index + 1, height) { return }
    }
  }

  /// Heights used by every page that begins with an item; see `fill`.
  @inline(__always)
  func heights(
    from start: Int, floats: Range<Int>, top: Double,
    visit: (_ next: Int, _ height: Double) -> Bool
  ) {
    fill(from: start, floats: floats, top: top, place: { _, _ in }, visit: visit)
  }

  /// Where everything on a page stands that ends before an item.
  func fill(
    from start: Int, floats: Range<Int>, top: Double, upTo end: Int,
    place: (Entry, Double) -> Void
  ) {
    guard start < end || !floats.isEmpty else { return }
    fill(from: start, floats: floats, top: top, place: place) { next, _ in next < end }
  }

  @inline(__always)
  private func add(
    item index: Int, _ y: inout Double, isTop: Bool, _ place: (Entry, Double) -> Void
  ) {
    let item = items[index]
    if !isTop { y += item.before }
    if item.snaps { y = snapped(y) }
    place(.item(index), y)
    y += item.height
  }

  @inline(__always)
  private func add(
    float index: Int, _ y: inout Double, isTop: Bool, _ place: (Entry, Double) -> Void
  ) {
    let float = floats[index]
    if !isTop { y += float.before }
    place(.float(index), y)
    y = snapped(y + float.height + float.after)
  }

  /// The next line of the baseline grid at or below a height.
  private func snapped(_ y: Double) -> Double { ((y - 0.01) / leading).rounded(.up) * leading }
}

extension Flow {
  /// The scopes that a page break before an item divides, the outermost first.
  func openScopes(at index: Int) -> [Int] {
    guard index > 0, index < items.count, items[index].scope >= 0 else { return [] }
    let before = ancestors(of: items[index - 1].scope)
    return ancestors(of: items[index].scope).filter(before.contains).reversed()
  }

  private func ancestors(of scope: Int) -> [Int] {
    var result: [Int] = []
    var scope = scope
    while scope >= 0 {
      result.append(scope)
      scope = scopes[scope].parent
    }
    return result
  }
}
