/// A map from categories to equal or given stretches along an axis.
package struct BandScale: Hashable, Sendable {
  /// Start of each band and the end of the last, in points.
  package var bounds: [Double]

  package init(count: Int, length: Double) {
    bounds = (0...max(count, 1)).map { length * Double($0) / Double(max(count, 1)) }
  }

  /// Bands of different thickness, one after the other.
  package init(thicknesses: [Double]) {
    bounds = thicknesses.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  package var length: Double { bounds.last ?? 0 }

  package func band(_ index: Int) -> ClosedRange<Double> { bounds[index]...bounds[index + 1] }

  package func middle(_ index: Int) -> Double { (bounds[index] + bounds[index + 1]) / 2 }
}
