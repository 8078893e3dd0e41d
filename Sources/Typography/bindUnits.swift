extension Workspace {
  /// Removes the break opportunities that house rules forbid beyond UAX #14: inside unbreakable runs
  /// and note marks, and inside numbers with sign, unit, range and ordinal (GB/T 15835, 5.1; UAX #14
  /// parts digits from Han).
  mutating func bind(_ source: StyledText) {
    bindAddresses(source)
    var scanner = NumberScanner(text: source.text)
    var index = 0
    while index < classes.count {
      switch classes[index] {
      case .han where source.text[index] == 0x7B2C: index = bindOrdinal(scanner, from: index)
      case .opening: index = bindListNumber(scanner, from: index)
      case .digit: index = bindNumber(&scanner, from: index)
      default: index += 1
      }
    }
    bindRuns(source)
  }

  private mutating func bindRuns(_ source: StyledText) {
    var start = 0
    for run in source.runs {
      if !run.options.isDisjoint(with: [.unbreakable, .noteMark]) || run.ruby >= 0 {
        prohibit(start + 1..<run.end)
      }
      if run.options.contains(.attached) { breaks[start] = .prohibited }
      start = run.end
    }
  }

  /// Lets addresses end lines behind a solidus or a point, or where need be inside a word.
  ///
  /// A hyphen at the end of a line could be the address's own or not, so that no line ends beside one.
  private mutating func bindAddresses(_ source: StyledText) {
    var start = 0
    for run in source.runs {
      if run.options.contains(.address) {
        for index in start + 1..<max(run.end, start + 1) {
          let (left, right) = (source.text[index - 1], source.text[index])
          let isInside = left.isAddressWord && right.isAddressWord
          breaks[index] =
            addressEnds.contains(left) && right != left
            ? .allowed : isInside ? .insideWord : .prohibited
        }
      }
      start = run.end
    }
  }

  private mutating func prohibit(_ range: Range<Int>) {
    for index in range { breaks[index] = .prohibited }
  }

  private mutating func prohibit(_ first: Int, through last: Int) {
    if first <= last { prohibit(first..<last + 1) }
  }

  /// `第三章`, `第二十一条`: `第` with Han numerals and their counter.
  private mutating func bindOrdinal(_ scanner: NumberScanner, from start: Int) -> Int {
    let end = scanner.hanNumeralEnd(from: start + 1)
    guard end > start + 1 else { return start + 1 }
    let last = scanner.hanUnit(from: end, classes: classes)
    prohibit(start + 1, through: max(end, last) - 1)
    return max(end, last)
  }

  /// `（一）`, `（12）`, `〔2025〕`: a short number in brackets.
  private mutating func bindListNumber(_ scanner: NumberScanner, from start: Int) -> Int {
    var end = scanner.hanNumeralEnd(from: start + 1)
    if end == start + 1 {
      while end < classes.count, end < start + 5, classes[end] == .digit { end += 1 }
    }
    guard end > start + 1, end < classes.count, classes[end] == .closing else { return start + 1 }
    prohibit(start + 1, through: end)
    return end + 1
  }

  /// Binds the number at an offset with what stands before it and all that belongs to it; returns
  /// where it ends.
  private mutating func bindNumber(_ scanner: inout NumberScanner, from start: Int) -> Int {
    let prefix = scanner.prefix(of: start, classes: classes)
    prohibit(prefix + 1, through: start)
    if scanner.isSigned(start, classes: classes) {
      classes[start - 1] = .letter
      // UAX #14 takes a hyphen for one, before which no line ends.
      if start > 1, classes[start - 2] == .han { breaks[start - 1] = .allowed }
    }
    var end = start
    while true {
      end = scanner.number(from: end, classes: classes)
      end = scanner.unit(from: end, classes: classes)
      guard let next = scanner.rangeEnd(from: end, classes: classes) else { break }
      end = next
    }
    prohibit(start + 1, through: end - 1)
    return end
  }
}

/// Finds the extent of numbers and of what belongs to them in a text.
private struct NumberScanner {
  let text: [UInt16]

  private func unit(at index: Int) -> UInt16 { index >= 0 && index < text.count ? text[index] : 0 }

  /// Past one space.
  private func afterSpace(_ index: Int) -> Int {
    switch unit(at: index) {
    case 0x20, 0xA0, 0x2009, 0x202F: index + 1
    default: index
    }
  }

  private func beforeSpace(_ index: Int) -> Int {
    switch unit(at: index - 1) {
    case 0x20, 0xA0, 0x2009, 0x202F: index - 1
    default: index
    }
  }

  /// Where the sign, currency or label before a number begins: `±`, `US$`, `CNY `, `第 `, `图 `.
  func prefix(of start: Int, classes: [CharacterClass]) -> Int {
    var first = start
    while signs.contains(unit(at: first - 1)), classes[first - 1] != .noteMark { first -= 1 }
    let word = beforeSpace(first)
    let before = unit(at: word - 1)
    if currencySigns.contains(before) {
      first = word - 1
      while isCapital(first - 1), word - first < 4 { first -= 1 }
      return first
    }
    if before == 0x7B2C { return word - 1 }
    if word >= 3, currencyCodes.contains(Array(text[word - 3..<word])), !isLetter(word - 4) {
      return word - 3
    }
    let isLabel = labels.contains(before) && (word == 1 || classes[word - 1] == .han)
    return isLabel ? word - 1 : first
  }

  /// Whether the sign of a number stands before it, which takes the space beside Han as its digits do.
  ///
  /// A hyphen is a minus sign where the number has decimals or a unit; in 歼-20 it joins a name.
  func isSigned(_ start: Int, classes: [CharacterClass]) -> Bool {
    switch unit(at: start - 1) {
    case 0x2B, 0x2212, 0xB1: return classes[start - 1] != .noteMark
    case 0x2D where start > 1 && classes[start - 2] == .han:
      let end = number(from: start, classes: classes)
      return text[start..<end].contains(0x2E) || unit(from: end, classes: classes) > end
    default: return false
    }
  }

  private func isCapital(_ index: Int) -> Bool { 0x41...0x5A ~= unit(at: index) }

  private func isLetter(_ index: Int) -> Bool {
    0x41...0x5A ~= unit(at: index) || 0x61...0x7A ~= unit(at: index)
  }

  /// The end of the digits from an offset, with decimal signs, grouping, and hyphens as in `3-2`.
  func number(from start: Int, classes: [CharacterClass]) -> Int {
    var end = start
    while end < classes.count {
      if classes[end] == .digit {
        end += 1
      } else if separators.contains(text[end]), end + 1 < classes.count, classes[end + 1] == .digit
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// The end of the unit after a number, over one space: scales (万, 亿) and one unit or counter.
  func unit(from start: Int, classes: [CharacterClass]) -> Int {
    let next = afterSpace(start)
    if tightUnits.contains(unit(at: next)) {
      return unit(at: next) == 0xB0 && [0x43, 0x46].contains(unit(at: next + 1))
        ? next + 2 : next + 1
    }
    let latin = latinUnit(from: next)
    if latin > next { return latin }
    let han = hanUnit(from: next, classes: classes)
    return han > next ? han : start
  }

  private func latinUnit(from start: Int) -> Int {
    var end = start
    while end < text.count, end < start + 6, isUnitLetter(end) { end += 1 }
    guard end > start, !isLetter(end), latinUnits.contains(Array(text[start..<end])) else {
      return start
    }
    return end
  }

  private func isUnitLetter(_ index: Int) -> Bool {
    isLetter(index) || [0xB5, 0x3BC, 0x3A9, 0xB2, 0xB3, 0x2F, 0xB7].contains(unit(at: index))
  }

  func hanUnit(from start: Int, classes: [CharacterClass]) -> Int {
    guard start < classes.count, classes[start] == .han else { return start }
    var end = start
    while end < start + 3, scales.contains(unit(at: end)) { end += 1 }
    if end > start, unit(at: end) == 0x591A || unit(at: end) == 0x4F59 { end += 1 }
    for unit in longUnits where text[end...].starts(with: unit) { return end + unit.count }
    return shortUnits.contains(unit(at: end)) ? end + 1 : end
  }

  /// Where the second number of a range begins, when a range sign stands at an offset.
  func rangeEnd(from start: Int, classes: [CharacterClass]) -> Int? {
    guard rangeSigns.contains(unit(at: start)) else { return nil }
    var next = start + 1
    if unit(at: start) == 0x2014, unit(at: next) == 0x2014 { next += 1 }
    while signs.contains(unit(at: next)) || currencySigns.contains(unit(at: next)) { next += 1 }
    return next < classes.count && classes[next] == .digit ? next : nil
  }

  /// The end of the Han numerals from an offset, four at most.
  func hanNumeralEnd(from start: Int) -> Int {
    var end = start
    while end < start + 4, hanNumerals.contains(unit(at: end)) { end += 1 }
    return end
  }
}

extension UInt16 {
  /// Whether an ASCII letter or digit.
  fileprivate var isAddressWord: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

/// The signs `+ - − ± ＋ － ~ ≈ < > ≤ ≥ № §`.
private let signs: Set<UInt16> = [
  0x2B, 0x2D, 0x2212, 0xB1, 0xFF0B, 0xFF0D, 0x7E, 0x2248, 0x3C, 0x3E, 0x2264, 0x2265, 0x2116, 0xA7,
]
/// What lines may end behind in an address: `/ . ? & =`.
private let addressEnds: Set<UInt16> = [0x2F, 0x2E, 0x3F, 0x26, 0x3D]
private let separators: Set<UInt16> = [0x2E, 0x2C, 0x2F, 0x2D, 0x3A, 0x2009, 0x202F, 0xD7, 0x2013]
private let rangeSigns: Set<UInt16> = [0xFF5E, 0x301C, 0x7E, 0x2014, 0x2013, 0x2D]
private let currencySigns: Set<UInt16> = Set("$￥¥€£＄￡₽₩₹".utf16)
private let tightUnits: Set<UInt16> = Set("%‰℃°％′″℉".utf16)
private let scales: Set<UInt16> = Set("万亿千百".utf16)
private let hanNumerals: Set<UInt16> = Set("一二三四五六七八九十百〇零".utf16)
/// The last characters of labels: `图 3`, `表 4`, `附录 2`, `专栏 1`, `案例 4`, `公式 3`.
private let labels: Set<UInt16> = Set("图表录栏例式".utf16)
private let currencyCodes: Set<[UInt16]> = Set(
  ["CNY", "RMB", "USD", "EUR", "GBP", "JPY", "HKD", "CHF", "RUB"].map { Array($0.utf16) })
private let latinUnits: Set<[UInt16]> = Set(
  [
    "m", "km", "cm", "mm", "nm", "µm", "μm", "m²", "km²", "m³", "kg", "g", "mg", "t", "Mt", "s",
    "ms",
    "h", "min", "d", "a", "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "GW", "TW", "Wh", "kWh",
    "MWh",
    "GWh", "TWh", "V", "kV", "A", "mA", "Ω", "J", "kJ", "MJ", "GJ", "Pa", "kPa", "MPa", "K", "B",
    "kB",
    "MB", "GB", "TB", "PB", "L", "mL", "ha", "TEU", "km/h", "m/s", "pt", "px", "dpi", "bp",
  ].map { Array($0.utf16) })

/// Units of several characters, the longest first.
private let longUnits: [[UInt16]] = [
  "个百分点", "平方公里", "平方千米", "立方米", "平方米", "人民币", "百分点", "标准箱", "千瓦时", "美元", "欧元",
  "英镑", "日元", "卢布", "公里", "千米", "厘米", "毫米", "公顷", "公斤", "千克", "小时", "分钟", "人次", "架次",
  "世纪", "年代", "个月", "千瓦", "兆瓦", "吉瓦", "部分", "吨标", "海里", "英里",
].map { Array($0.utf16) }

/// Units and counters of one character.
private let shortUnits: Set<UInt16> = Set(
  ("年月日号时点分秒元个项次位名人家国座条款章节页图表例种类份场届批列班吨米升度倍成周天岁期级层站亩户万亿"
    + "艘架辆台套件篇卷册幅组对双瓦伏克里寸尺里码桶箱股宗笔单所处起只").utf16)
