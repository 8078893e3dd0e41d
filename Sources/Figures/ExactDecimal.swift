internal import Diagnostics

/// A decimal number as people write it: an integer coefficient and a count of decimals.
///
/// `12.50` is (1250, 2) and keeps its two decimals, though it equals `12.5`. At most 34 significant
/// digits and 38 decimals are kept, as in IEEE 754 decimal128. A result that does not fit exactly
/// ends in a digit that still rounds as the true value does (see `shrunk`), so that rounding for
/// print happens once and is right.
package struct ExactDecimal: Sendable {
  /// The value times ten to the power of `scale`.
  package let coefficient: Int128
  /// How many decimals the number is written with.
  package let scale: Int

  static let maximumDigits = 34
  static let maximumScale = 38

  /// Powers of ten that fit in 128 bits, by exponent.
  static let powersOfTen: [UInt128] = (0...38).map { exponent in
    (0..<exponent).reduce(UInt128(1)) { power, _ in power * 10 }
  }

  package static let zero = ExactDecimal(0)

  package init(_ value: Int) {
    coefficient = Int128(value)
    scale = 0
  }

  init(unchecked coefficient: Int128, scale: Int) {
    self.coefficient = coefficient
    self.scale = scale
  }

  /// The number that a binary floating-point value stands for: its first 15 significant digits,
  /// which is what a decimal of up to 15 digits survives; nil when not finite or out of range.
  package init?(_ value: Double) {
    guard value.isFinite, let shortest = try? ExactDecimal(parsing: value.description) else {
      return nil
    }
    let excess = decimalDigits(of: shortest.coefficient.magnitude) - 15
    let rounded = excess > 0 ? shortest.rounded(to: shortest.scale - excess) : shortest
    self = rounded.trimmed
  }

  package var isZero: Bool { coefficient == 0 }
  package var isNegative: Bool { coefficient < 0 }
  package var isInteger: Bool { trimmed.scale == 0 }
  package var magnitude: ExactDecimal { isNegative ? negated : self }
  package var negated: ExactDecimal { ExactDecimal(unchecked: -coefficient, scale: scale) }

  /// The same value without trailing zeros after the point.
  package var trimmed: ExactDecimal {
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    return ExactDecimal(unchecked: coefficient, scale: scale)
  }

  /// The nearest binary value, for lengths on paper; never for digits in print.
  package var doubleValue: Double {
    // The machine converts 64 bits in one step.
    let whole = Int64(exactly: coefficient).map { Double($0) } ?? Double(coefficient)
    return whole / ExactDecimal.doublePowersOfTen[scale]
  }

  /// The value as an integer, where it is one and fits.
  package var integerValue: Int? {
    let whole = trimmed
    return whole.scale == 0 ? Int(exactly: whole.coefficient) : nil
  }

  private static let doublePowersOfTen: [Double] = powersOfTen.map { Double($0) }
}

/// How many decimal digits a coefficient has; zero has one.
func decimalDigits(of magnitude: UInt128) -> Int {
  max(1, ExactDecimal.powersOfTen.partitioningIndex { $0 > magnitude })
}

extension ExactDecimal: Comparable, Hashable {
  package static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let left = left.trimmed
    let right = right.trimmed
    return left.coefficient == right.coefficient && left.scale == right.scale
  }

  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let a = left.coefficient.magnitude.multipliedFullWidth(by: powersOfTen[right.scale])
    let b = right.coefficient.magnitude.multipliedFullWidth(by: powersOfTen[left.scale])
    let isSmaller = (a.high, a.low) < (b.high, b.low)
    let isLarger = (a.high, a.low) > (b.high, b.low)
    return left.isNegative ? isLarger : isSmaller
  }

  package func hash(into hasher: inout Hasher) {
    let value = trimmed
    hasher.combine(value.coefficient)
    hasher.combine(value.scale)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain digits with a point, as SQL and CSV write them.
  package var description: String {
    let (whole, fraction) = magnitude.digits(decimals: scale)
    return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The digits before the point and those after it, with exactly so many decimals; the value is not
  /// negative, and rounded already.
  func digits(decimals: Int) -> (whole: String, fraction: String) {
    let magnitude = coefficient.magnitude
    // Numbers of up to 64 bits have a quick way to their digits.
    var digits = UInt64(exactly: magnitude).map { String($0) } ?? String(magnitude)
    let missing = scale + 1 - digits.utf8.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    let whole = String(Substring(digits.utf8.dropLast(scale)))
    guard decimals > 0 else { return (whole, "") }
    let zeros = String(repeating: "0", count: max(0, decimals - scale))
    return (whole, String(Substring(digits.utf8.suffix(scale))) + zeros)
  }
}
