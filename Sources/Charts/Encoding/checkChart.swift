internal import Declarations
internal import Diagnostics
internal import Figures

/// What a chart refuses and questions before anything is drawn.
func checkChart(_ data: ChartData, _ spec: ChartSpec, _ theme: ChartTheme) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  let hasValue = data.series.contains { $0.values.contains { $0 != nil } }
  if !hasValue {
    findings.append(
      Diagnostic(
        .chartNoData, "“\(spec.id)” has no value to show", at: spec.data?.span ?? spec.span))
    return findings
  }
  findings += checkSize(data, spec, theme)
  findings += checkHighlight(data, spec)
  if let scale = spec.scale, scale.value == .log {
    findings.append(
      Diagnostic(
        .chartLogScale, "a \(spec.kind.rawValue) chart has no logarithmic scale", at: scale.span,
        hints: ["show the ratio of the values in words, or as an index"]))
  }
  if spec.kind.isShare { findings += checkShares(data, spec) }
  if let stack = spec.stack, stack.value == .percent { findings += checkPercent(data, spec) }
  return findings
}

private func checkSize(
  _ data: ChartData, _ spec: ChartSpec, _ theme: ChartTheme
) -> [Diagnostic] {
  if data.categories.count * data.series.count > 5000 {
    let count = data.categories.count * data.series.count
    return [
      Diagnostic(
        .chartTooLarge, "“\(spec.id)” has \(count) values; a chart shows at most 5000",
        at: spec.data?.span ?? spec.span)
    ]
  }
  guard data.series.count > theme.palette.count else { return [] }
  return [
    Diagnostic(
      .chartManySeries,
      "\(data.series.count) series in “\(spec.id)”, the theme has \(theme.palette.count) colours",
      severity: .warning, at: spec.series?.span ?? spec.y.first?.span ?? spec.span)
  ]
}

private func checkHighlight(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  spec.highlight.filter { !data.categories.contains($0.value) }.map { name in
    Diagnostic(
      .chartUnknownCategory, "the data have no category “\(name.value)”", at: name.span
    ).hinting(suggestion(for: name.value, among: data.categories))
  }
}

/// Percent stacks show parts of a whole, which cannot be negative.
private func checkPercent(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  for series in data.series {
    for (category, value) in zip(data.categories, series.values) {
      guard let value, value.number < 0 else { continue }
      return [
        Diagnostic(
          .chartNegativeShare,
          "“\(series.name)” of “\(category)” is negative: \(value.exact.description)",
          at: spec.stack?.span ?? spec.span)
      ]
    }
  }
  return []
}
