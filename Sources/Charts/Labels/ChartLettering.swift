package import Diagnostics
package import Drawing
package import Geometry
package import Typography

/// What charts need of typography: text set in the document's fonts and broken by its rules.
package protocol ChartLettering: Sendable {
  /// Sets a text on one line.
  func chartLine(_ text: String, _ style: TextStyle) -> ChartLine

  /// Breaks a text into lines no wider than `width`; a line may be wider only where no break is
  /// allowed.
  func chartLines(_ text: String, _ style: TextStyle, width: Double) -> [ChartLine]
}

/// One set line of a chart: its measures, and how it is drawn.
package struct ChartLine: Sendable {
  package typealias Drawing =
    @Sendable (inout DisplayList, Point, StructureNodeID, SourceSpan) -> Void

  package var text: String
  package var width: Double
  /// Height above the base line that must stay free, in points.
  package var ascent: Double
  package var descent: Double
  /// Draws the line from the left end of its base line.
  package var draw: Drawing

  package init(
    text: String, width: Double, ascent: Double, descent: Double, draw: @escaping Drawing
  ) {
    self.text = text
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.draw = draw
  }

  package var height: Double { ascent + descent }
}
