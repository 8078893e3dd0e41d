internal import Geometry

/// The coordinate system of a bar chart: bands along one axis, values along the other.
struct BarFrame: Sendable {
  var orientation: ChartSpec.Orientation
  /// The area of the marks.
  var plot: Rect
  /// Positions along the value axis count from the left, or from the bottom up.
  var values: LinearScale
  var bands: BandScale

  func value(_ value: Double) -> Double {
    let position = values.apply(value)
    return orientation == .vertical ? plot.maxY - position : plot.minX + position
  }

  func band(_ position: Double) -> Double {
    orientation == .vertical ? plot.minX + position : plot.minY + position
  }

  func point(band position: Double, value: Double) -> Point {
    let (along, across) = (self.band(position), self.value(value))
    return orientation == .vertical ? Point(x: along, y: across) : Point(x: across, y: along)
  }

  func rect(band: ClosedRange<Double>, from start: Double, to end: Double) -> Rect {
    let first = point(band: band.lowerBound, value: start)
    let last = point(band: band.upperBound, value: end)
    return Rect(
      x: min(first.x, last.x), y: min(first.y, last.y), width: abs(last.x - first.x),
      height: abs(last.y - first.y))
  }

  /// The length of the plot along the bands.
  var breadth: Double { orientation == .vertical ? plot.width : plot.height }

  /// A line across the plot at a value.
  func line(at value: Double) -> [Point] {
    [point(band: 0, value: value), point(band: breadth, value: value)]
  }
}
