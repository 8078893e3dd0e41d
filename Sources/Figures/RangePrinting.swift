/// A range of two figures in one format: 9亿～16亿, 15%～30%, 150～200公里.
struct RangePrinting {
  private let first: FigurePrinting
  private let last: FigurePrinting

  init(_ first: FigurePrinting, _ last: FigurePrinting) {
    self.first = first
    self.last = last
  }

  /// Why the two make no range.
  var misfits: [String] {
    let (from, to) = (first.figure, last.figure)
    if first.phrase.kind != last.phrase.kind {
      return ["“\(from.id)” is in \(from.unit) and “\(to.id)” in \(to.unit)"]
    }
    if first.format.isSigned, first.rounded.isNegative != last.rounded.isNegative {
      return ["“\(from.id)” and “\(to.id)” do not change in one direction"]
    }
    let isUp =
      first.format.isSigned
      ? first.rounded.magnitude < last.rounded.magnitude : first.rounded < last.rounded
    let down = isUp ? [] : ["the range from “\(from.id)” to “\(to.id)” does not rise in print"]
    return first.misfits + last.misfits + down
  }

  /// The words once with the first end, what stands between, the last end; the first without its unit where that is not ambiguous
  /// (GB/T 15835, 5.1.4).
  var texts: [String] {
    let isWhole = first.phrase.repeatsInRanges || first.format.isHan
    return [first.words + (isWhole ? first.number : first.digits), dash, last.number]
  }

  private var dash: String { first.language.rangeDash }
}

extension NumberLanguage {
  /// CLDR 48, miscPatterns of type range; in Chinese, GB/T 15835.
  package var rangeDash: String {
    switch tag {
    case "zh": "～"
    case "es": "-"
    default: "–"
    }
  }
}
