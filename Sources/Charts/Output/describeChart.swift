internal import Diagnostics
internal import Figures

/// Describes a chart for those who do not see it: what it is and measures, how far the values
/// reach, which is largest and smallest, and how a series over time went; for shares, every share.
func describeChart(_ context: PlotContext) -> String {
  let describer = ChartDescriber(context: context)
  return describer.describe()
}

private struct ChartDescriber {
  let context: PlotContext
  let format: ValueFormat

  init(context: PlotContext) {
    self.context = context
    format = ValueFormat(context)
  }

  private var isChinese: Bool { context.phrases.isChinese }
  private var data: ChartData { context.data }
  private var stop: String { isChinese ? "。" : ". " }

  func describe() -> String {
    let sentences = [opening] + (context.spec.kind.isShare ? [shares] : series)
    let text = sentences.map { $0 + stop }.joined()
    return isChinese ? text : String(text.dropLast())
  }

  private var opening: String {
    let isStacked = data.series.count > 1 && (context.spec.stack?.value ?? .grouped) != .grouped
    let kind = context.phrases.kind(
      context.spec, isHorizontal: context.spec.orientation == .horizontal, isStacked: isStacked)
    let title = context.spec.title
    let unit =
      (format.unit ?? context.spec.unit).map { isChinese ? "，单位：\($0)" : ", in \($0)" } ?? ""
    let subtitle = context.spec.subtitle.map { isChinese ? "，\($0)" : ", \($0)" } ?? ""
    return isChinese
      ? "\(kind)：\(title)\(subtitle)\(unit)" : "\(kind): \(title)\(subtitle)\(unit)"
  }

  private var shares: String {
    let printed = SharePlan(context).shares
    let parts = zip(data.categories, printed).map { "\($0)\(isChinese ? "" : " ")\($1)" }
    return isChinese
      ? "共\(parts.count)部分：" + parts.joined(separator: "，")
      : "\(parts.count) parts: " + parts.joined(separator: ", ")
  }

  private var series: [String] { data.series.map(describe) }

  private func describe(_ series: ChartData.Series) -> String {
    let known = zip(data.categories, series.values).compactMap { category, value in
      value.map { (name: category, value: $0) }
    }
    guard
      let largest = known.max(by: { $0.value.exact < $1.value.exact }),
      let smallest = known.min(by: { $0.value.exact < $1.value.exact })
    else {
      return isChinese ? "\(series.name)无数据" : "\(series.name): no data"
    }
    let head = data.series.count > 1 ? (isChinese ? "\(series.name)：" : "\(series.name): ") : ""
    var text = head + range(count: known.count, largest, smallest)
    let missing = series.values.count - known.count
    if missing > 0 { text += isChinese ? "，\(missing)项缺数据" : ", \(missing) missing" }
    if data.isTemporal, let first = known.first, let last = known.last, known.count > 1 {
      text += trend(first, last)
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
    if count == 1 {
      return isChinese
        ? "\(largest.name)为\(number(largest.value))"
        : "\(largest.name) is \(number(largest.value))"
    }
    if largest.value.exact == smallest.value.exact {
      return isChinese
        ? "\(count)项均为\(number(largest.value))" : "all \(count) are \(number(largest.value))"
    }
    if count == 2 {
      return isChinese
        ? "\(largest.name)为\(number(largest.value))，\(smallest.name)为\(number(smallest.value))"
        : "\(largest.name) \(number(largest.value)), \(smallest.name) \(number(smallest.value))"
    }
    return isChinese
      ? "共\(count)项，最大为\(largest.name)（\(number(largest.value))），最小为\(smallest.name)（\(number(smallest.value))）"
      : "\(count) values, largest \(largest.name) (\(number(largest.value))), smallest \(smallest.name) (\(number(smallest.value)))"
  }

  private func trend(_ first: Entry, _ last: Entry) -> String {
    let (start, end) = (number(first.value), number(last.value))
    if first.value.exact == last.value.exact {
      return isChinese ? "，首尾持平" : ", the same at both ends"
    }
    let isRise = first.value.exact < last.value.exact
    return isChinese
      ? "，由\(first.name)的\(start)\(isRise ? "升至" : "降至")\(last.name)的\(end)"
      : ", from \(start) in \(first.name) \(isRise ? "up" : "down") to \(end) in \(last.name)"
  }
}
