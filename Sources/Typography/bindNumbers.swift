extension Workspace {
  /// Removes the break opportunities that house rules forbid beyond UAX #14: inside numbers with
  /// their units and ranges (GB/T 15835; UAX #14 parts digits from Han), inside unbreakable runs,
  /// before note marks, and around connectors and solidi (GB/T 15834, 5.1.8 and 5.1.9).
  mutating func bind(_ source: StyledText) {
    let text = source.text
    bindRuns(source)
    var index = 0
    while index < text.count {
      switch classes[index] {
      case .digit: index = bindNumber(in: text, from: index)
      case .connector, .solidus:
        breaks[index] = 0
        if classes[index] == .solidus || index + 1 < text.count && classes[index + 1] == .digit {
          breaks[index + 1] = 0
        }
        index += 1
      case .longMark:
        if index + 1 < text.count, text[index + 1] == text[index] { breaks[index + 1] = 0 }
        index += 1
      default: index += 1
      }
    }
  }

  private mutating func bindRuns(_ source: StyledText) {
    var start = 0
    for run in source.runs {
      if run.options.contains(.noteMark) { breaks[start] = 0 }
      if !run.options.isDisjoint(with: [.unbreakable, .noteMark]) && run.end > start + 1 {
        for index in start + 1..<run.end { breaks[index] = 0 }
      }
      start = run.end
    }
  }

  /// Binds the number at an offset to `第`, to its unit and to a range sign; returns where it ends.
  private mutating func bindNumber(in text: [UInt16], from start: Int) -> Int {
    if start > 0, text[start - 1] == 0x7B2C { breaks[start] = 0 }
    var end = start + 1
    while end < text.count, isNumberPart(text, at: end) { end += 1 }
    for index in start + 1..<max(end, start + 1) { breaks[index] = 0 }
    let unit = unitLength(in: text, at: end)
    for index in end..<end + unit { breaks[index] = 0 }
    return end + unit
  }

  private func isNumberPart(_ text: [UInt16], at index: Int) -> Bool {
    if classes[index] == .digit { return true }
    let isSeparator = [0x2E, 0x2C, 0x2F, 0x2D].contains(text[index])
    return isSeparator && index + 1 < text.count && classes[index + 1] == .digit
  }

  /// How many characters of unit follow a number: at most one scale (万, 亿) and one unit.
  private func unitLength(in text: [UInt16], at start: Int) -> Int {
    var end = start
    while end < text.count, [0x4E07, 0x4EBF, 0x5343, 0x767E].contains(text[end]), end < start + 2 {
      end += 1
    }
    for unit in longUnits where text[end...].starts(with: unit) { return end - start + unit.count }
    if end < text.count, shortUnits.contains(text[end]) { end += 1 }
    return end - start
  }
}

/// Units of several characters, the longest first.
private let longUnits: [[UInt16]] = [
  "个百分点", "平方公里", "平方千米", "立方米", "平方米", "人民币", "百分点", "标准箱", "美元", "欧元", "英镑",
  "日元", "公里", "千米", "公顷", "公斤", "千克", "小时", "分钟", "人次", "世纪", "年代", "个月", "倍",
].map { Array($0.utf16) }

/// Units and counters of one character.
private let shortUnits: Set<UInt16> = Set(
  "年月日号时点分秒元个项次位名人家国座条款章节页图表例种类份场届批列班吨米升度倍成周天岁期级层站亩户万亿%‰℃°".utf16)
