/// Reads `<scheme:…>` or `<name@host>`, by CommonMark 0.29, section 6.7.
func parseAutolink(_ bytes: [UInt8], at start: Int) -> (isAddress: Bool, end: Int)? {
  let limit = min(bytes.count, start + 2048)
  let stop = bytes.skip(start + 1..<limit) { $0 > 0x20 && $0 != .less && $0 != .greater }
  guard stop < limit, bytes[stop] == .greater, stop > start + 3 else { return nil }
  let scheme = bytes.skip(start + 1..<stop) { byte in
    byte.isAlphanumeric || byte == .dot || byte == .dash || byte == UInt8(ascii: "+")
  }
  if bytes[scheme] == .colon, bytes[start + 1].isLetter, (2...32).contains(scheme - start - 1) {
    return (false, stop + 1)
  }
  return isAddress(bytes[start + 1..<stop]) ? (true, stop + 1) : nil
}

private func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
  let halves = bytes.split(separator: .at, omittingEmptySubsequences: false)
  guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else { return false }
  let isName = halves[0].allSatisfy { byte in
    byte.isAlphanumeric || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
  }
  let labels = halves[1].split(separator: .dot, omittingEmptySubsequences: false)
  return isName
    && labels.allSatisfy { label in
      label.first?.isAlphanumeric == true && label.last?.isAlphanumeric == true
        && label.allSatisfy { $0.isAlphanumeric || $0 == .dash }
    }
}

/// The offset after an HTML tag, declaration or instruction that begins here; nil for a mere `<`.
func endOfTag(_ bytes: [UInt8], at start: Int) -> Int? {
  let limit = min(bytes.count, start + 4096)
  guard start + 1 < limit else { return nil }
  switch bytes[start + 1] {
  case .slash: return endOfClosingTag(bytes, from: start + 2, limit: limit)
  case .exclamation, UInt8(ascii: "?"):
    let isName = start + 2 < limit && bytes[start + 2].isLetter
    let stop = bytes.skip(start + 2..<limit) { $0 != .greater && $0 != .less }
    return isName && stop < limit && bytes[stop] == .greater ? stop + 1 : nil
  default: return endOfOpenTag(bytes, from: start + 1, limit: limit)
  }
}

private func endOfClosingTag(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
  guard start < limit, bytes[start].isLetter else { return nil }
  let name = bytes.skip(start..<limit) { $0.isAlphanumeric || $0 == .dash }
  let stop = bytes.skip(name..<limit, while: \.isWhitespace)
  return stop < limit && bytes[stop] == .greater ? stop + 1 : nil
}

private func endOfOpenTag(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
  guard bytes[start].isLetter else { return nil }
  var at = bytes.skip(start..<limit) { $0.isAlphanumeric || $0 == .dash }
  while true {
    let afterSpace = bytes.skip(at..<limit, while: \.isWhitespace)
    guard afterSpace < limit else { return nil }
    if bytes[afterSpace] == .greater { return afterSpace + 1 }
    if bytes.matches("/>", at: afterSpace) { return afterSpace + 2 }
    guard afterSpace > at, let next = endOfTagAttribute(bytes, from: afterSpace, limit: limit)
    else { return nil }
    at = next
  }
}

private func endOfTagAttribute(_ bytes: [UInt8], from start: Int, limit: Int) -> Int? {
  guard bytes[start].isLetter || bytes[start] == .underscore || bytes[start] == .colon else {
    return nil
  }
  let name = bytes.skip(start..<limit) { $0.isAlphanumeric || "_.:-".utf8.contains($0) }
  let equals = bytes.skip(name..<limit, while: \.isWhitespace)
  guard equals < limit, bytes[equals] == .equals else { return name }
  let value = bytes.skip(equals + 1..<limit, while: \.isWhitespace)
  guard value < limit else { return nil }
  if bytes[value] == .quote || bytes[value] == .apostrophe {
    let stop = bytes.skip(value + 1..<limit) { $0 != bytes[value] }
    return stop < limit ? stop + 1 : nil
  }
  let stop = bytes.skip(value..<limit) { !$0.isWhitespace && !"\"'=<>`".utf8.contains($0) }
  return stop > value ? stop : nil
}

extension [UInt8] {
  /// The first place of a short text in a range.
  func firstOffset(of text: String, in range: Range<Int>) -> Int? {
    guard let first = text.utf8.first, range.lowerBound <= range.upperBound else { return nil }
    var at = range.lowerBound
    while at < range.upperBound {
      if self[at] == first, matches(text, at: at) { return at }
      at += 1
    }
    return nil
  }
}
