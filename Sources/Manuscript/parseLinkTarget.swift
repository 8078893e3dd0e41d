/// What stands in the parentheses of a link, or after the colon of a definition.
struct LinkTarget {
  /// As written, with escapes.
  var destination: Range<Int>
  var title: Range<Int>?
  /// Offset after the target.
  var end: Int
}

/// Reads `(destination "title")` at a parenthesis, by CommonMark 0.29, section 6.6.
func parseInlineTarget(_ bytes: [UInt8], at start: Int) -> LinkTarget? {
  var at = bytes.skip(start + 1..<bytes.count, while: \.isWhitespace)
  guard let destination = parseDestination(bytes, at: at) else { return nil }
  at = destination.end
  let afterSpace = bytes.skip(at..<bytes.count, while: \.isWhitespace)
  var title: Range<Int>?
  if afterSpace > at, let found = parseTitle(bytes, at: afterSpace) {
    title = found
    at = found.upperBound + 1
  }
  at = bytes.skip(at..<bytes.count, while: \.isWhitespace)
  guard at < bytes.count, bytes[at] == .rightParenthesis else { return nil }
  return LinkTarget(destination: destination.range, title: title, end: at + 1)
}

/// A destination in `<…>`, or without spaces and with balanced parentheses.
func parseDestination(_ bytes: [UInt8], at start: Int) -> (range: Range<Int>, end: Int)? {
  guard start < bytes.count else { return nil }
  if bytes[start] == .less { return bracketedDestination(bytes, at: start) }
  var at = start
  var depth = 0
  while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x7F {
    if bytes[at] == .backslash, at + 1 < bytes.count, bytes[at + 1].isPunctuation {
      at += 1
    } else if bytes[at] == .leftParenthesis {
      depth += 1
      if depth > 32 { return nil }
    } else if bytes[at] == .rightParenthesis {
      if depth == 0 { break }
      depth -= 1
    }
    at += 1
  }
  return depth == 0 ? (start..<at, at) : nil
}

private func bracketedDestination(
  _ bytes: [UInt8], at start: Int
) -> (range: Range<Int>, end: Int)? {
  var at = start + 1
  while at < bytes.count, bytes[at] != .greater {
    if bytes[at] == .less || bytes[at] == .newline { return nil }
    at += bytes[at] == .backslash ? 2 : 1
  }
  return at < bytes.count ? (start + 1..<at, at + 1) : nil
}

/// A title in quotation marks or parentheses; the range is what stands between them.
func parseTitle(_ bytes: [UInt8], at start: Int) -> Range<Int>? {
  guard start < bytes.count else { return nil }
  let close: UInt8
  switch bytes[start] {
  case .quote, .apostrophe: close = bytes[start]
  case .leftParenthesis: close = .rightParenthesis
  default: return nil
  }
  var at = start + 1
  // A title longer than this is a mark that was never closed.
  let limit = min(bytes.count, start + 8192)
  while at < limit, bytes[at] != close {
    if bytes[at] == .leftParenthesis && close == .rightParenthesis { return nil }
    at += bytes[at] == .backslash ? 2 : 1
  }
  return at < limit ? start + 1..<at : nil
}

/// A label of a reference: letter case and the amount of white space do not count.
func normalizedLabel(_ bytes: ArraySlice<UInt8>) -> String? {
  guard bytes.count <= 999 else { return nil }
  let words = bytes.split(whereSeparator: \.isWhitespace)
  guard !words.isEmpty else { return nil }
  return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ").lowercased()
}
