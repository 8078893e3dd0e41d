package import Drawing
package import Figures

/// What surrounds a chart decides about it.
package struct ChartOptions: Hashable, Sendable {
  /// Whether title, subtitle, source and note are drawn: yes in an image of its own, no on a page,
  /// which sets the caption itself.
  package var includesCaption: Bool
  /// BCP 47; the language of unit, alt text and what else the chart says of its own.
  package var language: String
  /// How a half is rounded for print.
  package var rounding = Rounding.halfAway
  /// The structure node that all of the chart belongs to.
  package var node: StructureNodeID
  /// The line of the page's baseline grid in points, which the height is rounded up to.
  package var lineHeight: Double?

  /// What a plot leaves free at its sides at least, so that its area stands under those of others.
  package var insets = PlotInsets.zero

  /// The most that a chart may grow by itself when it has many rows, in points.
  package var maximumHeight: Double

  /// What a page has room for, in points; nil for an image, which is not divided.
  package var pageHeight: Double?

  package init(
    includesCaption: Bool = false, language: String = "zh-CN", node: StructureNodeID = .artifact,
    lineHeight: Double? = nil, maximumHeight: Double = 640
  ) {
    self.includesCaption = includesCaption
    self.language = language
    self.node = node
    self.lineHeight = lineHeight
    self.maximumHeight = maximumHeight
  }
}
