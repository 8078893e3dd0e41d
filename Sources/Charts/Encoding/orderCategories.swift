/// Puts the categories in the order that they are drawn in.
///
/// Parts of a whole and nominal categories descend unless the author says otherwise; the other part is always last among the
/// parts, and a total always at the end. Equal values keep the order of the data.
func orderCategories(_ data: ChartData, _ spec: ChartSpec) -> ChartData {
  let order = spec.sort ?? (spec.kind.isShare || data.isUnsorted(spec) ? .descending : .none)
  let sums = data.categories.indices.map { category in
    data.series.reduce(0.0) { $0 + ($1.values[category]?.number ?? 0) }
  }
  let sorted = data.categories.indices.sorted { left, right in
    let roles = (data.roles[left].rank, data.roles[right].rank)
    if roles.0 != roles.1 { return roles.0 < roles.1 }
    switch order {
    case .none: return left < right
    case .ascending: return sums[left] != sums[right] ? sums[left] < sums[right] : left < right
    case .descending: return sums[left] != sums[right] ? sums[left] > sums[right] : left < right
    }
  }
  return data.picking(sorted)
}

extension ChartData.Role {
  fileprivate var rank: Int {
    switch self {
    case .plain: 0
    case .other: 1
    case .total: 2
    }
  }
}
