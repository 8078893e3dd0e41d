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
