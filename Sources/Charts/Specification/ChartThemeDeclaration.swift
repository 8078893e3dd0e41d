package import Declarations
internal import Diagnostics
internal import Geometry

/// The `chart` mapping of a layout as written: colours are names until the layout's are known.
struct ChartThemeDeclaration: Declared {
  /// A part of a chart that has a colour of its own.
  enum ColorRole: String, CaseIterable, Sendable {
    case highlight
    case muted
    case text
    case secondaryText = "secondary-text"
    case axis
    case grid
    case reference
    case paper
  }

  /// Everything but the colours.
  var theme = ChartTheme()
  /// The theme whose colours apply where the layout gives none.
  var base: ChartTheme.Name?
  var palette: [Spanned<String>] = []
  var colors: [(role: ColorRole, name: Spanned<String>)] = []

  init() {}

  static let fields: [Field<ChartThemeDeclaration>] = textFields + colorFields + measureFields

  private static let textFields: [Field<ChartThemeDeclaration>] = [
    Field("font", .string, "Font role of all text in charts.") { $0.theme.font = $1 },
    Field("label-size", .typeSize, "Type size of labels in points, at least 6.") {
      $0.theme.labelSize = $1
    },
    Field("note-size", .typeSize, "Type size of unit, source and note.") {
      $0.theme.noteSize = $1
    },
    Field("title-size", .typeSize, "Type size of the title in a chart image.") {
      $0.theme.titleSize = $1
    },
    Field("subtitle-size", .typeSize, "Type size of the subtitle.") {
      $0.theme.subtitleSize = $1
    },
    Field("value-weight", .integer, "CSS weight of value labels.") {
      $0.theme.valueWeight = $1
    },
    Field("title-weight", .integer, "CSS weight of the title.") { $0.theme.titleWeight = $1 },
  ]

  private static let colorFields: [Field<ChartThemeDeclaration>] =
    [
      Field("theme", .choice(ChartTheme.Name.self), "Theme whose colours apply.") {
        $0.base = $1
      },
      Field("palette", .list(.spanned(.string)), "Fills of the series, in order.") {
        $0.palette = $1
      },
    ]
    + ColorRole.allCases.map { role in
      Field(role.rawValue, .spanned(.string), "Colour of the part, by name or #RRGGBB.") {
        $0.colors.append((role, $1))
      }
    }

  private static let measureFields: [Field<ChartThemeDeclaration>] = [
    Field("bar-ratio", .fraction, "Share of a band that its bars take.") {
      $0.theme.barRatio = $1
    },
    Field("bar-limit", .stroke, "The thickest a bar becomes, in points.") {
      $0.theme.barLimit = $1
    },
    Field("donut-hole", .fraction, "Hole of a donut, of its radius.") {
      $0.theme.donutHole = $1
    },
    Field("axis-width", .stroke, "Width of the base line.") { $0.theme.axisWidth = $1 },
    Field("grid-width", .stroke, "Width of grid lines.") { $0.theme.gridWidth = $1 },
    Field("line-width", .stroke, "Width of a line chart's lines.") { $0.theme.lineWidth = $1 },
    Field("separator-width", .stroke, "Gap between neighbouring fills.") {
      $0.theme.separatorWidth = $1
    },
  ]
}

extension Codec {
  fileprivate static var typeSize: Codec<Double> {
    Codec<Double>.number.map("a type size from 6 to 72") { (6...72).contains($0) ? $0 : nil }
  }

  fileprivate static var fraction: Codec<Double> {
    Codec<Double>.number.map("a number from 0.05 to 1") { (0.05...1).contains($0) ? $0 : nil }
  }

  fileprivate static var stroke: Codec<Double> {
    Codec<Double>.number.map("points, at least 0.25") { (0.25...200).contains($0) ? $0 : nil }
  }
}

/// The schema of a layout's `chart` mapping, which the layout itself takes in unread.
package let chartThemeSchema = JSONSchema.object(of: ChartThemeDeclaration.self)
