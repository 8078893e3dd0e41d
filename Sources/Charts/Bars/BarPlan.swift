internal import Diagnostics
internal import Figures

/// What a bar chart shows, before anything has a place: stretches of the value axis and texts.
struct BarPlan: Sendable {
  var mode: ChartSpec.StackMode
  var segments: [StackSegment]
  /// The text of each value by series and category; "—" for a missing one.
  var labels: [[String]]
  /// The text of each category's sum, for stacked bars.
  var totals: [String]
  /// Smallest and largest value that must be on the axis; zero is always among them.
  var domain: ClosedRange<Double>
  var format: ValueFormat
  /// What is printed above the plot; nil when every number carries its unit.
  var unit: String?

  /// The far end of the positive stack of each category.
  var stackEnds: [Double]

  var isStacked: Bool { mode != .grouped }
}

/// Decides how values stack, what is printed of them, and how far the axis reaches.
func planBars(_ context: PlotContext) -> BarPlan {
  let (spec, data) = (context.spec, context.data)
  let mode = data.series.count > 1 ? spec.stack?.value ?? .grouped : .grouped
  let segments = stackValues(data, mode)
  let format = barFormat(context, mode)
  let reached = segments.flatMap { [$0.start, $0.end] }
  let marks = reached + spec.references.compactMap { $0.value?.value.doubleValue } + [0]
  return BarPlan(
    mode: mode, segments: segments, labels: barLabels(context, mode, format),
    totals: barTotals(context, mode, format),
    domain: (marks.min() ?? 0)...(marks.max() ?? 0), format: format,
    unit: format.unit.map(context.phrases.unit),
    stackEnds: segments.reduce(into: [Double](repeating: 0, count: data.categories.count)) {
      $0[$1.datum.category] = max($0[$1.datum.category], $1.end)
    })
}

private func barFormat(_ context: PlotContext, _ mode: ChartSpec.StackMode) -> ValueFormat {
  ValueFormat(context, isPercent: mode == .percent && !sumsToHundred(context))
}

/// Whether the values are percentages of their categories already, and may be printed as they are.
private func sumsToHundred(_ context: PlotContext) -> Bool {
  guard context.spec.unit == "%" else { return false }
  return context.data.categories.indices.allSatisfy { category in
    let sum = context.data.series.reduce(0) { $0 + ($1.values[category]?.number ?? 0) }
    return abs(sum - 100) < 1e-9
  }
}

private func barLabels(
  _ context: PlotContext, _ mode: ChartSpec.StackMode, _ format: ValueFormat
) -> [[String]] {
  let data = context.data
  guard mode == .percent, !sumsToHundred(context) else {
    return data.series.map { series in
      series.values.map { $0.map { format.print($0.exact) } ?? context.phrases.missing }
    }
  }
  let zero = ExactDecimal.zero
  let shares = data.categories.indices.map { category in
    apportionShares(
      data.series.map { $0.values[category]?.exact ?? zero }, precision: format.precision)
  }
  return data.series.indices.map { series in
    data.categories.indices.map { category in
      data.series[series].values[category] == nil
        ? context.phrases.missing : format.print(shares[category][series])
    }
  }
}

/// Sums of stacked bars; none when a value is negative or missing, as a sum would then mislead.
private func barTotals(
  _ context: PlotContext, _ mode: ChartSpec.StackMode, _ format: ValueFormat
) -> [String] {
  let data = context.data
  guard mode == .stacked, context.spec.labels != .none else { return [] }
  let values = data.series.flatMap(\.values)
  guard values.allSatisfy({ $0 != nil && ($0?.number ?? 0) >= 0 }) else { return [] }
  return data.categories.indices.map { category in
    let parts = data.series.compactMap { $0.values[category]?.exact }
    return format.print(ExactDecimal.sum(parts) ?? .zero)
  }
}
