extension Workspace {
  /// Fills `classes` for a text: quotes, dashes and interpuncts that Chinese and Latin share are
  /// resolved by language and surroundings (CLREQ 3.1.1; UAX #14 calls them ambiguous).
  mutating func classify(_ source: StyledText, styles: StyleTable) {
    classes.removeAll(keepingCapacity: true)
    let text = source.text
    var index = 0
    for run in source.runs {
      let isChinese = styles.resolved[run.style].isChinese
      while index < run.end {
        let scalar = text.scalar(at: index)
        var kind = characterClass(of: scalar)
        if isShared(scalar) && !(isChinese && standsInHan(scalar, at: index, in: text)) {
          kind = .other
        }
        classes.append(kind)
        if scalar > 0xFFFF { classes.append(kind) }
        index = classes.count
      }
    }
  }
}

private func isShared(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0xB7: true
  default: false
  }
}

/// Whether a shared mark in Chinese text belongs to the Chinese side: it does unless letters or
/// digits stand on both sides of it.
private func standsInHan(_ scalar: UInt32, at index: Int, in text: [UInt16]) -> Bool {
  var left = index - 1
  while left >= 0, isShared(UInt32(text[left])) { left -= 1 }
  var right = index + 1
  while right < text.count, isShared(UInt32(text[right])) { right += 1 }
  guard left >= 0, right < text.count else { return true }
  return !(isLatin(text[left]) && isLatin(text[right]))
}

private func isLatin(_ unit: UInt16) -> Bool {
  let kind = characterClass(of: UInt32(unit))
  return kind == .letter || kind == .digit || kind == .space
}

extension [UInt16] {
  /// The scalar that begins at a UTF-16 offset; a lone surrogate is U+FFFD.
  func scalar(at index: Int) -> UInt32 {
    let unit = UInt32(self[index])
    guard unit & 0xF800 == 0xD800 else { return unit }
    guard unit < 0xDC00, index + 1 < count, self[index + 1] & 0xFC00 == 0xDC00 else {
      return 0xFFFD
    }
    return 0x10000 + (unit - 0xD800) << 10 + (UInt32(self[index + 1]) - 0xDC00)
  }
}
