/// A map from values to points along an axis.
package struct LinearScale: Hashable, Sendable {
  /// Smallest and largest value of the axis.
  package var domain: ClosedRange<Double>
  /// Where they lie, in points from the start of the axis.
  package var range: ClosedRange<Double>

  package init(domain: ClosedRange<Double>, range: ClosedRange<Double>) {
    self.domain = domain
    self.range = range
  }

  /// Points for one unit of value.
  package var factor: Double {
    let span = domain.upperBound - domain.lowerBound
    return span > 0 ? (range.upperBound - range.lowerBound) / span : 0
  }

  package func apply(_ value: Double) -> Double {
    range.lowerBound + (value - domain.lowerBound) * factor
  }
}
