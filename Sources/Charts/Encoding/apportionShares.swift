package import Figures

/// Rounds shares of a whole so that the printed ones add up to exactly 100 (largest remainder).
///
/// Every share is first cut to `precision` decimals; the units of the last place that are then
/// missing go to the shares that lost most. Ties go to the larger value, then to the earlier one.
///
/// - Returns: shares in units of the last printed place; their sum is `100 × 10^precision`, or the
///   zero shares of an all-zero whole.
package func apportionShares(_ values: [ExactDecimal], precision: Int) -> [ExactDecimal] {
  let parts = values.map(\.doubleValue)
  let whole = parts.reduce(0, +)
  let units = (0..<precision).reduce(100) { units, _ in units * 10 }
  guard whole > 0 else { return values.map { _ in .zero } }
  let quotas = parts.map { $0 / whole * Double(units) }
  var counts = quotas.map { Int($0.rounded(.down)) }
  let ranked = quotas.indices.sorted { left, right in
    let rests = (quotas[left] - Double(counts[left]), quotas[right] - Double(counts[right]))
    if abs(rests.0 - rests.1) > 1e-9 { return rests.0 > rests.1 }
    return values[left] != values[right] ? values[left] > values[right] : left < right
  }
  for index in ranked.prefix(max(0, units - counts.reduce(0, +))) { counts[index] += 1 }
  return counts.map { ExactDecimal($0, exponent: -precision) }
}
