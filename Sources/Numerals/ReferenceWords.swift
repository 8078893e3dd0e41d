/// Words that announce the number of something, such as a figure or an article.
struct ReferenceWords: Sendable {
  var singular: Set<String>
  /// Those that may announce several numbers: Figures 5 and 6.
  var plural: Set<String>
}

extension NumberContext {
  /// Whether a word announces the number, or the first of the numbers that it is one of.
  func isReferred(to words: ReferenceWords) -> Bool {
    let (one, _) = announcement(over: "–-—/".unicodeScalars)
    if words.singular.contains(one) || words.plural.contains(one) { return true }
    guard !number.isHan, digitCount <= 3 else { return false }
    let (several, hasNumbers) = announcement(over: "–-—/,，、".unicodeScalars)
    return hasNumbers && words.plural.contains(several)
  }

  /// The word before the number, or before the numbers that marks and conjunctions link it to.
  private func announcement(over marks: String.UnicodeScalarView) -> (
    word: String, hasNumbers: Bool
  ) {
    var at = number.range.lowerBound
    let last = max(0, at - 60)
    var hasNumbers = false
    while true {
      let start = at
      while at > last, isPassed(prose.scalars[at - 1], marks) {
        if digitValue(prose.scalars[at - 1]) != nil { hasNumbers = true }
        at -= 1
      }
      let (word, from) = wordEnding(at: at)
      guard at < start, marks.contains(","), conjunctions.contains(word) else {
        return (word, hasNumbers)
      }
      at = from
    }
  }

  private func isPassed(_ scalar: Unicode.Scalar, _ marks: String.UnicodeScalarView) -> Bool {
    if digitValue(scalar) != nil || scalar == " " || scalar == "\u{A0}" { return true }
    return marks.contains(scalar)
  }

  /// The word of letters other than Han that ends before an index, in small letters.
  private func wordEnding(at end: Int) -> (String, Int) {
    var at = end
    while let letter = prose.scalars[safe: at - 1],
      letter.properties.isAlphabetic && !letter.properties.isIdeographic
        || at == end && (letter == "." || letter == "#")
    {
      at -= 1
    }
    return (prose.text(at..<end).lowercased(), at)
  }
}

private let conjunctions: Set<String> = [
  "and", "or", "to", "et", "ou", "à", "y", "o", "a", "и", "или",
]
