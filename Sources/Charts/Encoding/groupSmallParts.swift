internal import Figures

/// Joins the small parts of a share chart in one, and keeps their names for note and table.
///
/// Nothing is joined when a single part would be: a part with its own name says more.
func groupSmallParts(_ data: ChartData, _ group: OtherGroup, label: String) -> ChartData {
  guard var series = data.series.first else { return data }
  let whole = series.values.reduce(0) { $0 + ($1?.number ?? 0) }
  guard whole > 0 else { return data }
  let plain = data.categories.indices.filter { data.roles[$0] == .plain }
  let ranked = plain.sorted { left, right in
    let values = (series.values[left]?.number ?? 0, series.values[right]?.number ?? 0)
    return values.0 != values.1 ? values.0 > values.1 : left < right
  }
  let limit = group.atMost.map { max($0 - 1, 1) } ?? Int.max
  let small = ranked.enumerated().filter { place, category in
    place >= limit
      || (series.values[category]?.number ?? 0) / whole * 100 < group.below ?? -1
  }.map(\.element)
  let hasOther = data.roles.contains(.other)
  guard small.count > (hasOther ? 0 : 1) else { return data }
  let joining = Set(small).union(data.categories.indices.filter { data.roles[$0] == .other })
  var joined = data.picking(data.categories.indices.filter { !joining.contains($0) })
  joined.joined = data.categories.indices.filter(joining.contains).compactMap { category in
    series.values[category].map { ChartData.Part(name: data.categories[category], value: $0) }
  }
  let sum = ExactDecimal.sum(joined.joined.map(\.value.exact)) ?? .zero
  series = joined.series[0]
  series.values.append(ChartValue(sum))
  joined.series = [series]
  joined.categories.append(label)
  joined.roles.append(.other)
  return joined
}
