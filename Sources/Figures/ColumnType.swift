/// What a source declares the cells of a column to be; a cell that is something else is an error.
package enum ColumnType: String, CaseIterable, Sendable {
  case text
  case number
  case integer
  /// A year, a month or a day as ISO 8601 writes them.
  case date

  /// Whether SQL compares the column as text, as which dates of ISO 8601 sort.
  var isText: Bool { self == .text || self == .date }

  /// What a cell is, read as this type.
  func reading(of bytes: ArraySlice<UInt8>) -> Numeral.Reading {
    let reading = Numeral.reading(of: bytes)
    switch (self, reading) {
    case (_, .blank): return .blank
    case (.text, _): return .text
    case (.date, _): return isDate(bytes) ? .text : .spoilt
    case (_, .text): return .spoilt
    case (.integer, .numeral(let numeral)) where numeral.decimals > 0: return .spoilt
    default: return reading
    }
  }
}

/// `2025`, `2025-06` or `2025-06-30`, if there is such a day.
private func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
  let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  let numbers = parts.compactMap { part in
    part.allSatisfy { (0x30...0x39).contains($0) }
      ? Int(String(decoding: part, as: UTF8.self)) : nil
  }
  guard numbers.count == parts.count, parts.map(\.count) == Array([4, 2, 2].prefix(parts.count))
  else { return false }
  guard numbers.count > 1 else { return true }
  guard (1...12).contains(numbers[1]) else { return false }
  return numbers.count < 3 || (1...days(in: numbers[1], of: numbers[0])).contains(numbers[2])
}

private func days(in month: Int, of year: Int) -> Int {
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
}
