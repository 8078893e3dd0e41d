internal import Typography

/// Where the whole part of the number that a text is ends, in UTF-16.
///
/// That is before its decimal point, or after its last digit. Nil for what is no number, or more than
/// one, as a range or a date.
///
/// A sign, a currency or a word such as 约 may stand before the number, a percent sign or a unit
/// after it; note marks hang behind all of them.
func endOfWholeNumber(_ text: StyledText, decimalPoint: String) -> Int? {
  let mark = text.runs.firstIndex { $0.options.contains(.noteMark) }
  let end = mark.map { $0 == 0 ? 0 : text.runs[$0 - 1].end } ?? text.text.count
  let units = text.text[..<end]
  guard let first = units.firstIndex(where: isDigit),
    let last = endOfNumber(units, from: first, decimalPoint),
    first <= 3, end - last <= 5, !isOrdinalOrDate(units, first, last)
  else { return nil }
  let point = Array(decimalPoint.utf16).first
  return units[first...last].firstIndex { $0 == point } ?? last + 1
}

/// The last digit of the number that begins at a digit; nil when there are digits beyond it.
private func endOfNumber(
  _ units: ArraySlice<UInt16>, from first: Int, _ decimalPoint: String
) -> Int? {
  var last = first
  while let next = units[(last + 1)...].firstIndex(where: isDigit) {
    let isJoined = next == last + 2 && isInNumber(units[last + 1], decimalPoint)
    guard next == last + 1 || isJoined else { return nil }
    last = next
  }
  return last
}

/// Whether a number is one of 第3 or 2024年, which count nothing.
private func isOrdinalOrDate(_ units: ArraySlice<UInt16>, _ first: Int, _ last: Int) -> Bool {
  let after = last + 1 < units.endIndex ? units[last + 1] : 0
  return units[..<first].contains(0x7B2C) || [0x5E74, 0x6708, 0x65E5].contains(after)
}

/// ASCII and Arabic-Indic digits, and the full-width ones.
private func isDigit(_ unit: UInt16) -> Bool {
  (0x30...0x39).contains(unit) || (0x660...0x669).contains(unit) || (0x6F0...0x6F9).contains(unit)
    || (0xFF10...0xFF19).contains(unit)
}

/// Whether a character may stand between digits of one number: its point, and what groups thousands.
private func isInNumber(_ unit: UInt16, _ decimalPoint: String) -> Bool {
  let grouping: [UInt16] = [0x20, 0xA0, 0x2009, 0x202F, 0x2C, 0x2E, 0x27, 0x2019, 0x66C]
  return grouping.contains(unit) || unit == Array(decimalPoint.utf16).first
}
