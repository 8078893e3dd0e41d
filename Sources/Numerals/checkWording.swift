internal import Diagnostics
internal import Figures

/// Reports changes that are told in the wrong measure: 下降两倍, 增长到 for 增长, % for 个百分点.
func checkWording(_ prose: Prose, _ data: DataLayer, into diagnostics: inout [Diagnostic]) {
  var at = 0
  while at < prose.scalars.count {
    guard let number = number(at: at, prose) else {
      at += 1
      continue
    }
    if number.isMultipleOrPart {
      let wording = Wording(prose, before: number)
      let figure = prose.figure(at: at).flatMap(data.figure)
      if let finding = wording.finding(number, figure) { diagnostics.append(finding) }
    }
    at = max(number.range.upperBound, at + 1)
  }
}

extension WrittenNumber {
  /// Whether it measures a change by what there was: 倍, %, 三分之一.
  fileprivate var isMultipleOrPart: Bool { ["倍", "%", "％"].contains(unit) || divisor != nil }
}

/// What the clause before a number says that happens by it.
private struct Wording {
  private enum Change {
    case rise
    case fall
  }

  private let prose: Prose
  private let clause: String
  private let change: Change?
  /// Whether the number is what it came to: 增长到, 降为, 相当于.
  private let isResult: Bool

  init(_ prose: Prose, before number: WrittenNumber) {
    self.prose = prose
    let end = number.range.lowerBound
    var start = end
    while start > 0, end - start < 20, !Self.ends.contains(prose.scalars[start - 1]) { start -= 1 }
    let clause = prose.text(start..<end)
    let rise = clause.lastEnd(of: Self.rises)
    let fall = clause.lastEnd(of: Self.falls)
    let verb = max(rise ?? clause.startIndex, fall ?? clause.startIndex)
    let rest = clause[verb...]
    self.clause = clause
    change = rise == nil && fall == nil ? nil : rise == verb ? .rise : .fall
    isResult = Self.results.contains(where: rest.contains) || clause.contains("相当于")
  }

  func finding(_ number: WrittenNumber, _ figure: Figure?) -> Diagnostic? {
    switch number.unit {
    case "倍": multiple(number, figure)
    case "%", "％": percentage(number, figure)
    default: number.divisor == nil ? nil : percentage(number, figure)
    }
  }

  private func multiple(_ number: WrittenNumber, _ figure: Figure?) -> Diagnostic? {
    let text = prose.text(number.wholeRange)
    let span = prose.span(of: number.wholeRange)
    if change == .fall, !isResult {
      return Diagnostic(
        .fallByMultiple, "nothing falls by “\(text)”: once is all of it", at: span,
        hints: ["write the share by which it fell, or what it fell to: 下降到原来的…"])
    }
    guard let figure, change == .rise else { return nil }
    if figure.isRatio, !isResult {
      return Diagnostic(
        .multipleOfWhat, "“\(figure.id)” is how many times as much, not by how much it rose",
        at: span, hints: ["write 增长到\(text), or derive the growth"]
      ).labelled("“\(figure.id)” is a ratio", at: figure.span)
    }
    guard figure.isGrowth, isResult else { return nil }
    return Diagnostic(
      .multipleOfWhat, "“\(figure.id)” is by how much it rose, not what it came to",
      at: span, hints: ["write 增长\(text), or derive the ratio"]
    ).labelled("“\(figure.id)” is a growth", at: figure.span)
  }

  /// 比重提高2%: a share that moves is told in percentage points, unless its growth is meant.
  private func percentage(_ number: WrittenNumber, _ figure: Figure?) -> Diagnostic? {
    guard change != nil, !isResult, figure?.isGrowth != true, namesShare,
      prose.standing(at: number.range.lowerBound) != .stated
    else { return nil }
    let text = prose.text(number.wholeRange)
    return Diagnostic(
      .percentForPoints, "a share changes by percentage points, not by “\(text)”",
      severity: .warning, at: prose.span(of: number.wholeRange),
      hints: ["write 个百分点, or bind the number to a growth"])
  }

  private var namesShare: Bool {
    Self.shares.contains(where: clause.contains)
  }

  private static let ends: Set<Unicode.Scalar> = [
    "，", "。", "；", "：", "、", "（", "）", "！", "？", "\n",
  ]
  private static let rises = ["增长", "提高", "增加", "上升", "扩大", "上涨", "提升"]
  private static let falls = ["下降", "减少", "降低", "缩短", "缩小", "回落", "下跌", "收窄"]
  private static let results = ["到", "至", "为", "达", "原来的"]
  private static let shares = [
    "比重", "占比", "份额", "比例", "普及率", "利用率", "失业率", "覆盖率", "渗透率", "市占率", "增长率", "入学率",
    "城镇化率", "毛利率", "自给率", "接入率", "增速", "增幅", "涨幅", "降幅", "利率", "贡献率", "负债率", "参与率",
    "合格率", "识字率", "死亡率", "出生率",
  ]
}

extension String {
  /// The end of the last place where one of the words stands.
  fileprivate func lastEnd(of words: [String]) -> String.Index? {
    words.compactMap { ranges(of: $0).last?.upperBound }.max()
  }
}
