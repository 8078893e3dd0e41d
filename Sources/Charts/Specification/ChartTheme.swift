package import Declarations
package import Geometry

/// How charts look: text, colours, strokes and proportions, from the layout.
package struct ChartTheme: Declared {
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
    red: 0.686, green: 0.729, blue: 0.776,
    ink: .process(cyan: 0.18, magenta: 0.09, yellow: 0.04, black: 0.16))
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

  package init() {}

  /// The thinnest line that holds on a press, in points.
  package static let hairline = 0.25

  package static let fields: [Field<ChartTheme>] = textFields + colorFields + measureFields

  private static let textFields: [Field<ChartTheme>] = [
    Field("font", .string, "Font role of all text in charts.") { $0.font = $1 },
    Field("label-size", .typeSize, "Type size of labels in points, at least 6.") {
      $0.labelSize = $1
    },
    Field("note-size", .typeSize, "Type size of unit, source and note.") { $0.noteSize = $1 },
    Field("title-size", .typeSize, "Type size of the title in a chart image.") {
      $0.titleSize = $1
    },
    Field("subtitle-size", .typeSize, "Type size of the subtitle.") { $0.subtitleSize = $1 },
    Field("value-weight", .integer, "CSS weight of value labels.") { $0.valueWeight = $1 },
    Field("title-weight", .integer, "CSS weight of the title.") { $0.titleWeight = $1 },
  ]

  private static let colorFields: [Field<ChartTheme>] = [
    Field("palette", .list(.chartColor), "Fills of the series, in order.") {
      if !$1.isEmpty { $0.palette = $1 }
    },
    Field("highlight", .chartColor, "Fill of highlighted categories.") { $0.highlight = $1 },
    Field("muted", .chartColor, "Fill of what is not highlighted.") { $0.muted = $1 },
    Field("text", .chartColor, "Labels.") { $0.text = $1 },
    Field("secondary-text", .chartColor, "Ticks, unit, source and note.") {
      $0.secondaryText = $1
    },
    Field("axis", .chartColor, "Base line and leader lines.") { $0.axis = $1 },
    Field("grid", .chartColor, "Grid lines.") { $0.grid = $1 },
    Field("reference", .chartColor, "Reference lines.") { $0.reference = $1 },
    Field("paper", .chartColor, "What the chart stands on.") { $0.paper = $1 },
  ]

  private static let measureFields: [Field<ChartTheme>] = [
    Field("bar-ratio", .fraction, "Share of a band that its bars take.") { $0.barRatio = $1 },
    Field("bar-limit", .stroke, "The thickest a bar becomes, in points.") { $0.barLimit = $1 },
    Field("donut-hole", .fraction, "Hole of a donut, of its radius.") { $0.donutHole = $1 },
    Field("axis-width", .stroke, "Width of the base line.") { $0.axisWidth = $1 },
    Field("grid-width", .stroke, "Width of grid lines.") { $0.gridWidth = $1 },
    Field("line-width", .stroke, "Width of a line chart's lines.") { $0.lineWidth = $1 },
    Field("separator-width", .stroke, "Gap between neighbouring fills.") {
      $0.separatorWidth = $1
    },
  ]

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
    process(0xC08A2B, 0.12, 0.42, 0.90, 0.12), process(0xA8402D, 0.12, 0.84, 0.86, 0.22),
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

extension Codec {
  /// A colour by its screen value; the layout may give print values by replacing the theme's.
  static var chartColor: Codec<Color> {
    Codec<String>.string.map("a colour such as #12355B") { Color(hex: $0) }
  }

  static var typeSize: Codec<Double> {
    Codec<Double>.number.map("a type size from 6 to 72") { (6...72).contains($0) ? $0 : nil }
  }

  static var fraction: Codec<Double> {
    Codec<Double>.number.map("a number from 0.05 to 1") { (0.05...1).contains($0) ? $0 : nil }
  }

  static var stroke: Codec<Double> {
    Codec<Double>.number.map("points, at least 0.25") { (0.25...200).contains($0) ? $0 : nil }
  }
}
