internal import Figures

/// Finds the numbers that a text spells out in words of its language, small counts left out.
///
/// Up to ten things are a count of what the text itself tells, as with Han numerals, unless a
/// percentage or a fraction makes a measure of them. Hundreds and millions alone are indefinite.
func scanNumberWords(_ prose: Prose) -> [WrittenNumber] {
  guard let words = NumberWords.of(prose.language) else { return [] }
  var scanner = NumberWordScanner(words: words, prose: prose)
  return scanner.scan()
}

private struct NumberWordScanner {
  let words: NumberWords
  let prose: Prose
  private var tokens: [(word: String, range: Range<Int>)] = []
  private var at = 0

  init(words: NumberWords, prose: Prose) {
    self.words = words
    self.prose = prose
    tokens = Self.tokens(of: prose)
  }

  mutating func scan() -> [WrittenNumber] {
    var numbers: [WrittenNumber] = []
    while at < tokens.count {
      let first = at
      if let number = number() { numbers.append(number) }
      at = max(at, first + 1)
    }
    return numbers
  }

  /// Words of letters that no figure printed.
  private static func tokens(of prose: Prose) -> [(word: String, range: Range<Int>)] {
    var tokens: [(word: String, range: Range<Int>)] = []
    var start: Int?
    for index in 0...prose.scalars.count {
      let isLetter =
        prose.scalars[safe: index].map { $0.properties.isAlphabetic || $0.value == 0x64B } ?? false
        && prose.standing(at: index) == .free
      if isLetter {
        start = start ?? index
      } else if let first = start {
        tokens.append((prose.text(first..<index).lowercased(), first..<index))
        start = nil
      }
    }
    return tokens
  }

  /// The number that begins at a word; nil for none, and for a small count.
  private mutating func number() -> WrittenNumber? {
    let first = at
    var number = SpelledNumber(words: words)
    while at < tokens.count, at == first || isJoined(at - 1) {
      if number.take(word(at)) {
        at += 1
      } else if words.links.contains(word(at)), isJoined(at), at + 1 < tokens.count,
        number.accepts(word(at + 1))
      {
        at += 1
      } else {
        break
      }
    }
    guard at > first else { return nil }
    return written(first..<at, value: number.value, divisor: number.divisor)
  }

  private func written(_ range: Range<Int>, value: Int, divisor: Int?) -> WrittenNumber? {
    let before = isJoined(range.lowerBound - 1) ? tokens[range.lowerBound - 1].word : ""
    let after = isJoined(range.upperBound - 1) ? tokens[range.upperBound].word : ""
    if words.annulling.contains(before) || divisor != nil && words.annulling.contains(after) {
      return nil
    }
    // Twenty-first is an ordinal.
    if words.ordinals.contains(after), divisor == nil { return nil }
    let first = tokens[range.lowerBound].range.lowerBound
    let scalars = first..<tokens[range.upperBound - 1].range.upperBound
    var number = WrittenNumber(
      range: scalars, unitRange: scalars.upperBound..<scalars.upperBound,
      value: ExactDecimal(value), isHan: false, divisor: divisor.map { ExactDecimal($0) })
    number.takePercent(prose)
    let isSmall = value <= 10 && divisor == nil && number.unit.isEmpty
    return isSmall ? nil : number
  }

  /// The word, without the و that Arabic writes at the next.
  private func word(_ index: Int) -> String {
    let word = tokens[index].word
    guard word.first == "و", word.unicodeScalars.count > 3 else { return word }
    return String(word.dropFirst())
  }

  /// Whether nothing but a space or hyphen stands between a word and the next.
  private func isJoined(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), let next = tokens[safe: index + 1] else { return false }
    let between = tokens[index].range.upperBound..<next.range.lowerBound
    return between.count <= 1
      && between.allSatisfy { [" ", "-", "\u{2011}", "\u{A0}"].contains(prose.scalars[$0]) }
  }
}

extension WrittenNumber {
  /// Reads a percentage spelt out behind the number.
  fileprivate mutating func takePercent(_ prose: Prose) {
    let words = [
      "per cent", "percent", "pour cent", "por ciento", "процент", "في المئة", "في المائة",
    ]
    let at = range.upperBound + 1
    guard let word = words.first(where: { prose.has($0, at: at) }) else { return }
    unit = word
    unitRange = range.upperBound..<at + word.unicodeScalars.count
  }
}
