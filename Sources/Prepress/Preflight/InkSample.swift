import Geometry

/// What a place of a picture or a shading prints, and how much of what lies below shows through.
struct InkSample {
  var inks: InkRaster.Inks
  var opacity = 1.0

  /// With its named inks in other channels, those of `order`.
  func ordered(by order: [Int]) -> InkSample {
    guard order.enumerated().contains(where: { $0.element != 4 + $0.offset }) else { return self }
    var ordered = self
    ordered.inks.highHalf = .zero
    for (index, channel) in order.prefix(4).enumerated() {
      ordered.inks[channel] = max(ordered.inks[channel], inks[4 + index])
    }
    return ordered
  }
}
