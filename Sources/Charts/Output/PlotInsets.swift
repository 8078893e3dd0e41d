/// What a chart keeps free beside its plot area for ticks, categories and names, in points.
package struct PlotInsets: Hashable, Sendable {
  package var left: Double
  package var right: Double

  package static let zero = PlotInsets(left: 0, right: 0)

  package init(left: Double, right: Double) {
    self.left = left
    self.right = right
  }

  /// The smallest insets that are at least as wide as both.
  package func joined(with other: PlotInsets) -> PlotInsets {
    PlotInsets(left: max(left, other.left), right: max(right, other.right))
  }
}
