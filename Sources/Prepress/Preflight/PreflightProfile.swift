/// What a printer accepts: the defaults are those of the Ghent Workgroup's 2015 specification for
/// sheet-fed printing, as its rules are commonly shipped.
package struct PreflightProfile: Sendable, Hashable {
  /// Total ink on one place, 3 for 300 % (GWG 22).
  package var coverage = 3.0
  /// What is smaller dries with more: 15 mm² in square points.
  package var inkArea = 15 * (72 / 25.4) * (72 / 25.4)
  /// Lines thinner than this break up (GWG 17), in points.
  package var lineWidth = 0.125
  /// Lines thinner than this are at risk.
  package var riskyLineWidth = 0.25
  /// Tinted and reversed lines need more.
  package var tintedLineWidth = 0.5
  /// Light text on a dark ground (GWG 16), in points.
  package var reversedTextSize = 6.0
  /// Text of two inks or more.
  package var colouredTextSize = 6.0
  /// Pixels per inch at the placed size (GWG 26).
  package var resolution = 150.0
  package var goodResolution = 225.0
  /// Of images in black and white alone (GWG 27).
  package var bilevelResolution = 550.0
  package var goodBilevelResolution = 800.0
  /// How far artwork goes on beyond the trim, in points: 3 mm.
  package var bleed = 3 * 72 / 25.4

  /// The usual limits with some in their place; what is at risk begins no earlier than what is refused.
  package init(
    coverage: Double? = nil, lineWidth: Double? = nil, reversedTextSize: Double? = nil,
    resolution: Double? = nil
  ) {
    if let coverage { self.coverage = coverage }
    if let lineWidth { self.lineWidth = lineWidth }
    if let reversedTextSize { self.reversedTextSize = reversedTextSize }
    if let resolution { self.resolution = resolution }
    riskyLineWidth = max(riskyLineWidth, self.lineWidth)
    tintedLineWidth = max(tintedLineWidth, riskyLineWidth)
    goodResolution = max(goodResolution, self.resolution)
  }
}
