/// Where the items of a page come to stand: the one account of vertical space, which pagination
/// asks for heights and placement for positions.
///
/// It holds no more of the flow than numbers, in contiguous arrays: pagination fills a page for every
/// way to end it.
struct PageFiller: Sendable {
  /// What is put on a page, in order from the top.
  enum Entry {
    /// An item, and how far its column lies to the right of the first.
    case item(Int, x: Double)
    case float(Int)
    /// A float at the foot; its place is counted from the head of all that stands there.
    case footFloat(Int)
    /// What the scopes around an item repeat when a page begins with it.
    case reopening(Int)
    /// What they repeat when a column begins with it, and how far the column lies to the right.
    case columnReopening(Int, x: Double)
  }

  /// The vertical measures of an item.
  struct Measure {
    var before: Double
    var height: Double
    var snaps: Bool
    /// Section in columns; -1 for none.
    var columns: Int32
    /// Whether a column may end before the item.
    var startsColumn: Bool
    /// Height of what scopes repeat when a page begins with the item, and when a column does.
    var opening: Double
    var columnOpening: Double
    /// Height that scopes take at the foot when a page ends before the item.
    var closing: Double
  }

  private struct FloatMeasure {
    var anchor: Int
    var before: Double
    var height: Double
    var after: Double
    var called: ZonePreference
    var waiting: ZonePreference
  }

  let items: [Measure]
  let groups: [ColumnGroup]
  let leading: Double
  private let floats: [FloatMeasure]

  init(flow: Flow, leading: Double) {
    self.leading = leading
    groups = flow.columns
    items = flow.items.indices.map { index in
      let item = flow.items[index]
      let scopes = flow.openScopes(at: index)
      let height = { (repeated: [Int]) in
        repeated.reduce(0) { $0 + flow.scopes[$1].openingHeight }
      }
      return Measure(
        before: item.before, height: item.height, snaps: item.snaps,
        columns: Int32(item.columns), startsColumn: item.cost < BreakCost.widow,
        opening: height(flow.reopenedScopes(at: index, inColumn: false)),
        columnOpening: height(flow.reopenedScopes(at: index, inColumn: true)),
        closing: scopes.reduce(0) { $0 + flow.scopes[$1].closing })
    }
    floats = flow.floats.map { float in
      FloatMeasure(
        anchor: float.anchor, before: float.before, height: float.height, after: float.after,
        called: ZonePreference(float.placement, isWaiting: false),
        waiting: ZonePreference(float.placement, isWaiting: true))
    }
  }

  /// Fills a page from an item on, with the floats of a range as they come, and calls `visit` after
  /// each item with the height used so far if the page ended there.
  ///
  /// - Parameters:
  ///   - start: first item of the page.
  ///   - range: floats that stand on the page: first those that come from earlier pages.
  ///   - top: height that is taken already, by an opener.
  ///   - place: receives each entry with its distance from the top; the items of columns when the
  ///     last of them on the page is known.
  ///   - visit: receives the index of the next item and the height used, boxes closed and floats
  ///     at the foot counted; returns false to stop.
  @inline(__always)
  func fill(
    from start: Int, floats range: Range<Int>, top: Double,
    place: (Entry, Double) -> Void, visit: (_ next: Int, _ height: Double) -> Bool
  ) {
    guard let zones = zones(of: range, from: start) else { return }
    var y = top
    for float in zones.head { add(float: float, &y, isTop: float == zones.head.lowerBound, place) }
    let foot = fillFoot(zones.foot, place)
    if !visit(start, y + foot) { return }
    if start < items.count, items[start].opening > 0 {
      place(.reopening(start), y)
      y += items[start].opening
    }
    var float = zones.text.lowerBound
    var cursor = ColumnCursor(at: start)
    for index in start..<items.count {
      let isTop = index == start && zones.head.isEmpty
      if items[index].columns >= 0 {
        extend(&cursor, to: index, &y, isTop: isTop, place)
      } else {
        close(&cursor, place)
        add(item: index, &y, isTop: isTop, place)
      }
      var height = y + (index + 1 < items.count ? items[index + 1].closing : 0)
      while float < zones.text.upperBound, floats[float].anchor <= index + 1 {
        close(&cursor, place)
        add(float: float, &y, isTop: false, place)
        height = y
        float += 1
      }
      if !visit(index + 1, height + foot) { break }
    }
    close(&cursor, place)
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

  // MARK: Floats

  /// Gives each float the zone that it prefers among those that keep the order; nil when one has
  /// none left and must wait for another page.
  @inline(__always)
  private func zones(of range: Range<Int>, from start: Int) -> FloatZones? {
    var zone = ZonePreference.head
    var text = range.lowerBound
    var foot = range.lowerBound
    for float in range {
      let isWaiting = floats[float].anchor <= start
      let preference = isWaiting ? floats[float].waiting : floats[float].called
      zone = preference.first(from: zone)
      guard zone != ZonePreference.none else { return nil }
      if zone == ZonePreference.head { text = float + 1 }
      if zone != ZonePreference.foot { foot = float + 1 }
    }
    return FloatZones(
      head: range.lowerBound..<text, text: text..<max(text, foot),
      foot: max(text, foot)..<range.upperBound)
  }

  func hasFootFloats(_ range: Range<Int>, from start: Int) -> Bool {
    zones(of: range, from: start)?.foot.isEmpty == false
  }

  /// The height of the floats at the foot, with the space above them.
  @inline(__always)
  private func fillFoot(_ range: Range<Int>, _ place: (Entry, Double) -> Void) -> Double {
    var y = 0.0
    for float in range {
      y += floats[float].before
      place(.footFloat(float), y)
      y += floats[float].height
    }
    return y
  }

  /// The height of floats that stand on a page alone; nil when one of them may not.
  func pageHeight(of range: Range<Int>) -> Double? {
    var y = 0.0
    for float in range {
      guard floats[float].waiting.allowsPage else { return nil }
      if float > range.lowerBound { y += floats[float].before }
      y += floats[float].height
    }
    return y
  }

  /// Where the floats of a page of floats stand.
  func fillPage(_ range: Range<Int>, place: (Entry, Double) -> Void) {
    var y = 0.0
    for float in range {
      if float > range.lowerBound { y += floats[float].before }
      place(.float(float), y)
      y += floats[float].height
    }
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

  // MARK: Items

  @inline(__always)
  private func add(
    item index: Int, _ y: inout Double, isTop: Bool, _ place: (Entry, Double) -> Void
  ) {
    let item = items[index]
    if !isTop { y += item.before }
    if item.snaps { y = snapped(y) }
    place(.item(index, x: 0), y)
    y += item.height
  }

  /// The next line of the baseline grid at or below a height.
  func snapped(_ y: Double) -> Double { ((y - 0.01) / leading).rounded(.up) * leading }
}

extension Flow {
  /// The scopes that a page break before an item divides, the outermost first.
  func openScopes(at index: Int) -> [Int] {
    guard index > 0, index < items.count, items[index].scope >= 0 else { return [] }
    let before = ancestors(of: items[index - 1].scope)
    return ancestors(of: items[index].scope).filter(before.contains).reversed()
  }

  /// Those of the scopes that a page repeats over its whole width, or that each column does.
  func reopenedScopes(at index: Int, inColumn: Bool) -> [Int] {
    openScopes(at: index).filter {
      (items[index].columns >= 0 && scopes[$0].isPlain) == inColumn
    }
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
