internal import Diagnostics

/// Notes that bars of categories without an order of their own are sorted by value.
func checkOrder(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  guard data.isUnsorted(spec) else { return [] }
  return [
    Diagnostic(
      .chartUnsorted, "the categories of “\(spec.id)” are sorted by value", severity: .note,
      at: spec.x?.span ?? spec.span,
      hints: ["declare sort: descending, or sort: none when their own order says something"])
  ]
}

extension ChartData {
  /// Whether nominal categories stand in no order of value.
  ///
  /// The order of the data is taken as meant when the author declares it (`sort: none`), when the
  /// categories are times or begin with numbers, and for several series, which no one order suits.
  func isUnsorted(_ spec: ChartSpec) -> Bool {
    guard spec.kind.isBanded, spec.kind != .waterfall, spec.sort == nil, series.count == 1,
      panels.isEmpty, categories.count > 3, !isTemporal, !categories.contains(where: isOrdinal)
    else { return false }
    let values = categories.indices.filter { roles[$0] == .plain }
      .compactMap { series[0].values[$0]?.number }
    let pairs = zip(values, values.dropFirst())
    return !pairs.allSatisfy { $0 <= $1 } && !pairs.allSatisfy { $0 >= $1 }
  }
}

/// Whether a name says its place: a number, an ordinal, an age or a size.
private func isOrdinal(_ name: String) -> Bool {
  guard let first = name.first else { return false }
  return first.isNumber || first == "第" || first == "<" || first == ">" || first == "≥"
    || "一二三四五六七八九十".contains(first) && name.count > 1
}
