/// `[label]: destination "title"` at the head of a paragraph, by CommonMark 0.29, section 4.7.
struct LinkDefinition {
  var label: String
  var destination: String
  var title: String?
  /// Offset after the definition's line end.
  var end: Int

  /// Reads a definition that begins at the offset; nil when the text there is none.
  init?(_ bytes: [UInt8], at start: Int) {
    guard start < bytes.count, bytes[start] == .leftBracket, !bytes.matches("[^", at: start) else {
      return nil
    }
    let stop = labelEnd(bytes, from: start + 1)
    guard bytes.matches("]:", at: stop), let label = normalizedLabel(bytes[start + 1..<stop]) else {
      return nil
    }
    let target = bytes.skip(stop + 2..<bytes.count, while: \.isWhitespace)
    guard target < bytes.count, let destination = parseDestination(bytes, at: target),
      destination.end > target
    else { return nil }
    self.label = label
    self.destination = unescaped(bytes, destination.range)
    let lineEnd = endOfLine(bytes, after: destination.end)
    if let title = definitionTitle(bytes, after: destination.end) {
      self.title = unescaped(bytes, title.range)
      end = title.end
    } else if let lineEnd {
      end = lineEnd
    } else {
      return nil
    }
  }
}

private func labelEnd(_ bytes: [UInt8], from start: Int) -> Int {
  var at = start
  let limit = min(bytes.count, start + 1000)
  while at < limit, bytes[at] != .leftBracket, bytes[at] != .rightBracket {
    at += bytes[at] == .backslash ? 2 : 1
  }
  return at
}

/// The offset after the line end, if nothing but blanks stands before it.
private func endOfLine(_ bytes: [UInt8], after start: Int) -> Int? {
  let at = bytes.skip(start..<bytes.count, while: \.isBlank)
  if at == bytes.count { return at }
  return bytes[at] == .newline ? at + 1 : nil
}

private func definitionTitle(
  _ bytes: [UInt8], after start: Int
) -> (range: Range<Int>, end: Int)? {
  let at = bytes.skip(start..<bytes.count, while: \.isWhitespace)
  guard at > start, let title = parseTitle(bytes, at: at),
    let end = endOfLine(bytes, after: title.upperBound + 1)
  else { return nil }
  return (title, end)
}

/// The text of a range with backslash escapes and character references resolved.
func unescaped(_ bytes: [UInt8], _ range: Range<Int>) -> String {
  guard bytes[range].contains(where: { $0 == .backslash || $0 == .ampersand }) else {
    return bytes.text(range)
  }
  var result: [UInt8] = []
  var at = range.lowerBound
  while at < range.upperBound {
    if bytes[at] == .ampersand, let reference = parseCharacterReference(bytes, at: at) {
      result.append(contentsOf: reference.text.utf8)
      at = reference.end
      continue
    }
    let isEscape =
      bytes[at] == .backslash && at + 1 < range.upperBound && bytes[at + 1].isPunctuation
    if isEscape { at += 1 }
    result.append(bytes[at])
    at += 1
  }
  return String(decoding: result, as: UTF8.self)
}
