/// Where bars stand in their band: one slot for each series when grouped, one for all when stacked.
struct BarSlots: Hashable, Sendable {
  var count: Int
  /// Distance from one bar's edge to the next one's.
  var pitch: Double
  /// Thickness of a bar.
  var thickness: Double

  /// Slots that fill a share of a band, no thicker than a limit.
  init(count: Int, band: Double, limit: Double, theme: ChartTheme) {
    self.count = count
    let ratio = count > 1 ? min(0.9, theme.barRatio + 0.16) : theme.barRatio
    pitch = min(band * ratio / Double(count), limit)
    thickness = count > 1 ? pitch - min(1, pitch * 0.1) : pitch
  }

  /// The stretch of a slot around the middle of its band.
  func stretch(_ slot: Int, around middle: Double) -> ClosedRange<Double> {
    let start = middle + (Double(slot) - Double(count) / 2) * pitch + (pitch - thickness) / 2
    return start...start + thickness
  }
}
