internal import Declarations
internal import Diagnostics
internal import Figures

extension ChartData {
  /// The data of a waterfall: its totals known as such, with the sum so far where they are open.
  ///
  /// Categories keep their order, as changes follow each other.
  func accumulated(_ spec: ChartSpec) -> ChartData {
    var copy = self
    let named = Set(spec.totals.map(\.value))
    copy.roles = categories.indices.map { place in
      named.contains(categories[place]) || roles[place] == .total ? .total : .plain
    }
    for index in series.indices {
      for (place, level) in copy.levels(ofSeries: index).enumerated()
      where copy.roles[place] == .total && series[index].values[place] == nil {
        copy.series[index].values[place] = ChartValue(level)
      }
    }
    return copy
  }

  /// What a waterfall has reached after each category: changes add up, a total starts anew.
  func levels(ofSeries index: Int) -> [ExactDecimal] {
    var level = ExactDecimal.zero
    return zip(roles, series[index].values).map { role, value in
      guard let value = value?.exact else { return level }
      level = role == .total ? value : (try? level.adding(value)) ?? level
      return level
    }
  }

  /// What a waterfall has reached before each category.
  func startLevels(ofSeries index: Int) -> [ExactDecimal] {
    [.zero] + levels(ofSeries: index).dropLast()
  }
}

/// Refuses a waterfall of several series, and totals that their changes do not lead to, within half
/// a unit of the last place for each.
func checkWaterfall(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  let span = spec.y.first?.span ?? spec.span
  let most = data.panels.map(\.series.count).max() ?? data.series.count
  guard most == 1 else {
    return [
      Diagnostic(
        .chartWaterfall, "a waterfall shows one series, found \(most)", at: span,
        hints: ["draw each series as a waterfall of its own with facet"])
    ]
  }
  var findings = spec.totals.filter { !data.categories.contains($0.value) }.map { name in
    Diagnostic(
      .chartUnknownCategory, "the data have no category “\(name.value)”", at: name.span
    ).hinting(suggestion(for: name.value, among: data.categories))
  }
  for index in data.series.indices { findings += checkTotals(data, ofSeries: index, at: span) }
  return findings
}

private func checkTotals(
  _ data: ChartData, ofSeries index: Int, at span: SourceSpan
) -> [Diagnostic] {
  let lastPlace = (0..<data.decimals).reduce(1.0) { place, _ in place / 10 }
  return data.startLevels(ofSeries: index).enumerated().dropFirst().compactMap { place, before in
    guard data.roles[place] == .total, let value = data.series[index].values[place] else {
      return nil
    }
    let tolerance = lastPlace * 0.5 * Double(place + 1) + 1e-12 * abs(value.number)
    guard abs(value.number - before.doubleValue) > tolerance else { return nil }
    return Diagnostic(
      .chartWaterfall,
      "the changes lead to \(before.description), “\(data.categories[place])” is "
        + value.exact.description, at: span)
  }
}
