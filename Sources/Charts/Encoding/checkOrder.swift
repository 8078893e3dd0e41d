internal import Diagnostics

/// Notes bars of categories without an order of their own that stand in no order of value.
///
/// The order of the data is taken as meant when the author declares it (`sort: none`), when the
/// categories are times or begin with numbers, and for several series, which no one order suits.
func checkOrder(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  guard spec.kind.isBanded, spec.kind != .waterfall, spec.sort == nil, data.series.count == 1,
    data.panels.isEmpty, data.categories.count > 3, !data.isTemporal,
    !data.categories.contains(where: isOrdinal)
  else { return [] }
  let values = data.categories.indices.filter { data.roles[$0] == .plain }
    .compactMap { data.series[0].values[$0]?.number }
  let pairs = zip(values, values.dropFirst())
  guard !pairs.allSatisfy({ $0 <= $1 }), !pairs.allSatisfy({ $0 >= $1 }) else { return [] }
  return [
    Diagnostic(
      .chartUnsorted, "the categories of “\(spec.id)” stand in no order of value", severity: .note,
      at: spec.x?.span ?? spec.span,
      hints: ["declare sort: descending, or sort: none when their own order says something"])
  ]
}

/// Whether a name says its place: a number, an ordinal, an age or a size.
private func isOrdinal(_ name: String) -> Bool {
  guard let first = name.first else { return false }
  return first.isNumber || first == "第" || first == "<" || first == ">" || first == "≥"
    || "一二三四五六七八九十".contains(first) && name.count > 1
}
