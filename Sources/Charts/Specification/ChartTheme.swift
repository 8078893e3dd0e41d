package import Drawing
package import Geometry

/// How charts look: text, colours, strokes and proportions, from the layout.
package struct ChartTheme: Hashable, Sendable {
  /// Name of the font role that labels are set in.
  package var font = "sans"
  /// Type size of category, value and tick labels, in points.
  package var labelSize = 8.0
  /// Type size of unit, source and note, in points.
  package var noteSize = 7.5
  package var titleSize = 11.0
  package var subtitleSize = 8.5
  /// Weight of value labels.
  package var valueWeight = 400
  package var titleWeight = 700
  /// Fills of the series, in order.
  package var palette = ChartTheme.institutionalPalette
  package var highlight = ChartTheme.institutionalPalette[0]
  /// Fill of what is not highlighted, and of the joined small parts.
  package var muted = Color(
    red: 0.741, green: 0.765, blue: 0.788,
    ink: .process(cyan: 0.12, magenta: 0.06, yellow: 0.03, black: 0.18))
  package var text = Color(gray: 0.13)
  package var secondaryText = Color(gray: 0.38)
  package var axis = Color(gray: 0.35)
  package var grid = Color(gray: 0.85)
  package var reference = Color(
    red: 0.659, green: 0.251, blue: 0.176,
    ink: .process(cyan: 0.12, magenta: 0.84, yellow: 0.86, black: 0.22))
  package var paper = Color.white
  /// Share of a category's band that its bars take.
  package var barRatio = 0.62
  /// The thickest that one bar becomes, in points.
  package var barLimit = 36.0
  /// Hole of a donut as a share of its radius.
  package var donutHole = 0.6
  package var axisWidth = 0.5
  package var gridWidth = 0.3
  package var lineWidth = 1.6
  /// White line between neighbouring fills, in points.
  package var separatorWidth = 0.75

  /// Name of the theme; empty for the layout's own.
  package var name = ""
  /// How the fills of the palette are filled, in the same order; those beyond are solid.
  package var textures: [Texture] = []

  /// How a fill holds without its colour.
  package enum Texture: Hashable, Sendable {
    case solid
    /// Paper inside a line.
    case outline
    /// Lines of the palette's colour on paper.
    case hatch(Hatch.Kind, angle: Double, pitch: Double, width: Double)
  }

  package init() {}

  /// The thinnest line that holds on a press, in points.
  package static let hairline = 0.25

  /// The fill of a series; beyond the palette its colours come again, lighter.
  package func fill(_ index: Int) -> Color {
    let color = palette[index % palette.count]
    return (0..<min(index / palette.count, 3)).reduce(color) { color, _ in color.tinted(0.6) }
  }
}

extension ChartTheme {
  /// Deep navy, teal, gold, brick and companions: neighbours differ in lightness as well as in hue.
  package static let institutionalPalette: [Color] = [
    process(0x12355B, 0.98, 0.76, 0.28, 0.32), process(0x2A7F8E, 0.80, 0.24, 0.32, 0.14),
    process(0xD0A040, 0.12, 0.34, 0.84, 0.06), process(0xA8402D, 0.12, 0.84, 0.86, 0.22),
    process(0x8FB1CC, 0.42, 0.16, 0.06, 0.04), process(0x5E6B7A, 0.40, 0.26, 0.16, 0.40),
    process(0xA9B46A, 0.24, 0.06, 0.66, 0.14), process(0x6C4A75, 0.52, 0.72, 0.12, 0.24),
    process(0xDCC592, 0.04, 0.14, 0.46, 0.06), process(0x2F5D50, 0.76, 0.30, 0.62, 0.40),
    process(0xD49A86, 0.06, 0.42, 0.40, 0.06), process(0xAFBAC6, 0.18, 0.09, 0.04, 0.16),
  ]

  private static func process(
    _ hex: UInt32, _ cyan: Double, _ magenta: Double, _ yellow: Double, _ black: Double
  ) -> Color {
    Color(
      red: Double(hex >> 16 & 0xFF) / 255, green: Double(hex >> 8 & 0xFF) / 255,
      blue: Double(hex & 0xFF) / 255,
      ink: .process(cyan: cyan, magenta: magenta, yellow: yellow, black: black))
  }
}
