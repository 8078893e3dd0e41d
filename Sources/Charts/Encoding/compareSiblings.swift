package import Diagnostics

/// Questions charts of one report that invite comparison and are drawn to different scales: bars of
/// the same kind, direction and unit with the same categories or the same series.
///
/// - Parameter charts: the charts of a report, in order.
/// - Returns: a note on each chart whose scale differs from that of the first one of its family.
package func compareSiblings(_ charts: [(spec: ChartSpec, chart: Chart)]) -> [Diagnostic] {
  var first: [String: (spec: ChartSpec, factor: Double)] = [:]
  var findings = compareShares(charts)
  for (spec, chart) in charts {
    guard let factor = chart.valueFactor, factor > 0, let family = family(of: spec, chart) else {
      continue
    }
    guard let leader = first[family] else {
      first[family] = (spec, factor)
      continue
    }
    let ratio = max(factor, leader.factor) / min(factor, leader.factor)
    guard ratio > 1.02 else { continue }
    findings.append(
      Diagnostic(
        .chartSiblingScale,
        "one unit in “\(spec.id)” is \(percent(factor / leader.factor)) as long as in "
          + "“\(leader.spec.id)”", severity: .note, at: spec.span,
        hints: ["draw them as one chart with facet, or give both the same range"]
      ).labelled("the chart to compare with", at: leader.spec.span))
  }
  return findings
}

/// Questions several pies or rings of the same parts: angles of different rings are hard to compare.
private func compareShares(_ charts: [(spec: ChartSpec, chart: Chart)]) -> [Diagnostic] {
  var first: [[String]: ChartSpec] = [:]
  return charts.compactMap { spec, chart in
    let parts = chart.table.rows.map(\.category).sorted()
    guard spec.kind.isShare, spec.kind != .waffle, parts.count > 2 else { return nil }
    guard let leader = first[parts] else {
      first[parts] = spec
      return nil
    }
    return Diagnostic(
      .chartSiblingShares, "“\(spec.id)” shows the parts of “\(leader.id)” again", severity: .note,
      at: spec.span, hints: ["one chart with kind: bar and stack: percent compares them"]
    ).labelled("the chart to compare with", at: leader.span)
  }
}

/// What charts must share to be read side by side; nil for a chart that stands alone.
private func family(of spec: ChartSpec, _ chart: Chart) -> String? {
  guard spec.kind.isBanded, spec.stack?.value != .percent else {
    return nil
  }
  let categories = chart.table.rows.map(\.category).sorted().joined(separator: "\u{1F}")
  return [
    spec.kind.rawValue, spec.orientation?.rawValue ?? "", spec.unit ?? "", categories,
  ].joined(separator: "\u{1E}")
}

private func percent(_ ratio: Double) -> String {
  "\(Int(min(max(ratio, 0), 1e6) * 100 + 0.5))%"
}
