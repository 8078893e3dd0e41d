import Diagnostics
import Seeds
import Testing

@testable import Figures

@Test(arguments: 0..<200)
func printedSharesMakeTheWhole(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  let counts = (0..<Int.random(in: 1...40, using: &random)).map { _ in
    Int.random(in: 1...1_000, using: &random)
  }
  let total = ExactDecimal(counts.reduce(0, +))
  let decimals = Int.random(in: 0...3, using: &random)
  let parts = try counts.map { count in
    try ExactDecimal(count).multiplied(by: ExactDecimal(100)).divided(by: total)
  }
  let printed = try #require(
    largestRemainder(parts, whole: ExactDecimal(100), decimals: decimals))
  #expect(try printed.reduce(.zero) { try $0.adding($1) } == ExactDecimal(100))
  let unit = try ExactDecimal(parsing: "1e-\(decimals)")
  for (part, shown) in zip(parts, printed) {
    #expect(try shown.subtracting(part).magnitude < unit)
    #expect(shown.scale == decimals)
  }
}

@Test func sharesThatDoNotMakeTheWholeAreRefused() {
  let parts = [ExactDecimal(60), ExactDecimal(45)]
  #expect(largestRemainder(parts, whole: ExactDecimal(100), decimals: 0) == nil)
  #expect(largestRemainder([ExactDecimal(-1)], whole: ExactDecimal(-1), decimals: 0) == nil)
  #expect(largestRemainder([], whole: .zero, decimals: 0) == [])
}

@Test func substitutesFiguresInAnyText() {
  let fixture = Fixture("figures: { a: { value: 51.8, unit: \"%\" } }")
  let result = fixture.layer.substitute(
    in: "占{{ a }}，{{a|approx}}。", language: "zh", at: .none)
  #expect(result.value.text == "占51.8%，约51.8%。")
  #expect(result.value.numbers.map(\.figure) == ["a", "a"])
  let broken = fixture.layer.substitute(in: "{{ a", language: "zh", at: .none)
  #expect(broken.value.text == "{{ a")
  #expect(broken.diagnostics.map(\.code.id) == ["figures.reference"])
}

/// 1.05 of 300 is 0.35 %, whose half a double would put on the wrong side.
@Test func sharesAreDecidedByExactFractions() throws {
  let values = try ["1.05", "298.95"].map { try ExactDecimal(parsing: $0) }
  let shares = ExactDecimal.percentages(of: values)
  #expect(shares.map(\.description) == ["0.35", "99.65"])
  #expect(
    largestRemainder(shares, whole: ExactDecimal(100), decimals: 1)?.map(\.description)
      == ["0.3", "99.7"])
}

/// 60 and 39 are no shares of 100, and no rounding may make them so.
@Test func whatIsExactIsNotRounded() {
  let parts = [ExactDecimal(60), ExactDecimal(39)]
  #expect(largestRemainder(parts, whole: ExactDecimal(100), decimals: 0) == nil)
}
