/// What a printer accepts: the defaults are those of the Ghent Workgroup's 2015 specification for
/// sheet-fed printing, as its rules are commonly shipped.
package struct PreflightProfile: Sendable, Hashable {
  /// Total ink on one place, 3 for 300 % (GWG 22).
  package var coverage = 3.0
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

  package init() {}
}
