internal import Diagnostics

/// What a chart says of its own accord, in the language of the document.
struct ChartPhrases: Hashable, Sendable {
  let isChinese: Bool
  let words: ChartWords

  init(language: String) {
    isChinese = language.lowercased().hasPrefix("zh")
    words = ChartWords.of(language)
  }

  var other: String { words.other }
  var category: String { words.category }
  var share: String { words.share }
  var missing: String { "—" }

  func unit(_ unit: String) -> String { ChartWords.fill(words.unit, unit) }

  func source(_ source: String) -> String { ChartWords.fill(words.source, source) }

  func note(_ note: String) -> String { ChartWords.fill(words.note, note) }

  /// What the joined part of a share chart holds.
  func joined(_ label: String, _ names: [String]) -> String {
    ChartWords.fill(words.joined, label, names.joined(separator: words.enumeration))
  }

  /// Which bars break off.
  func broken(_ names: [String]) -> String {
    ChartWords.fill(words.broken, names.joined(separator: words.enumeration))
  }

  var truncated: String { words.truncated }
  var rounded: String { words.rounded }

  /// Where the value axis begins, and why there.
  func raised(_ value: String, _ reason: String) -> String {
    ChartWords.fill(words.raised, value, reason)
  }

  func sample(_ sample: String) -> String { ChartWords.fill(words.sample, sample) }

  func cell(_ share: String) -> String { ChartWords.fill(words.cell, share) }

  func kind(_ spec: ChartSpec, isHorizontal: Bool, isStacked: Bool) -> String {
    words.kinds[Self.kind(spec, isHorizontal: isHorizontal, isStacked: isStacked).rawValue]
  }

  private static func kind(
    _ spec: ChartSpec, isHorizontal: Bool, isStacked: Bool
  ) -> ChartWords.Kind {
    switch spec.kind {
    case _ where !spec.facets.isEmpty: .multiples
    case .bar where spec.stack?.value == .percent: .percent
    case .bar where spec.stack?.value == .diverging: .diverging
    case .bar where isStacked: .stacked
    case .bar: isHorizontal ? .horizontal : .vertical
    case .waterfall: .waterfall
    case .lollipop: .lollipop
    case .dot: .dot
    case .line: .line
    case .pie: .pie
    case .donut: .donut
    case .halfDonut: .halfDonut
    case .waffle: .waffle
    }
  }
}
