internal import Drawing

/// How the floats of one page divide among its head, its text and its foot; they keep their order
/// over all three.
struct FloatZones {
  var head: Range<Int>
  var text: Range<Int>
  var foot: Range<Int>
}

/// Where a float would go on a page, in the order of its preference: a zone each, or `none`.
///
/// Four bytes, because pagination looks at them for every way to end every page.
struct ZonePreference {
  static let head: UInt8 = 0
  static let text: UInt8 = 1
  static let foot: UInt8 = 2
  static let none: UInt8 = 255

  private var zones = SIMD4<UInt8>(repeating: ZonePreference.none)
  /// Whether the float may have a page of its own.
  private(set) var allowsPage = false

  /// A float waits when the place that it was called from is on an earlier page.
  init(_ placement: [FloatPlacement], isWaiting: Bool) {
    var count = 0
    for place in placement {
      let zone =
        switch place {
        case .here: isWaiting ? ZonePreference.head : ZonePreference.text
        case .top: ZonePreference.head
        case .bottom: ZonePreference.foot
        case .page: ZonePreference.none
        }
      if place == .page { allowsPage = true }
      guard zone != ZonePreference.none, count < 4 else { continue }
      zones[count] = zone
      count += 1
    }
  }

  /// The preferred zone among those that are not above a given one; `none` when there is none.
  func first(from zone: UInt8) -> UInt8 {
    for index in 0..<4 where zones[index] != Self.none && zones[index] >= zone {
      return zones[index]
    }
    return Self.none
  }
}
