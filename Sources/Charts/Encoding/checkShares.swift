internal import Diagnostics
internal import Figures

/// What a share chart refuses and questions: negative parts, parts that do not make the whole,
/// several series, too many slices.
func checkShares(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  let span = spec.y.first?.span ?? spec.span
  if let facet = spec.facets.first {
    return [
      Diagnostic(
        .chartShareSeries,
        "the parts of several \(spec.kind.rawValue) charts cannot be compared", at: facet.span,
        hints: ["compare wholes with kind: bar and stack: percent"])
    ]
  }
  if data.series.count > 1 {
    findings.append(
      Diagnostic(
        .chartShareSeries, "a \(spec.kind.rawValue) shows one series, found \(data.series.count)",
        at: span, hints: ["compare wholes with kind: bar and stack: percent"]))
  }
  guard let series = data.series.first else { return findings }
  for (category, value) in zip(data.categories, series.values) {
    guard let value, value.number < 0 else { continue }
    findings.append(
      Diagnostic(
        .chartNegativeShare, "the part “\(category)” is negative: \(value.exact.description)",
        at: span))
  }
  if findings.isEmpty, let finding = checkWhole(series, spec, at: span) {
    findings.append(finding)
  }
  let shown = min(data.categories.count, spec.other?.atMost ?? .max)
  if shown > 7, spec.other?.below == nil {
    findings.append(
      Diagnostic(
        .chartManySlices, "\(shown) parts in “\(spec.id)” are hard to tell apart",
        severity: .warning, at: span,
        hints: ["join the small parts with other: { at-most: 7 }, or use kind: bar"]))
  }
  return findings
}

/// Compares the sum of the parts with the declared whole (or with 100 when the unit is %), to half
/// a unit of the last place for each part.
private func checkWhole(
  _ series: ChartData.Series, _ spec: ChartSpec, at span: SourceSpan
) -> Diagnostic? {
  let values = series.values.compactMap { $0?.exact }
  let sum = ExactDecimal.sum(values) ?? .zero
  if sum.isZero {
    return Diagnostic(.chartShareSum, "all parts of “\(spec.id)” are zero", at: span)
  }
  let hundred = spec.unit == "%" ? ExactDecimal(100) : nil
  guard let whole = spec.total?.value ?? hundred else { return nil }
  let decimals = values.map(\.scale).max() ?? 0
  let lastPlace = (0..<decimals).reduce(1.0) { place, _ in place / 10 }
  let tolerance = lastPlace * 0.5 * Double(values.count) + 1e-9 * abs(whole.doubleValue)
  guard abs(sum.doubleValue - whole.doubleValue) > tolerance else { return nil }
  return Diagnostic(
    .chartShareSum,
    "the parts sum to \(sum.description), the whole is \(whole.description)",
    at: spec.total?.span ?? span,
    hints: ["add the missing part, or declare the whole with total"])
}
