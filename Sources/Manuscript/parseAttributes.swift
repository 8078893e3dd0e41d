internal import Declarations
internal import Diagnostics

/// Reads attributes at a brace by Pandoc's syntax; nil when the text there is none.
///
/// - Returns: the attributes and the offset after the closing brace.
func parseAttributes(
  _ passage: Passage, at start: Int, end: Int
) -> (attributes: Attributes, end: Int)? {
  var reader = AttributeReader(passage: passage, at: start + 1, end: min(end, start + 4096))
  guard passage.bytes[start] == .leftBrace, reader.read() else { return nil }
  reader.attributes.span = passage.span(start..<reader.at)
  return (reader.attributes, reader.at)
}

/// The attributes that end a line, as on headings and captions, and where they begin.
///
/// The only candidate is the brace that the last one closes, so that the work is linear; quotation
/// marks are counted backwards, which gives the same places.
func trailingAttributes(
  _ passage: Passage, in range: Range<Int>
) -> (attributes: Attributes, start: Int)? {
  let bytes = passage.bytes
  let range = bytes.trimmed(range)
  guard range.count >= 2, bytes[range.upperBound - 1] == .rightBrace else { return nil }
  var at = range.upperBound - 2
  var isQuoted = false
  let floor = max(range.lowerBound, range.upperBound - 4096)
  while at >= floor, isQuoted || bytes[at] != .leftBrace {
    if bytes[at] == .quote { isQuoted.toggle() }
    at -= 1
  }
  guard at >= floor, let parsed = parseAttributes(passage, at: at, end: range.upperBound),
    parsed.end == range.upperBound
  else { return nil }
  return (parsed.attributes, at)
}

private struct AttributeReader {
  let passage: Passage
  var at: Int
  let end: Int
  var attributes = Attributes()

  private var bytes: [UInt8] { passage.bytes }

  /// Reads up to and with the closing brace; false when the syntax is not that of attributes.
  mutating func read() -> Bool {
    while true {
      let start = at
      at = bytes.skip(at..<end, while: \.isWhitespace)
      guard at < end else { return false }
      if bytes[at] == .rightBrace {
        at += 1
        return true
      }
      guard at > start || start > 0 && bytes[start - 1] == .leftBrace, readItem() else {
        return false
      }
    }
  }

  private mutating func readItem() -> Bool {
    switch bytes[at] {
    case .hash:
      guard let name = word(from: at + 1), attributes.id == nil else { return false }
      attributes.id = passage.spanned(name)
      return true
    case .dot:
      guard let name = word(from: at + 1) else { return false }
      attributes.classes.append(passage.spanned(name))
      return true
    case .dash:
      // Pandoc's short form of `.unnumbered`.
      attributes.classes.append(Spanned("unnumbered", at: passage.span(at..<at + 1)))
      at += 1
      return true
    default:
      return readPair()
    }
  }

  private mutating func word(from start: Int) -> Range<Int>? {
    let stop = bytes.skip(start..<end) { byte in
      !byte.isWhitespace && ![.rightBrace, .leftBrace, .equals, .quote, .hash].contains(byte)
    }
    guard stop > start else { return nil }
    at = stop
    return start..<stop
  }

  private mutating func readPair() -> Bool {
    let stop = bytes.skip(at..<end) { byte in
      byte.isAlphanumeric || byte == .dash || byte == .underscore || byte == .colon || byte == .dot
    }
    guard stop > at, stop + 1 < end, bytes[stop] == .equals, bytes[at].isLetter else {
      return false
    }
    let key = passage.spanned(at..<stop)
    at = stop + 1
    guard attributes[key.value] == nil, let value = readValue() else { return false }
    attributes.pairs.append(Attributes.Pair(key: key, value: value))
    return true
  }

  private mutating func readValue() -> Spanned<String>? {
    let mark = bytes[at]
    guard mark == .quote || mark == .apostrophe else { return word(from: at).map(passage.spanned) }
    let start = at + 1
    var stop = start
    while stop < end, bytes[stop] != mark { stop += bytes[stop] == .backslash ? 2 : 1 }
    guard stop < end else { return nil }
    at = stop + 1
    return Spanned(unescaped(start..<stop), at: passage.span(start..<stop))
  }

  private func unescaped(_ range: Range<Int>) -> String {
    guard bytes[range].contains(where: { $0 == .backslash || $0 == .newline }) else {
      return bytes.text(range)
    }
    var result: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == .backslash, at + 1 < range.upperBound, bytes[at + 1].isPunctuation { at += 1 }
      result.append(bytes[at] == .newline ? .space : bytes[at])
      at += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
