internal import Declarations
internal import Diagnostics
internal import Figures

extension ChartData {
  /// The data of a waterfall: its totals known as such, and shown as the sum so far where the data
  /// leave them open. Categories keep their order, as changes follow each other.
  func accumulated(_ spec: ChartSpec) -> ChartData {
    var copy = self
    let named = Set(spec.totals.map(\.value))
    copy.roles = categories.indices.map { place in
      named.contains(categories[place]) || roles[place] == .total ? .total : .plain
    }
    guard let series = series.first else { return copy }
    for (place, level) in copy.levels.enumerated()
    where copy.roles[place] == .total && series.values[place] == nil {
      copy.series[0].values[place] = ChartValue(level)
    }
    return copy
  }

  /// What a waterfall has reached after each category: changes add up, a total starts anew.
  var levels: [ExactDecimal] {
    var level = ExactDecimal.zero
    return zip(roles, series.first?.values ?? []).map { role, value in
      guard let value = value?.exact else { return level }
      level = role == .total ? value : (try? level.adding(value)) ?? level
      return level
    }
  }

  /// What a waterfall has reached before each category.
  var startLevels: [ExactDecimal] { [.zero] + levels.dropLast() }
}

/// Refuses a waterfall of several series, and totals that their changes do not lead to, within half
/// a unit of the last place for each.
func checkWaterfall(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  let span = spec.y.first?.span ?? spec.span
  guard data.series.count == 1, let values = data.series.first?.values else {
    return [
      Diagnostic(
        .chartWaterfall, "a waterfall shows one series, found \(data.series.count)", at: span)
    ]
  }
  var findings = spec.totals.filter { !data.categories.contains($0.value) }.map { name in
    Diagnostic(
      .chartUnknownCategory, "the data have no category “\(name.value)”", at: name.span
    ).hinting(suggestion(for: name.value, among: data.categories))
  }
  let lastPlace = (0..<data.decimals).reduce(1.0) { place, _ in place / 10 }
  for (place, before) in data.startLevels.enumerated().dropFirst()
  where data.roles[place] == .total {
    guard let value = values[place] else { continue }
    let tolerance = lastPlace * 0.5 * Double(place + 1) + 1e-12 * abs(value.number)
    guard abs(value.number - before.doubleValue) > tolerance else { continue }
    findings.append(
      Diagnostic(
        .chartWaterfall,
        "the changes lead to \(before.description), “\(data.categories[place])” is "
          + value.exact.description, at: span))
  }
  return findings
}
