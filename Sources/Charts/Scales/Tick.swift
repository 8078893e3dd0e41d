package import Figures

/// A place on an axis with its exact value.
package struct Tick: Hashable, Sendable {
  package var value: ExactDecimal
  package var position: Double

  package init(value: ExactDecimal) {
    self.value = value
    self.position = value.doubleValue
  }
}

extension [Tick] {
  /// The ticks of an axis that begins at a value which need not be round: none stands below it, nor
  /// so near above that their labels would touch.
  func starting(at base: ExactDecimal) -> [Tick] {
    guard count > 1 else { return self }
    let (first, step) = (Tick(value: base), self[1].position - self[0].position)
    return [first] + filter { $0.position > first.position + step * 0.6 }
  }
}
