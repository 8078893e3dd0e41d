/// What becomes of a value that lies half-way between two printed numbers.
package enum Rounding: String, CaseIterable, Hashable, Sendable {
  /// Away from zero, as readers expect and statistics bureaus do.
  case halfAway = "half-away"
  /// To the even digit (GB/T 8170, 3.2.3).
  case halfEven = "half-even"

  /// Whether a quotient with a remainder goes up by one.
  func raises(_ quotient: UInt128, _ remainder: UInt128, of divisor: UInt128) -> Bool {
    let rest = divisor - remainder
    guard remainder == rest else { return remainder > rest }
    return self == .halfAway || !quotient.isMultiple(of: 2)
  }
}
