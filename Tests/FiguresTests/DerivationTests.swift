import Seeds
import Testing

@testable import Figures

/// A fraction of 128-bit integers, independent of the one under test.
private struct Fraction {
  var numerator: Int128
  var denominator: Int128

  init(_ numerator: Int128, _ denominator: Int128) {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b > 0 { (a, b) = (b, a % b) }
    let divisor = Int128(max(a, 1)) * (denominator < 0 ? -1 : 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(
      a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  static func - (a: Fraction, b: Fraction) -> Fraction {
    a + Fraction(-b.numerator, b.denominator)
  }
  static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
  }
  static func / (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
  }

  /// Rounded half away from zero, or half to even, as an integer count of the last place.
  func rounded(decimals: Int, toEven: Bool) -> Int128 {
    let unit = (0..<decimals).reduce(Int128(1)) { product, _ in product * 10 }
    let doubled = (numerator.magnitude * unit.magnitude * 2).quotientAndRemainder(
      dividingBy: denominator.magnitude)
    var result = (doubled.quotient + 1) / 2
    let isTie = doubled.remainder == 0 && doubled.quotient % 2 == 1
    if isTie, toEven, result % 2 == 1 { result -= 1 }
    return numerator < 0 ? -Int128(result) : Int128(result)
  }
}

private let functions: [(name: String, value: @Sendable (Fraction, Fraction) -> Fraction)] = [
  ("sum", { $0 + $1 }), ("difference", { $0 - $1 }), ("product", { $0 * $1 }),
  ("quotient", { $0 / $1 }), ("ratio", { $0 / $1 }), ("per_capita", { $0 / $1 }),
  ("share", { $0 / $1 * Fraction(100, 1) }), ("index", { $1 / $0 * Fraction(100, 1) }),
  ("growth", { ($1 / $0 - Fraction(1, 1)) * Fraction(100, 1) }),
  ("mean", { ($0 + $1) / Fraction(2, 1) }),
]

/// Derivations of derivations agree with fractions of integers, to the printed digit.
@Test(arguments: 0..<300)
func derivationsAgreeWithFractions(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  var lines = ""
  var values: [Fraction] = []
  for index in 0..<3 {
    let coefficient = Int128.random(in: 1...2_000, using: &random)
    let scale = Int.random(in: 0...2, using: &random)
    let literal = ExactDecimal(unchecked: coefficient, scale: scale)
    lines += "  v\(index): { value: \(literal) }\n"
    values.append(Fraction(coefficient, [1, 10, 100][scale]))
  }
  let decimals = Int.random(in: 0...3, using: &random)
  let first = functions.randomElement(using: &random) ?? functions[0]
  let second = functions.randomElement(using: &random) ?? functions[0]
  lines += "  x: { derive: \"\(first.name)(v0, v1)\", precision: 0 }\n"
  lines += "  y: { derive: \"\(second.name)(v2, x)\", unit: \"\", precision: \(decimals) }\n"
  let inner = first.value(values[0], values[1])
  let toEven = seed % 2 == 1
  let fixture = Fixture((toEven ? "rounding: half-even\n" : "") + "figures:\n" + lines)
  guard !fixture.codes.contains("figures.units") else { return }
  guard inner.numerator != 0 else { return }
  try #require(fixture.findings == [])
  let expected = second.value(values[2], inner).rounded(decimals: decimals, toEven: toEven)
  let text = ExactDecimal(unchecked: expected, scale: decimals).description
  #expect(fixture.printed("y", "plain").replacing("−", with: "-") == text)
}

/// The n-th power of the printed rate, half a unit of print down and up, brackets the growth.
@Test(arguments: 0..<100)
func compoundGrowthIsRightToItsLastDigit(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  let (from, to) = (
    Int.random(in: 1...99_999, using: &random), Int.random(in: 1...99_999, using: &random)
  )
  let (periods, decimals) = (
    Int.random(in: 1...30, using: &random), Int.random(in: 0...6, using: &random)
  )
  let fixture = Fixture(
    "figures: { x: { derive: \"cagr(\(from), \(to), \(periods))\", precision: \(decimals) } }")
  #expect(fixture.findings == [])
  let printed = try ExactDecimal(
    parsing: fixture.printed("x", "plain").replacing("−", with: "-"))
  /// 2 · 10^(decimals + 2) · (1 + rate ± half a unit), an integer.
  let unit = (0..<decimals + 2).reduce(Int128(2)) { product, _ in product * 10 }
  let middle = unit + printed.padded(to: decimals).coefficient * 2
  func power(_ base: Int128) -> Natural {
    Natural(base.magnitude).power(periods) * Natural(UInt128(from))
  }
  let growth =
    power(unit).quotientAndRemainder(dividingBy: Natural(UInt128(from))).quotient
    * Natural(UInt128(to))
  #expect(middle == 1 || power(middle - 1) <= growth)
  #expect(power(middle + 1) >= growth)
}

@Test func theSourceReportsCompoundGrowthIsRefused() {
  let fixture = Fixture("figures: { x: { derive: \"cagr(3540, 6441, 4)\", precision: 1 } }")
  #expect(fixture.printed("x") == "16.1%")
}

@Test(arguments: 0..<300)
func longDivisionGivesBackItsDividend(seed: UInt64) {
  var random = SplitMix64(seed: seed)
  func natural(_ limbs: ClosedRange<Int>) -> Natural {
    // Limbs of all ones and of one bit bring out the rare steps of algorithm D.
    let choices: [UInt32] = [
      0, 1, 0x7FFF_FFFF, 0x8000_0000, .max, .random(in: 1...(.max), using: &random),
    ]
    return Natural(
      limbs: (0..<Int.random(in: limbs, using: &random)).map { _ in
        choices.randomElement(using: &random) ?? 1
      } + [choices.last ?? 1])
  }
  let (dividend, divisor) = (natural(0...12), natural(0...6))
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  #expect(remainder < divisor)
  #expect(quotient * divisor + remainder == dividend)
}

@Test func fractionsWithoutBoundAreRefused() {
  let powers = (1...60).map {
    "  p\($0): { derive: \"product(p\($0 - 1), p\($0 - 1))\", precision: 0 }\n"
  }
  let fixture = Fixture(
    "figures:\n  p0: { derive: \"quotient(1, 7)\", precision: 0 }\n" + powers.joined())
  #expect(fixture.codes.first == "figures.arithmetic")
  #expect(fixture.codes.count == 1)
}
