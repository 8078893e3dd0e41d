/// A map from categories to equal or given stretches along an axis.
package struct BandScale: Hashable, Sendable {
  /// The stretch of each category, in points, in order and without overlap.
  package private(set) var bands: [ClosedRange<Double>]

  package init(count: Int, length: Double) {
    let count = max(count, 1)
    self.init(thicknesses: [Double](repeating: length / Double(count), count: count))
  }

  /// Bands of different thickness, one after the other, some with a gap before them.
  package init(thicknesses: [Double], gaps: [Int: Double] = [:]) {
    var end = 0.0
    bands = thicknesses.enumerated().map { index, thickness in
      let start = end + (gaps[index] ?? 0)
      end = start + thickness
      return start...end
    }
  }

  package var length: Double { bands.last?.upperBound ?? 0 }

  package func band(_ index: Int) -> ClosedRange<Double> { bands[index] }

  package func middle(_ index: Int) -> Double {
    (bands[index].lowerBound + bands[index].upperBound) / 2
  }
}
