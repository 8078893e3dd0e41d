internal import Diagnostics
internal import Figures

/// The stretch of the value axis that one value covers.
package struct StackSegment: Hashable, Sendable {
  package var datum: Datum
  /// Where the stretch begins, nearer to the base line.
  package var start: Double
  /// Where it ends; beyond `start` in the direction of the value's sign.
  package var end: Double
  /// Whether the stretch stands for a value far beyond its end.
  package var isBroken = false

  /// Whether the stretch ends below its start.
  package var isFalling: Bool { end < start }

  package init(datum: Datum, start: Double, end: Double) {
    self.datum = datum
    self.start = start
    self.end = end
  }
}

/// Turns values into stretches of the value axis; missing values have none.
///
/// Values side by side begin at the base; stacked positive ones grow upwards from zero and negative ones downwards; percent divides by
/// the sum of the category, and diverging sets the middle of the neutral series on zero.
package func stackValues(
  _ data: ChartData, _ mode: ChartSpec.StackMode, neutral: Double = 0, base: Double = 0
) -> [StackSegment] {
  data.categories.indices.flatMap { category in
    mode == .diverging
      ? divergeCategory(data, category, neutral) : stackCategory(data, category, mode, base)
  }
}

/// The stretches of a waterfall: each change from where the last one ended, each total from the base.
package func chainValues(_ data: ChartData, base: Double) -> [StackSegment] {
  guard let series = data.series.first else { return [] }
  let (starts, ends) = (data.startLevels(ofSeries: 0), data.levels(ofSeries: 0))
  return data.categories.indices.compactMap { category in
    guard series.values[category] != nil else { return nil }
    let isTotal = data.roles[category] == .total
    return StackSegment(
      datum: Datum(series: 0, category: category),
      start: isTotal ? base : starts[category].doubleValue, end: ends[category].doubleValue)
  }
}

/// The place of the neutral answer among the series: the named one, or the middle, which lies
/// between two series when their number is even.
func neutralPlace(of spec: ChartSpec, _ data: ChartData) -> Double {
  if let name = spec.neutral?.value, let place = data.series.firstIndex(where: { $0.name == name })
  {
    return Double(place)
  }
  return Double(data.series.count - 1) / 2
}

private func divergeCategory(
  _ data: ChartData, _ category: Int, _ neutral: Double
) -> [StackSegment] {
  let values = data.series.map { $0.values[category]?.number ?? 0 }
  let sum = values.reduce(0, +)
  guard sum > 0 else { return [] }
  var end = 0.0
  for (series, value) in values.enumerated() {
    if Double(series) < neutral {
      end -= value
    } else if Double(series) == neutral {
      end -= value / 2
    }
  }
  return values.enumerated().compactMap { series, value in
    let start = end
    end += value
    guard data.series[series].values[category] != nil else { return nil }
    return StackSegment(
      datum: Datum(series: series, category: category), start: start / sum * 100,
      end: end / sum * 100)
  }
}

private func stackCategory(
  _ data: ChartData, _ category: Int, _ mode: ChartSpec.StackMode, _ base: Double
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
      segments.append(StackSegment(datum: datum, start: base, end: value))
      continue
    }
    let start = value < 0 ? ends.negative : ends.positive
    let end = start + value * factor
    if value < 0 { ends.negative = end } else { ends.positive = end }
    segments.append(StackSegment(datum: datum, start: start, end: end))
  }
  return segments
}
