internal import Diagnostics
internal import Figures

/// Describes a chart for those who do not see it: what it is and measures, how far the values
/// reach, which is largest and smallest, and how a series over time went; for shares, every share.
func describeChart(_ context: PlotContext, _ shares: SharePlan?) -> String {
  let describer = ChartDescriber(context: context, shares: shares)
  return describer.describe()
}

private struct ChartDescriber {
  let context: PlotContext
  private let plan: SharePlan?

  init(context: PlotContext, shares: SharePlan?) {
    self.context = context
    plan = shares
  }

  private var words: ChartWords { context.phrases.words }
  private var isChinese: Bool { context.phrases.isChinese }
  private var data: ChartData { context.data }
  private var format: ValueFormat { context.format }

  func describe() -> String {
    let isChain = context.spec.kind == .waterfall
    let body = plan.map { [shares(in: $0)] } ?? (isChain ? chain : series)
    let sentences = [opening] + body
    let text = sentences.map { $0 + words.stop }.joined()
    return isChinese ? text : String(text.dropLast())
  }

  private var opening: String {
    let isStacked = data.series.count > 1 && (context.spec.stack?.value ?? .grouped) != .grouped
    let kind = context.phrases.kind(
      context.spec, isHorizontal: context.spec.orientation == .horizontal, isStacked: isStacked)
    var text = kind + words.colon + context.spec.title
    if let subtitle = context.spec.subtitle { text += words.comma + subtitle }
    if let unit = format.unit ?? context.spec.unit {
      text += words.comma + ChartWords.fill(words.measured, unit)
    }
    return text
  }

  private func shares(in plan: SharePlan) -> String {
    let parts = zip(data.categories, plan.shares).map { "\($0)\(isChinese ? "" : " ")\($1)" }
    return ChartWords.fill(words.parts, String(parts.count))
      + parts.joined(separator: words.comma)
  }

  /// From where to where each waterfall leads, and by which changes.
  private var chain: [String] {
    guard !data.panels.isEmpty else { return chain(ofSeries: 0) }
    return data.panels.flatMap { panel in
      panel.series.flatMap { index in
        chain(ofSeries: index).enumerated().map { place, sentence in
          place == 0 ? panel.name + words.colon + sentence : sentence
        }
      }
    }
  }

  private func chain(ofSeries index: Int) -> [String] {
    let places = data.categories.indices
    let levels = data.levels(ofSeries: index)
    let entries = places.map { place in
      (name: data.categories[place], value: ChartValue(levels[place]))
    }
    let changes = places.filter { data.roles[$0] == .plain }.compactMap { place in
      data.series[index].values[place].map {
        data.categories[place] + (isChinese ? "" : " ") + format.printChange($0.exact)
      }
    }
    guard let first = entries.first, let last = entries.last, entries.count > 1 else {
      return series
    }
    let opening = data.roles.first == .total ? trend(first, last) : nil
    return [opening ?? ChartWords.fill(words.single, last.name, number(last.value))]
      + [words.changes + changes.joined(separator: words.comma)]
  }

  private var series: [String] {
    guard !data.panels.isEmpty else { return data.series.map { describe($0, name: $0.name) } }
    return data.panels.flatMap { panel in
      panel.series.map { index in
        let own = panel.series.count > 1 ? words.comma + data.series[index].name : ""
        return describe(data.series[index], name: panel.name + own)
      }
    }
  }

  private func describe(_ series: ChartData.Series, name: String) -> String {
    let known = zip(data.categories, series.values).compactMap { category, value in
      value.map { (name: category, value: $0) }
    }
    guard
      let largest = known.max(by: { $0.value.exact < $1.value.exact }),
      let smallest = known.min(by: { $0.value.exact < $1.value.exact })
    else {
      return ChartWords.fill(words.noData, name)
    }
    var text = data.series.count > 1 ? name + words.colon : ""
    text += range(count: known.count, largest, smallest)
    let missing = series.values.count - known.count
    if missing > 0 { text += words.comma + ChartWords.fill(words.missing, String(missing)) }
    text += intervals(series)
    if data.isTemporal, let first = known.first, let last = known.last, known.count > 1 {
      text += words.comma + trend(first, last)
    }
    return text
  }

  private typealias Entry = (name: String, value: ChartValue)

  private func number(_ value: ChartValue) -> String {
    let unit = format.unit ?? ""
    if !format.suffix.isEmpty { return format.print(value.exact) }
    return format.print(value.exact) + (isChinese || unit.isEmpty ? unit : " \(unit)")
  }

  private func range(count: Int, _ largest: Entry, _ smallest: Entry) -> String {
    let (high, low) = (number(largest.value), number(smallest.value))
    if count == 1 { return ChartWords.fill(words.single, largest.name, high) }
    if largest.value.exact == smallest.value.exact {
      return ChartWords.fill(words.allEqual, String(count), high)
    }
    if count == 2 {
      return ChartWords.fill(words.single, largest.name, high) + words.comma
        + ChartWords.fill(words.single, smallest.name, low)
    }
    return ChartWords.fill(words.range, String(count), largest.name, high, smallest.name, low)
  }

  /// How far all intervals of a series reach.
  private func intervals(_ series: ChartData.Series) -> String {
    let known = series.intervals.compactMap(\.self)
    guard let low = known.map(\.low).min(by: { $0.exact < $1.exact }),
      let high = known.map(\.high).max(by: { $0.exact < $1.exact })
    else { return "" }
    return words.comma + ChartWords.fill(words.interval, number(low), number(high))
  }

  private func trend(_ first: Entry, _ last: Entry) -> String {
    guard first.value.exact != last.value.exact else { return words.level }
    let isRise = first.value.exact < last.value.exact
    return ChartWords.fill(
      isRise ? words.rise : words.fall, number(first.value), first.name, number(last.value),
      last.name)
  }
}
