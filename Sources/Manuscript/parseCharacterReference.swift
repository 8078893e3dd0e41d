/// Reads `&amp;`, `&#35;` or `&#x4E00;` at an ampersand, by CommonMark 0.29, section 6.2.
func parseCharacterReference(_ bytes: [UInt8], at start: Int) -> (text: String, end: Int)? {
  guard start + 2 < bytes.count else { return nil }
  if bytes[start + 1] == .hash { return numericReference(bytes, at: start) }
  let limit = min(bytes.count, start + 34)
  let stop = bytes.skip(start + 1..<limit, while: \.isAlphanumeric)
  guard stop > start + 1, stop < limit, bytes[stop] == .semicolon else { return nil }
  let name = bytes.text(start..<stop + 1)
  guard let text = commonReferences[name] ?? characterReference(name) else { return nil }
  return (text, stop + 1)
}

private let commonReferences = [
  "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&nbsp;": "\u{A0}", "&emsp;": "\u{2003}",
  "&ensp;": "\u{2002}", "&copy;": "©", "&mdash;": "—", "&ndash;": "–", "&hellip;": "…",
  "&middot;": "·", "&times;": "×",
]

private func numericReference(_ bytes: [UInt8], at start: Int) -> (text: String, end: Int)? {
  let isHexadecimal = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
  let first = start + (isHexadecimal ? 3 : 2)
  let limit = min(bytes.count, first + (isHexadecimal ? 7 : 8))
  guard first < limit else { return nil }
  let stop = bytes.skip(first..<limit) { byte in
    byte.isDigit || isHexadecimal && (0x61...0x66).contains(byte | 0x20)
  }
  guard stop > first, stop < limit, bytes[stop] == .semicolon,
    let value = UInt32(bytes.text(first..<stop), radix: isHexadecimal ? 16 : 10)
  else { return nil }
  let scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  return (String(Character(scalar)), stop + 1)
}
