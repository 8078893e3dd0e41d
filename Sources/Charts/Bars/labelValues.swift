internal import Figures

/// Sets the labels of all bars that are printed, once for all arrangements.
func labelValues(_ context: PlotContext, _ plan: BarPlan) -> [ValueLabel] {
  guard context.printsValues else { return [] }
  let shown = plan.segments.filter { !plan.isStacked || $0.end != $0.start }
  return shown.map { segment in
    let ends = plan.data.interval(segment.datum).map { intervalEnds($0, context, plan) } ?? []
    let text = plan.labels[segment.datum.series][segment.datum.category]
    return ValueLabel(
      datum: segment.datum, line: context.line(text + inBrackets(ends, context, plan), .value),
      segment: segment, numbers: ends)
  }
}

/// The ends of an interval, which are printed behind its value.
private func intervalEnds(
  _ interval: ChartData.Interval, _ context: PlotContext, _ plan: BarPlan
) -> [ChartNumber] {
  [interval.low.exact, interval.high.exact].map { end in
    // A percent sign is repeated in Chinese (GB/T 15835, 5.1.4), and goes without saying elsewhere.
    let text = context.phrases.isChinese ? plan.format.print(end) : plan.format.number(end)
    return ChartNumber(
      text: text, meaning: .interval, value: end,
      printed: plan.format.style.printedValue(of: end), unit: plan.format.valueUnit)
  }
}

private func inBrackets(
  _ ends: [ChartNumber], _ context: PlotContext, _ plan: BarPlan
) -> String {
  guard !ends.isEmpty else { return "" }
  let range = ends.map(\.text).joined(separator: plan.format.style.language.rangeDash)
  return context.phrases.isChinese ? "（\(range)）" : " (\(range))"
}

extension PlotContext {
  /// Whether values are printed: not by themselves under lines, which would strike them.
  var printsValues: Bool { spec.labels == .shown || spec.labels == .auto && spec.lines.isEmpty }
}

/// A value label that waits for its place.
struct ValueLabel: Sendable {
  var datum: Datum
  var line: ChartLine
  var segment: StackSegment
  /// The ends of its interval.
  var numbers: [ChartNumber] = []
}
