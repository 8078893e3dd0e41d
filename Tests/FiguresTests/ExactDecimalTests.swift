import Seeds
import Testing

@testable import Figures

private func decimal(_ text: String) throws -> ExactDecimal { try ExactDecimal(parsing: text) }

@Test(arguments: [
  ("0", "0"), ("-0.50", "-0.50"), ("007", "7"), ("12.50", "12.50"), ("1.2e3", "1200"),
  ("1e-3", "0.001"), (".5", "0.5"), ("+3", "3"), ("9999999999999999999999999999999999", nil),
  ("99999999999999999999999999999999999", nil), ("1e308", nil), ("NaN", nil), ("inf", nil),
  ("", nil), ("-", nil), ("1,234", nil), ("1.2.3", nil), ("--1", nil), ("1e", nil), ("１２", nil),
])
func readsPlainDecimals(text: String, written: String?) {
  let value = try? ExactDecimal(parsing: text)
  if text == "9999999999999999999999999999999999" {
    #expect(value?.description == text)
  } else {
    #expect(value?.description == written)
  }
}

@Test(arguments: [
  ("2.675", 2, "2.68"), ("-2.675", 2, "-2.68"), ("0.5", 0, "1"), ("-0.5", 0, "-1"),
  ("0.4999999999999999999", 0, "0"), ("99.95", 1, "100.0"), ("1250", -2, "1300"), ("3", 2, "3"),
])
func roundsHalfAwayFromZero(text: String, decimals: Int, rounded: String) throws {
  #expect(try decimal(text).rounded(to: decimals).description == rounded)
}

@Test(arguments: [
  (0.1 + 0.2, "0.3"), (100 - 67.1, "32.9"), (76.88, "76.88"), (7800.0, "7800"), (1e-7, "0.0000001"),
  (-0.0, "0"), (1e22, "10000000000000000000000"),
])
func readsBinaryResultsAsTheirDecimals(value: Double, text: String) {
  #expect(ExactDecimal(value)?.description == text)
}

@Test(arguments: [Double.nan, .infinity, -.infinity, 1e308, .leastNonzeroMagnitude])
func refusesBinaryResultsOutOfRange(value: Double) {
  #expect(ExactDecimal(value) == nil)
}

@Test func comparesByValueNotByWriting() throws {
  #expect(try decimal("12.50") == decimal("12.5"))
  #expect(try decimal("12.50").hashValue == decimal("12.5").hashValue)
  #expect(try decimal("-1") < decimal("-0.999999999999999999999999999999999"))
  #expect(try decimal("0.00000000000000000000000000000000000001") > .zero)
  #expect(try decimal("9999999999999999999999999999999999") > decimal("0.1"))
}

/// A result just above a half that 34 digits cannot tell from the half stays above it.
@Test func neverTakesACutDigitForAHalf() throws {
  let half = try decimal("0.5")
  let quotient = try decimal("5000000000000000000000000000000000")
    .divided(by: decimal("9999999999999999999999999999999999"))
  #expect(quotient > half)
  let product = try decimal("1.000000000000000000000000000000001").multiplied(by: half)
  #expect(product > half)
  #expect(try decimal("1").divided(by: decimal("3")).rounded(to: 4).description == "0.3333")
  #expect(try decimal("1").divided(by: decimal("8")).description == "0.125")
}

@Test func refusesWhatHasNoValue() throws {
  #expect(throws: DecimalError.divisionByZero) { try ExactDecimal(1).divided(by: .zero) }
  #expect(throws: DecimalError.noRealResult) {
    try ExactDecimal.root(2, of: ExactDecimal(-4), over: ExactDecimal(1))
  }
  let huge = try decimal("9999999999999999999999999999999999")
  #expect(throws: DecimalError.outOfRange) { try huge.multiplied(by: huge) }
}

/// Arithmetic agrees with that of fractions of integers, rounded to six decimals.
@Test(arguments: 0..<200)
func agreesWithRationalArithmetic(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  let a = ExactDecimal.random(using: &random)
  let b = ExactDecimal.random(using: &random)
  let six: Int128 = 1_000_000
  let (left, right) = (a.coefficient * power(b.scale), b.coefficient * power(a.scale))
  let common = power(a.scale + b.scale)
  #expect(try a.adding(b).rounded(to: 6) == fraction(left + right, common, six))
  #expect(try a.subtracting(b).rounded(to: 6) == fraction(left - right, common, six))
  #expect(
    try a.multiplied(by: b).rounded(to: 6) == fraction(a.coefficient * b.coefficient, common, six))
  #expect((a < b) == (left < right))
  if right != 0 { #expect(try a.divided(by: b).rounded(to: 6) == fraction(left, right, six)) }
}

/// The n-th root of a quotient, raised again, brackets the quotient at its last digit.
@Test(arguments: 1...12)
func rootsAreExactToTheirLastDigit(degree: Int) throws {
  let quotient = try decimal("6441").divided(by: decimal("3540"))
  let root = try ExactDecimal.root(degree, of: decimal("6441"), over: decimal("3540"))
  func power(_ base: ExactDecimal) throws -> ExactDecimal {
    var product = ExactDecimal(1)
    for _ in 0..<degree { product = try product.multiplied(by: base) }
    return product
  }
  let step = try decimal("1e-20")
  #expect(try power(root.subtracting(step)) < quotient)
  #expect(try power(root.adding(step)) > quotient)
  #expect(
    try ExactDecimal.root(degree, of: power(decimal("1.5")), over: decimal("1")) == decimal("1.5"))
}

@Test(arguments: 0..<100)
func whatIsPrintedReadsBackAsTheSameNumber(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  let value = ExactDecimal.random(using: &random)
  let decimals = Int.random(in: 0...8, using: &random)
  let text = NumberStyle(decimals: decimals, isGrouped: seed % 2 == 0).text(value)
  let plain = text.replacing(",", with: "").replacing("\u{2212}", with: "-")
  #expect(try decimal(plain) == value.rounded(to: decimals))
  #expect(decimals == 0 || plain.split(separator: ".")[1].count == decimals)
}

extension ExactDecimal {
  static func random(using random: inout SplitMix64) -> ExactDecimal {
    let size = Int64.random(in: 1...1_000_000_000_000, using: &random)
    let coefficient = Int64.random(in: -size...size, using: &random)
    return ExactDecimal(
      unchecked: Int128(coefficient), scale: Int.random(in: 0...6, using: &random))
  }
}

private func power(_ exponent: Int) -> Int128 {
  (0..<exponent).reduce(1) { product, _ in product * 10 }
}

/// `numerator / denominator`, rounded half away from zero to `scale` parts.
private func fraction(_ numerator: Int128, _ denominator: Int128, _ scale: Int128) -> ExactDecimal {
  let isNegative = (numerator < 0) != (denominator < 0)
  let doubled = numerator.magnitude * scale.magnitude * 2
  let quotient = Int128((doubled / denominator.magnitude + 1) / 2)
  return ExactDecimal(unchecked: isNegative ? -quotient : quotient, scale: 6)
}
