/// The least pieces in which a text is compared: a word, a number with its percent sign, a Han
/// character, a mark.
struct Token: Hashable, Sendable {
  var text: String
  /// Whether white space or a line's end comes before; it does not count when tokens are compared,
  /// so that setting lines anew changes nothing.
  var isSpaced = false
}

/// Splits a text into tokens; a word divided at a line's end is one.
func tokenize(_ text: String) -> [Token] {
  var tokenizer = Tokenizer(scalars: Array(text.unicodeScalars))
  return tokenizer.tokens()
}

private struct Tokenizer {
  let scalars: [Unicode.Scalar]
  var offset = 0

  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    var isSpaced = false
    var last: Unicode.Scalar?
    while offset < scalars.count {
      let scalar = scalars[offset]
      if scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{AD}" {
        isSpaced = isSpaced || scalar.properties.isWhitespace
        offset += 1
        continue
      }
      // Beside Han a space is a matter of setting; a bar stands between cells.
      let isSet = (scalar.isWide || last?.isWide ?? true) && scalar != "|" && last != "|"
      tokens.append(Token(text: token(), isSpaced: isSpaced && !isSet))
      isSpaced = false
      last = scalars[offset - 1]
    }
    return tokens
  }

  private mutating func token() -> String {
    let first = scalars[offset]
    if first.isDigit { return number() }
    if first.isLetter { return word() }
    offset += 1
    return String(first)
  }

  private mutating func number() -> String {
    var text = String.UnicodeScalarView()
    while offset < scalars.count {
      let scalar = scalars[offset]
      let isPoint = scalar == "." || scalar == ","
      guard scalar.isDigit || (isPoint && next(1)?.isDigit == true) else { break }
      text.append(scalar)
      offset += 1
    }
    if let scalar = next(0), scalar == "%" || scalar == "‰" || scalar == "％" {
      text.append(scalar)
      offset += 1
    }
    return String(text)
  }

  private mutating func word() -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next(0) {
      if scalar.isLetter || scalar.isDigit || scalar.isJoining {
        text.append(scalar)
        offset += 1
      } else if isDivision {
        offset += 1
        while next(0)?.properties.isWhitespace == true { offset += 1 }
      } else {
        break
      }
    }
    return String(text)
  }

  /// A hyphen at a line's end with a small letter after it.
  private var isDivision: Bool {
    guard let hyphen = next(0), hyphen == "-" || hyphen == "\u{2010}" || hyphen == "\u{AD}",
      next(1) == "\n"
    else { return false }
    return next(2)?.properties.isLowercase == true
  }

  private func next(_ distance: Int) -> Unicode.Scalar? {
    offset + distance < scalars.count ? scalars[offset + distance] : nil
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// A letter of a script that parts words by spaces.
  fileprivate var isLetter: Bool { properties.isAlphabetic && !isWide }

  fileprivate var isJoining: Bool {
    self == "'" || self == "’" || properties.generalCategory == .nonspacingMark
  }

  /// A character of a script whose lines break anywhere: Han, kana, and their marks.
  var isWide: Bool {
    switch value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
