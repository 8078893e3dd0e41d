internal import Figures

/// A number with what stands around it, as the rules for literals ask for it.
struct NumberContext {
  let prose: Prose
  let number: WrittenNumber

  private var start: Int { number.range.lowerBound }
  private var end: Int { number.range.upperBound }

  /// The value of a number without decimals.
  var integer: Int? {
    guard number.divisor == nil, number.value.scale == 0 else { return nil }
    return number.value.integerValue
  }

  /// How many characters the digits take.
  var digitCount: Int { number.range.count }

  func follows(_ words: String...) -> Bool { words.contains { prose.has($0, at: end) } }

  func begins(with word: String) -> Bool { prose.has(word, at: start) }

  func isPreceded(by words: String...) -> Bool {
    words.contains { prose.has($0, before: start) || prose.has($0 + " ", before: start) }
  }

  /// Whether words follow the number or the last of a range or list that it begins: 2020—2024年.
  func leads(to words: String...) -> Bool {
    var at = end
    while true {
      if words.contains(where: { prose.has($0, at: at) || prose.has(" " + $0, at: at) }) {
        return true
      }
      guard let mark = prose.scalars[safe: at], Self.links.contains(mark) else { return false }
      at += 1
      let digits = at
      while let next = prose.scalars[safe: at], isSameScript(next) { at += 1 }
      if at == digits { return false }
    }
  }

  /// The character before and behind the digits.
  var previous: Unicode.Scalar? { prose.scalars[safe: start - 1] }
  var next: Unicode.Scalar? { prose.scalars[safe: end] }

  /// The word of Latin letters that ends before the number, one space or hyphen apart at most.
  var latinWordBefore: String {
    var at = start
    if let before = prose.scalars[safe: at - 1], [" ", "-", "—", "\u{A0}"].contains(before) {
      at -= 1
    }
    let word = at
    while let before = prose.scalars[safe: at - 1],
      before.isASCIILetter || before == "/" || before == "."
    {
      at -= 1
    }
    return prose.text(at..<word)
  }

  /// The word of letters that follows, one space apart at most.
  var latinWordAfter: String {
    let first = next == " " || next == "\u{A0}" ? end + 1 : end
    var at = first
    while let letter = prose.scalars[safe: at], letter.properties.isAlphabetic,
      !HanDigits.isNumeral(letter)
    {
      at += 1
    }
    return prose.text(first..<at)
  }

  private func isSameScript(_ scalar: Unicode.Scalar) -> Bool {
    number.isHan ? HanDigits.isNumeral(scalar) : digitValue(scalar) != nil
  }

  private static let links: Set<Unicode.Scalar> = [
    "—", "–", "-", "～", "~", "至", "、", "/", "和", "到",
  ]
}

extension Unicode.Scalar {
  var isASCIILetter: Bool { isASCII && properties.isAlphabetic }
}
