import Charts
import Figures
import Seeds
import Testing

@Suite struct ScaleTests {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `ticks are round, even and cover the domain`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let size =
      Double.random(in: 1...10, using: &random) * power(Int.random(in: -9...15, using: &random))
    let low = seed % 3 == 0 ? -size * Double.random(in: 0...2, using: &random) : 0
    let target = Int.random(in: 3...9, using: &random)
    let ticks = chooseTicks(covering: low...size, target: target)
    let values = ticks.map(\.position)
    let first = try #require(values.first)
    let last = try #require(values.last)
    #expect(first <= low + 1e-9 * size && last >= size * (1 - 1e-8))
    #expect(values.contains(0))
    #expect((2...2 * target).contains(ticks.count))
    let step = values[1] - values[0]
    for (left, right) in zip(values, values.dropFirst()) {
      #expect(abs(right - left - step) < step * 1e-9)
    }
    #expect(last - size < step && low - first < step)
    let digits = ticks[1].value.description.filter { $0 != "0" && $0 != "." && $0 != "-" }
    #expect(digits.count <= 4)
  }

  private func power(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1) { value, _ in exponent < 0 ? value / 10 : value * 10 }
  }

  @Test func `a flat domain still has an axis`() {
    #expect(chooseTicks(covering: 0...0, target: 5).map(\.position).first == 0)
    #expect(chooseTicks(covering: 7...7, target: 5).last.map { $0.position >= 7 } == true)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `apportioned shares sum to exactly one hundred`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let precision = Int.random(in: 0...4, using: &random)
    let count = Int.random(in: 1...40, using: &random)
    let values = try (0..<count).map { _ in
      try ExactDecimal(parsing: "\(Int.random(in: 1...99999, using: &random))e-2")
    }
    let shares = apportionShares(values, precision: precision)
    var sum = ExactDecimal.zero
    for share in shares { sum = try sum.adding(share) }
    #expect(sum == ExactDecimal(100))
    let whole = values.reduce(0) { $0 + $1.doubleValue }
    let unit = (0..<precision).reduce(1.0) { unit, _ in unit / 10 }
    for (share, value) in zip(shares, values) {
      #expect(abs(share.doubleValue - value.doubleValue / whole * 100) < unit)
    }
  }

  @Test func `ties in rounding go to the larger value, then to the earlier one`() {
    let thirds = [ExactDecimal(1), ExactDecimal(1), ExactDecimal(1)]
    #expect(apportionShares(thirds, precision: 0).map(\.description) == ["34", "33", "33"])
    let halves = [ExactDecimal(1), ExactDecimal(5), ExactDecimal(2)].map { $0 }
    let shares = apportionShares(halves, precision: 0).map(\.description)
    #expect(shares == ["12", "63", "25"])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `spread labels keep their order and their distance`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...30, using: &random)
    let ideals = (0..<count).map { _ in Double.random(in: 0...300, using: &random) }.sorted()
    let sizes = ideals.map { _ in Double.random(in: 2...9, using: &random) }
    let placed = spreadLabels(ideals: ideals, sizes: sizes, within: 0...300)
    for index in 1..<max(count, 1) where index < count {
      let least = (sizes[index] + sizes[index - 1]) / 2
      #expect(placed[index] - placed[index - 1] >= least - 1e-9)
    }
    #expect((placed.first ?? 0) >= (sizes.first ?? 0) / 2 - 1e-9)
    #expect((placed.last ?? 0) <= 300 - (sizes.last ?? 0) / 2 + 1e-9)
  }
}
