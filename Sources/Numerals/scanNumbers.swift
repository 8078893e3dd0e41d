internal import Figures

/// Finds the numbers in a text, left to right, those of figures and declared literals left out.
func scanNumbers(_ prose: Prose) -> [WrittenNumber] {
  var numbers: [WrittenNumber] = []
  var at = 0
  while at < prose.scalars.count {
    guard let number = number(at: at, prose), prose.standing(at: at) == .free else {
      at += 1
      continue
    }
    numbers.append(number)
    at = max(number.range.upperBound, at + 1)
  }
  return numbers
}

/// The number that begins at an offset, in whatever standing.
func number(at start: Int, _ prose: Prose) -> WrittenNumber? {
  let scalar = prose.scalars[start]
  // Most characters begin none.
  guard digitValue(scalar) != nil || HanDigits.isNumeral(scalar) else { return nil }
  var number: WrittenNumber? =
    if digitValue(scalar) != nil {
      arabicNumber(at: start, prose)
    } else if HanDigits.digit(scalar) != nil || scalar == "十" || prose.has("百分之", at: start)
      || prose.has("千分之", at: start)
    {
      hanNumber(at: start, prose)
    } else {
      nil
    }
  number?.takeUnit(prose)
  return number
}

/// The value of an ASCII or full-width digit.
func digitValue(_ scalar: Unicode.Scalar) -> Int? {
  switch scalar.value {
  case 0x30...0x39: Int(scalar.value - 0x30)
  case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
  default: nil
  }
}

private func arabicNumber(at start: Int, _ prose: Prose) -> WrittenNumber? {
  let scalars = prose.scalars
  func isDigit(_ index: Int) -> Bool {
    scalars.indices.contains(index) && digitValue(scalars[index]) != nil
      && prose.standing(at: index) == prose.standing(at: start)
  }
  var text = ""
  var at = start
  var hasPoint = false
  while scalars.indices.contains(at) {
    if isDigit(at), let digit = digitValue(scalars[at]) {
      text += String(digit)
    } else if [",", "，", "\u{202F}", "\u{A0}"].contains(scalars[at]), !hasPoint,
      (1...3).allSatisfy({ isDigit(at + $0) }), !isDigit(at + 4)
    {
      // Groups of three, GB/T 15835, 5.1.1.
    } else if scalars[at] == ",", !hasPoint, isDigit(at + 1), isDigit(at - 1) {
      // The decimal comma of French, Spanish and Russian.
      hasPoint = true
      text += "."
    } else if [".", "．"].contains(scalars[at]), !hasPoint, isDigit(at + 1) {
      hasPoint = true
      text += "."
    } else {
      break
    }
    at += 1
  }
  guard let value = try? ExactDecimal(parsing: text) else {
    // More digits than a number has: an identifier, which is found all the same.
    return WrittenNumber(range: start..<at, unitRange: at..<at, value: .zero, isHan: false)
  }
  return WrittenNumber(range: start..<at, unitRange: at..<at, value: value, isHan: false)
}

private func hanNumber(at start: Int, _ prose: Prose) -> WrittenNumber? {
  for (word, divisor) in [("百分之", 100), ("千分之", 1_000)] where prose.has(word, at: start) {
    let digits = hanRun(at: start + 3, prose)
    guard let value = HanDigits.value(prose.scalars[digits]) else { return nil }
    return WrittenNumber(
      range: start..<digits.upperBound, unitRange: digits.upperBound..<digits.upperBound,
      value: value, isHan: true, divisor: ExactDecimal(divisor))
  }
  let run = hanRun(at: start, prose)
  guard let value = HanDigits.value(prose.scalars[run]) else { return nil }
  if prose.has("分之", at: run.upperBound) {
    let above = hanRun(at: run.upperBound + 2, prose)
    if let numerator = HanDigits.value(prose.scalars[above]), !value.isZero {
      return WrittenNumber(
        range: start..<above.upperBound, unitRange: above.upperBound..<above.upperBound,
        value: numerator, isHan: true, divisor: value)
    }
  }
  let isSequence = run.count > 1 && prose.scalars[run].allSatisfy { HanDigits.digit($0) != nil }
  return WrittenNumber(
    range: run, unitRange: run.upperBound..<run.upperBound, value: value, isHan: true,
    isSequence: isSequence)
}

/// The Han numerals from an offset on: 三千五百, 五点二.
private func hanRun(at start: Int, _ prose: Prose) -> Range<Int> {
  var end = start
  var hasPoint = false
  while prose.scalars.indices.contains(end) {
    let isPoint =
      prose.scalars[end] == "点" && end > start && prose.scalars.indices.contains(end + 1)
      && HanDigits.digit(prose.scalars[end - 1]) != nil
      && HanDigits.digit(prose.scalars[end + 1]) != nil
    // Behind a point 万 and 亿 are scales: 五点二亿.
    let isNumeral =
      hasPoint
      ? HanDigits.digit(prose.scalars[end]) != nil : HanDigits.isNumeral(prose.scalars[end])
    guard isNumeral || isPoint && !hasPoint else { break }
    hasPoint = hasPoint || isPoint
    end += 1
  }
  return start..<end
}

extension WrittenNumber {
  /// Reads 多, 余, 万 and the unit behind the digits.
  fileprivate mutating func takeUnit(_ prose: Prose) {
    var at = range.upperBound
    if !isHan, let space = prose.scalars[safe: at], space == " " || space == "\u{A0}" { at += 1 }
    let inexact = ["多", "余", "来", "几"].contains { prose.has($0, at: at) }
    if inexact { at += 1 }
    for scale in [NumberScale.wanyi, .yi, .wan] where prose.has(scale.rawValue, at: at) {
      self.scale = scale
      at += scale.rawValue.unicodeScalars.count
      break
    }
    if !inexact, scale != .one, ["多", "余"].contains(where: { prose.has($0, at: at) }) { at += 1 }
    if let unit = MeasureWords.unit(at: at, prose, isHan: isHan) {
      self.unit = unit
      at += unit.unicodeScalars.count
      unitRange = range.upperBound..<at
    } else if scale != .one || inexact {
      unitRange = range.upperBound..<at
    }
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
