internal import Diagnostics

/// What a chart says of its own accord, in the language of the document.
struct ChartPhrases: Hashable, Sendable {
  let isChinese: Bool

  init(language: String) {
    isChinese = language.lowercased().hasPrefix("zh")
  }

  var other: String { isChinese ? "其他" : "Other" }
  var total: String { isChinese ? "合计" : "Total" }
  var category: String { isChinese ? "类别" : "Category" }
  var value: String { isChinese ? "数值" : "Value" }
  var share: String { isChinese ? "占比" : "Share" }
  var missing: String { "—" }

  func unit(_ unit: String) -> String { isChinese ? "单位：\(unit)" : "Unit: \(unit)" }

  func source(_ source: String) -> String { isChinese ? "资料来源：\(source)" : "Source: \(source)" }

  func note(_ note: String) -> String { isChinese ? "注：\(note)" : "Note: \(note)" }

  /// What the joined part of a share chart holds.
  func joined(_ label: String, _ names: [String]) -> String {
    isChinese
      ? "“\(label)”包括\(names.joined(separator: "、"))。"
      : "“\(label)” is \(names.joined(separator: ", "))."
  }

  func cell(_ count: Int) -> String {
    isChinese ? "每格代表\(count)%" : "Each cell is \(count)%"
  }

  func kind(_ spec: ChartSpec, isHorizontal: Bool, isStacked: Bool) -> String {
    switch spec.kind {
    case .bar where spec.stack?.value == .percent:
      isChinese ? "百分比堆积图" : "100% stacked bar chart"
    case .bar where isStacked: isChinese ? "堆积条形图" : "Stacked bar chart"
    case .bar where isHorizontal: isChinese ? "条形图" : "Bar chart"
    case .bar: isChinese ? "柱形图" : "Column chart"
    case .lollipop: isChinese ? "棒棒糖图" : "Lollipop chart"
    case .dot: isChinese ? "点图" : "Dot plot"
    case .line: isChinese ? "折线图" : "Line chart"
    case .pie: isChinese ? "饼图" : "Pie chart"
    case .donut: isChinese ? "环形图" : "Donut chart"
    case .halfDonut: isChinese ? "半环图" : "Half-donut chart"
    case .waffle: isChinese ? "华夫格图" : "Waffle chart"
    }
  }
}
