internal import Figures

/// What the rules for literals tell apart.
extension NumberContext {
  var isYear: Bool {
    guard let integer, (1_000...2_999).contains(integer), digitCount == 4 else { return false }
    return !number.isHan || number.isSequence
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
      digitValue(before) != nil || ["-", "+", " ", "（", "）", "(", ")", "：", ":"].contains(before)
    {
      at -= 1
    }
    return ["电话", "热线", "传真", "邮编", "Tel", "Tel.", "ISBN", "ISSN", "DOI", "CN"].contains {
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
