internal import Geometry

extension PlotContext {
  /// The author's height in points, without what the image adds around the plot.
  var givenHeight: Double? {
    spec.height.map {
      $0.points(Length.Basis(em: theme.labelSize, line: theme.labelSize * 1.5, container: width))
    }
  }

  /// The height of a plot when its author gave none: wide charts stay low.
  var plotHeight: Double { min(max(width * 0.4, 100), 190) }
}
