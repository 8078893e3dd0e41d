/// The stretch of the value axis that one value covers.
package struct StackSegment: Hashable, Sendable {
  package var datum: Datum
  /// Where the stretch begins, nearer to the base line.
  package var start: Double
  /// Where it ends; beyond `start` in the direction of the value's sign.
  package var end: Double

  package init(datum: Datum, start: Double, end: Double) {
    self.datum = datum
    self.start = start
    self.end = end
  }
}

/// Turns values into stretches of the value axis; missing values have none.
///
/// Stacked positive values grow upwards from zero and negative ones downwards; percent divides by
/// the sum of the category.
package func stackValues(_ data: ChartData, _ mode: ChartSpec.StackMode) -> [StackSegment] {
  data.categories.indices.flatMap { category in
    stackCategory(data, category, mode)
  }
}

private func stackCategory(
  _ data: ChartData, _ category: Int, _ mode: ChartSpec.StackMode
) -> [StackSegment] {
  let values = data.series.map { $0.values[category]?.number }
  let sum = values.reduce(0) { $0 + abs($1 ?? 0) }
  let factor = mode == .percent ? (sum > 0 ? 100 / sum : 0) : 1
  var ends = (positive: 0.0, negative: 0.0)
  var segments: [StackSegment] = []
  for (series, value) in values.enumerated() {
    guard let value else { continue }
    let datum = Datum(series: series, category: category)
    if mode == .grouped {
      segments.append(StackSegment(datum: datum, start: 0, end: value))
      continue
    }
    let start = value < 0 ? ends.negative : ends.positive
    let end = start + value * factor
    if value < 0 { ends.negative = end } else { ends.positive = end }
    segments.append(StackSegment(datum: datum, start: start, end: end))
  }
  return segments
}
