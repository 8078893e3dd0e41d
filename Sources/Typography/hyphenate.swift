extension Workspace {
  /// Adds the places where words may be divided with a hyphen, by the patterns of each run's
  /// language, and where the author says so with U+00AD.
  mutating func hyphenate(_ source: StyledText, styles: StyleTable) {
    var start = 0
    for run in source.runs {
      defer { start = run.end }
      guard run.options.isDisjoint(with: [.unbreakable, .noteMark, .address]) else { continue }
      if let patterns = styles.resolved[run.style].hyphenation {
        hyphenate(source.text, start..<run.end, by: patterns)
      }
    }
    for index in source.text.indices.dropFirst()
    where source.text[index - 1] == 0xAD && breaks[index] == .allowed {
      breaks[index] = .hyphen
    }
  }

  private mutating func hyphenate(
    _ text: [UInt16], _ range: Range<Int>, by patterns: HyphenationPatterns
  ) {
    var index = range.lowerBound
    var word: [UInt16] = []
    while index < range.upperBound {
      let start = index
      word.removeAll(keepingCapacity: true)
      while index < range.upperBound, let letter = smallLetter(text[index], isFirst: index == start)
      {
        word.append(letter)
        index += 1
      }
      if index == start || !isWord(text, start..<index) {
        index += 1
        continue
      }
      patterns.forEachPoint(in: word) { breaks[start + $0] = .hyphen }
    }
  }

  /// Whether letters are a word of their own, long enough to be divided and no part of an address.
  private func isWord(_ text: [UInt16], _ range: Range<Int>) -> Bool {
    guard 5...64 ~= range.count else { return false }
    let edges = [range.lowerBound - 1, range.upperBound].filter(text.indices.contains)
    return edges.allSatisfy { index in
      switch text[index] {
      case 0x20, 0xA0, 0x202F, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x22, 0x27, 0x2D: true
      case 0x2E: index + 1 == text.count || text[index + 1] == 0x20
      case 0x2010...0x201F, 0xAB, 0xBB, 0xA1, 0xBF, 0x3001...0x303F, 0x4E00...0x9FFF,
        0xFF00...0xFFEF:
        true
      default: false
      }
    }
  }
}

/// A letter in lower case; nil for what is none, and for a capital within a word, which makes it a
/// name of a thing or an abbreviation.
private func smallLetter(_ unit: UInt16, isFirst: Bool) -> UInt16? {
  switch unit {
  case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF, 0x153, 0x430...0x45F: unit
  case 0x41...0x5A where isFirst: unit + 0x20
  case 0xC0...0xD6 where isFirst, 0xD8...0xDE where isFirst: unit + 0x20
  case 0x410...0x42F where isFirst: unit + 0x20
  case 0x401 where isFirst: 0x451
  case 0x152 where isFirst: 0x153
  default: nil
  }
}
