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
  /// Smallest and largest value that must be on the axis; the base line is always among them.
  var domain: ClosedRange<Double>
  /// Where bars begin and the base line stands.
  var base: Double
  var format: ValueFormat
  /// What is printed above the plot; nil when every number carries its unit.
  var unit: String?

  /// The far end of the positive stack of each category.
  var stackEnds: [Double]

  /// The values of bars, without the series that are drawn as lines over them.
  var data: ChartData
  /// How the bars look, by series and category.
  var looks: [[FillLook]]

  func look(of datum: Datum) -> FillLook { looks[datum.series][datum.category] }

  var isStacked: Bool { mode != .grouped }
}

/// Decides how values stack, what is printed of them, and how far the axis reaches.
func planBars(_ context: PlotContext) -> BarPlan {
  let spec = context.spec
  let data = context.data.bars(besides: spec.lines.count)
  let canStack = spec.kind == .bar && data.series.count > 1
  let mode = canStack ? spec.stack?.value ?? .grouped : .grouped
  let segments = breaking(
    spec.kind == .waterfall
      ? chainValues(data, base: spec.base)
      : stackValues(data, mode, neutral: neutralPlace(of: spec, data), base: spec.base), spec, mode)
  let format = barFormat(context, mode)
  let marks = reach(of: segments, context)
  return BarPlan(
    mode: mode, segments: segments, labels: barLabels(context, data, mode, format),
    totals: barTotals(context, data, mode, format),
    domain: (marks.min() ?? 0)...(marks.max() ?? 0), base: spec.base, format: format,
    unit: format.unit.map(context.phrases.unit),
    stackEnds: segments.reduce(into: [Double](repeating: 0, count: data.categories.count)) {
      $0[$1.datum.category] = max($0[$1.datum.category], $1.end)
    }, data: data, looks: context.looks(of: data))
}

/// Every value that must lie on the axis; the base line is always among them.
private func reach(of segments: [StackSegment], _ context: PlotContext) -> [Double] {
  let lines = context.data.series.suffix(context.spec.lines.count).flatMap { series in
    series.values.compactMap { $0?.number }
  }
  let intervals = context.data.series.flatMap(\.intervals).compactMap(\.self).flatMap {
    [$0.low.number, $0.high.number]
  }
  let shared = context.sharedDomain.map { [$0.lowerBound, $0.upperBound] } ?? []
  return segments.flatMap { [$0.start, $0.end] } + lines + intervals + shared
    + context.spec.references.flatMap(\.values) + [context.spec.base]
}

/// How far a broken bar reaches, as a share of the value at which it breaks: far enough for the
/// zig-zag, and the same for all, as its length says nothing.
private let brokenReach = 1.2

/// Cuts the bars beyond the declared break.
private func breaking(
  _ segments: [StackSegment], _ spec: ChartSpec, _ mode: ChartSpec.StackMode
) -> [StackSegment] {
  guard mode == .grouped, let limit = spec.breakAt?.value.doubleValue, limit > 0 else {
    return segments
  }
  return segments.map { segment in
    guard segment.end > limit * brokenReach else { return segment }
    var broken = segment
    broken.end = limit * brokenReach
    broken.isBroken = true
    return broken
  }
}

private func barFormat(_ context: PlotContext, _ mode: ChartSpec.StackMode) -> ValueFormat {
  let isShare = mode == .percent || mode == .diverging
  return isShare && !sumsToHundred(context) ? context.shareFormat : context.format
}

/// Whether the values are percentages of their categories already, and may be printed as they are.
func sumsToHundred(_ context: PlotContext) -> Bool {
  guard context.spec.unit == "%" else { return false }
  return context.data.categories.indices.allSatisfy { category in
    ExactDecimal.sum(context.data.series.compactMap { $0.values[category]?.exact })
      == ExactDecimal(100)
  }
}

private func barLabels(
  _ context: PlotContext, _ data: ChartData, _ mode: ChartSpec.StackMode, _ format: ValueFormat
) -> [[String]] {
  guard mode == .percent || mode == .diverging, !sumsToHundred(context) else {
    return data.series.map { series in
      zip(data.roles, series.values).map { role, value in
        guard let value = value?.exact else { return context.phrases.missing }
        let isChange = context.spec.kind == .waterfall && role != .total
        return isChange ? format.printChange(value) : format.print(value)
      }
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
  _ context: PlotContext, _ data: ChartData, _ mode: ChartSpec.StackMode, _ format: ValueFormat
) -> [String] {
  guard mode == .stacked, context.spec.labels != .none else { return [] }
  let values = data.series.flatMap(\.values)
  guard values.allSatisfy({ $0 != nil && ($0?.number ?? 0) >= 0 }) else { return [] }
  return data.categories.indices.map { category in
    let parts = data.series.compactMap { $0.values[category]?.exact }
    return format.print(ExactDecimal.sum(parts) ?? .zero)
  }
}
