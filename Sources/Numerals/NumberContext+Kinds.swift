internal import Figures

/// What the rules for literals tell apart.
extension NumberContext {
  var isYear: Bool {
    guard let integer, (1_000...2_999).contains(integer), digitCount == 4 else { return false }
    return !number.isHan || number.isSequence
  }

  /// 25 of 2024/25.
  var isSecondYear: Bool {
    guard !number.isHan, digitCount == 2, previous == "/" || previous == "—" else { return false }
    let first = (2...5).map {
      prose.scalars[safe: number.range.lowerBound - $0].flatMap(digitValue)
    }
    return first.allSatisfy { $0 != nil } && (1...2).contains(first[3] ?? 0)
      && prose.scalars[safe: number.range.lowerBound - 6].flatMap(digitValue) == nil
  }

  var isMonth: Bool { integer.map { (1...12).contains($0) } ?? false }

  var isDay: Bool { integer.map { (1...31).contains($0) } ?? false }

  /// A unit, or 多, 余, 万, behind the digits.
  var hasUnit: Bool { !number.unitRange.isEmpty }

  /// A part of 2025-12-31 or 2025/12/31.
  var isPartOfISODate: Bool {
    guard !number.isHan, let mark = isYear ? next : previous, ["-", "/"].contains(mark) else {
      return false
    }
    var at = number.range.lowerBound
    while let before = prose.scalars[safe: at - 1], digitValue(before) != nil || before == mark {
      at -= 1
    }
    var fields: [Int] = [0]
    while let scalar = prose.scalars[safe: at], digitValue(scalar) != nil || scalar == mark {
      if scalar == mark { fields.append(0) } else { fields[fields.count - 1] += 1 }
      at += 1
    }
    return fields.count == 3 && fields[0] == 4 && fields[1...].allSatisfy { (1...2).contains($0) }
  }

  /// Whether the name of a month stands beside the number, after “de” in Spanish.
  func isBeside(month names: Set<String>) -> Bool {
    if names.contains(latinWordAfter.lowercased()) { return true }
    if names.contains(latinWordBefore.lowercased()) { return true }
    return latinWordAfter == "de" && names.contains { leads(to: "de " + $0) }
  }

  /// An hour or minute of 14:30.
  var isClock: Bool {
    guard let integer, !number.isHan, integer < 60 else { return false }
    let at = number.range.upperBound
    let isHour = integer <= 24 && next == ":" && isTwoDigits(at: at + 1)
    return isHour
      || previous == ":" && digitCount == 2
        && (prose.scalars[safe: number.range.lowerBound - 2].flatMap(digitValue) != nil)
  }

  private func isTwoDigits(at index: Int) -> Bool {
    [0, 1].allSatisfy { prose.scalars[safe: index + $0].flatMap(digitValue) != nil }
      && prose.scalars[safe: index + 2].flatMap(digitValue) == nil
  }

  /// 四 of 第三、四两点.
  var isListedOrdinal: Bool {
    guard previous == "、" || previous == "—" || previous == "至" else { return false }
    var at = number.range.lowerBound - 1
    while let before = prose.scalars[safe: at - 1],
      HanDigits.isNumeral(before) || digitValue(before) != nil || before == "、"
    {
      at -= 1
    }
    return prose.scalars[safe: at - 1] == "第"
  }

  /// 2 of 图1-2.
  var isSubreference: Bool {
    guard let previous, ["-", "—", "、", "."].contains(previous) else { return false }
    var at = number.range.lowerBound - 1
    while let before = prose.scalars[safe: at - 1], digitValue(before) != nil { at -= 1 }
    return ["图", "表", "式", "案例", "专栏"].contains {
      prose.has($0, before: at) || prose.has($0 + " ", before: at)
    }
  }

  /// A part of 5.1.4, with two points at least, or the 1 of A.1.
  var isDotted: Bool {
    guard !number.isHan else { return false }
    let token = self.token { digitValue($0) != nil || $0 == "." }
    let points =
      prose.scalars[token].count { $0 == "." } - (prose.scalars[token].last == "." ? 1 : 0)
    let before = prose.scalars[safe: token.lowerBound - 1]
    return points >= 2
      || prose.scalars[token].first == "." && before.map { ("A"..."Z").contains($0) } ?? false
  }

  /// A part of a symbol that begins with a capital and has strokes, or of an address.
  var isPartOfSymbol: Bool {
    guard !number.isHan else { return false }
    let token = self.token { $0.isASCII && $0.value > 0x20 }
    let text = prose.text(token)
    if text.contains("://") || text.contains("@") { return true }
    return prose.text(token.lowerBound..<number.range.lowerBound).contains("/")
      && prose.scalars[safe: token.lowerBound].map { ("A"..."Z").contains($0) } ?? false
  }

  /// What stands around the number without an end of one kind of characters, a hundred of them at most.
  private func token(_ isIn: (Unicode.Scalar) -> Bool) -> Range<Int> {
    var (start, end) = (number.range.lowerBound, number.range.upperBound)
    while number.range.lowerBound - start < 100, prose.scalars[safe: start - 1].map(isIn) ?? false {
      start -= 1
    }
    while end - number.range.upperBound < 100, prose.scalars[safe: end].map(isIn) ?? false {
      end += 1
    }
    return start..<end
  }

  /// A number without a unit in a name of a few characters: “十四五”, “双11”, “16+1”.
  var isNameInQuotes: Bool {
    guard !hasUnit else { return false }
    let token = self.token { $0 != "“" && $0 != "”" && $0 != "，" && $0 != "。" }
    return token.count <= 8 && prose.scalars[safe: token.lowerBound - 1] == "“"
      && prose.scalars[safe: token.upperBound] == "”"
  }

  /// A number alone in brackets, or before a point at the start of its paragraph.
  var isListNumber: Bool {
    guard let integer, integer < 100 else { return false }
    if isPreceded(by: "（", "(", "［", "[") { return follows("）", ")", "］", "]") }
    return number.range.lowerBound == 0 && follows("．", "、", "）", ")", ". ")
  }

  /// Letters stand at the number without a space, and they are no unit: G20, 5G, 2Africa, COVID-19.
  var isPartOfLatinName: Bool {
    guard !number.isHan else { return false }
    if let previous {
      if previous.isASCIILetter { return true }
      let before = prose.scalars[safe: number.range.lowerBound - 2]
      if previous == "-", before?.isASCIILetter ?? false { return true }
    }
    return (next?.isASCIILetter ?? false) && number.unit.isEmpty
  }

  /// Digits in groups behind a word that announces a telephone or a registered number.
  var isIdentifier: Bool {
    guard !number.isHan else { return false }
    var at = number.range.lowerBound
    while let before = prose.scalars[safe: at - 1],
      digitValue(before) != nil
        || ["-", "+", " ", "（", "）", "(", ")", "：", ":", "、", "/", "."].contains(before)
    {
      at -= 1
    }
    return [
      "电话", "手机", "热线", "传真", "邮编", "账号", "phone", "Phone", "fax", "Fax", "Tel", "Tel.", "ISBN",
      "ISSN", "DOI", "CN",
    ].contains {
      prose.has($0, before: at)
    }
  }

  /// 七八, 三五: two digits side by side say that neither is meant (GB/T 15835, 4.2.2).
  var isApproximateSequence: Bool {
    guard number.isSequence, digitCount == 2, number.scale == .one,
      let first = HanDigits.digit(prose.scalars[number.range.lowerBound]),
      let second = HanDigits.digit(prose.scalars[number.range.lowerBound + 1])
    else { return false }
    return (1...2).contains(second - first)
  }

  /// Up to ten things that the text itself tells, or a word such as 一些 and 十分.
  ///
  /// What is measured in them, 七成 or 三倍, comes from the data; 一 before a unit is an article,
  /// but not before 倍 and 成.
  var isSmallCount: Bool {
    guard number.isHan, number.divisor == nil, digitCount == 1, number.scale == .one else {
      return false
    }
    guard MeasureWords.isMeasured(number.unit) else { return true }
    return integer == 1 && !["倍", "成", "个百分点", "百分点"].contains(number.unit)
  }
}
