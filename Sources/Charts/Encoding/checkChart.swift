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
  if spec.title.allSatisfy(\.isWhitespace) {
    findings.append(
      Diagnostic(
        .chartNoTitle, "“\(spec.id)” has no title", at: spec.span,
        hints: ["say what the chart shows; the subtitle says measure and period"]))
  }
  findings += checkSize(data, spec, theme)
  findings += checkHighlight(data, spec) + checkNames(data, spec) + checkReferences(spec)
  findings += checkBreak(data, spec) + checkBaseline(data, spec) + checkIgnored(spec)
  findings += checkAnnotations(data, spec)
  if let scale = spec.scale, scale.value == .log {
    findings.append(
      Diagnostic(
        .chartLogScale, "a \(spec.kind.rawValue) chart has no logarithmic scale", at: scale.span,
        hints: ["show the ratio of the values in words, or as an index"]))
  }
  findings += checkOrder(data, spec)
  if spec.kind.isShare { findings += checkShares(data, spec) }
  if spec.kind == .waterfall { findings += checkWaterfall(data, spec) }
  if let stack = spec.stack, [.percent, .diverging].contains(stack.value) {
    findings += checkPercent(data, spec)
  }
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
  let count = data.panels.map(\.series.count).max() ?? data.series.count
  guard count > theme.palette.count else { return [] }
  return [
    Diagnostic(
      .chartManySeries,
      "\(count) series in “\(spec.id)”, the theme has \(theme.palette.count) colours",
      severity: .warning, at: spec.series?.span ?? spec.y.first?.span ?? spec.span)
  ]
}

private func checkHighlight(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  let names = data.categories + (data.series.count > 1 ? data.series.map(\.name) : [])
  return spec.highlight.filter { !names.contains($0.value) }.map { name in
    Diagnostic(
      .chartUnknownCategory, "the data have no category “\(name.value)”", at: name.span
    ).hinting(suggestion(for: name.value, among: names))
  }
}

/// The theme and the neutral series must be there.
private func checkNames(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  var findings: [Diagnostic] = []
  if let theme = spec.theme, ChartTheme.Name(rawValue: theme.value) == nil {
    let names = ChartTheme.Name.allCases.map(\.rawValue)
    findings.append(
      Diagnostic(.chartUnknownTheme, "there is no chart theme “\(theme.value)”", at: theme.span)
        .hinting(
          suggestion(for: theme.value, among: names)
            ?? "themes: \(names.joined(separator: ", "))"))
  }
  if let neutral = spec.neutral, !data.series.contains(where: { $0.name == neutral.value }) {
    findings.append(
      Diagnostic(
        .chartUnknownSeries, "the data have no series “\(neutral.value)”", at: neutral.span
      ).hinting(suggestion(for: neutral.value, among: data.series.map(\.name))))
  }
  return findings
}

/// Settings that this kind of chart has no use for, so that nothing is dropped in silence.
private func checkIgnored(_ spec: ChartSpec) -> [Diagnostic] {
  let isPoint = [.bar, .lollipop, .dot].contains(spec.kind)
  let isStacked = (spec.stack?.value ?? .grouped) != .grouped
  var ignored: [(name: String, span: SourceSpan)] = []
  if let low = spec.low, !isPoint || isStacked { ignored.append(("low", low.span)) }
  if let line = spec.lines.first, spec.kind != .bar || isStacked && spec.stack?.value != .stacked {
    ignored.append(("line", line.span))
  }
  if let neutral = spec.neutral, spec.stack?.value != .diverging {
    ignored.append(("neutral", neutral.span))
  }
  if let total = spec.totals.first, spec.kind != .waterfall {
    ignored.append(("totals", total.span))
  }
  if let stack = spec.stack, spec.kind != .bar, isStacked { ignored.append(("stack", stack.span)) }
  if let annotation = spec.annotations.first?.category, spec.kind.isShare {
    ignored.append(("annotations", annotation.span))
  }
  return ignored.map { setting in
    Diagnostic(
      .chartIgnoredSetting, "“\(setting.name)” means nothing for “\(spec.id)”", severity: .warning,
      at: setting.span)
  }
}

private func checkReferences(_ spec: ChartSpec) -> [Diagnostic] {
  spec.references.filter { $0.middle == nil }.map { reference in
    Diagnostic(
      .chartReference, "the reference “\(reference.label ?? "")” has neither a value nor two ends",
      at: reference.from?.span ?? reference.to?.span ?? spec.span)
  }
}

/// Broken bars are an exception that must be worth it: bars from zero, one series or grouped, and
/// at least one left whole.
private func checkBreak(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  guard let limit = spec.breakAt else { return [] }
  func refused(_ message: String, _ severity: Severity = .error) -> [Diagnostic] {
    [Diagnostic(.chartBroken, message, severity: severity, at: limit.span)]
  }
  let isGrouped = (spec.stack?.value ?? .grouped) == .grouped
  guard spec.kind == .bar, isGrouped, spec.lines.isEmpty, spec.low == nil else {
    return refused("only plain and grouped bars can break")
  }
  guard spec.labels != .none else { return refused("broken bars need their values printed") }
  let values = data.series.flatMap { $0.values.compactMap { $0?.number } }
  guard values.allSatisfy({ $0 >= 0 }), limit.value.doubleValue > 0 else {
    return refused("bars break at a positive value, and none is negative")
  }
  let broken = values.filter { $0 > limit.value.doubleValue * 1.2 }
  if broken.isEmpty { return refused("no bar of “\(spec.id)” is long enough to break", .warning) }
  if broken.count == values.count { return refused("every bar of “\(spec.id)” would break") }
  return []
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
