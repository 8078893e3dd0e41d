internal import Diagnostics
package import Drawing
package import Geometry

/// A finished chart: replaced content for a page, or an image of its own.
package struct Chart: Sendable {
  package var size: Size
  package var list: DisplayList
  /// What the display list was drawn from, with the data that each mark shows.
  package var marks: [Mark]
  /// The numbers that it prints, on pages that its pieces print.
  package var labels: [ChartLabel] = []
  /// Description for screen readers.
  package var alt: String
  package var table: ChartTable
  /// What the page must print below the chart besides the author's note, such as the members of
  /// the joined part.
  package var generatedNote: String?
  /// What was measured of its fills, lines and texts.
  package var print = PrintMeasures()
  /// Points for one unit of value; nil where lengths do not show values.
  package var valueFactor: Double?
  /// What it keeps free beside its plot area by itself; nil where it has no area, or several.
  package var insets: PlotInsets?
  /// The chart in parts for pages that follow each other, when it is higher than one; each has its
  /// unit, key and heads.
  package var pieces: [Piece] = []

  package struct Piece: Sendable {
    package var size: Size
    package var list: DisplayList
  }
}

/// The size and the marks of a chart, before drawing.
struct Plot: Sendable {
  var size: Size
  var marks: [Mark]
  var findings: [Diagnostic] = []
  /// Whether the value axis does not begin at zero.
  var isTruncated = false
  /// Points for one unit of value; nil for shares.
  var valueFactor: Double?
  /// What the plot needs at the sides of its area; nil where it has none, or several.
  var insets: PlotInsets?
  /// The parts of a share chart, as it prints them.
  var shares: SharePlan?

  /// The same in parts that each fit on a page; empty when one holds all.
  var pieces: [Plot] = []

  mutating func move(by offset: Point) { marks = marks.map { $0.offset(by: offset) } }
}
