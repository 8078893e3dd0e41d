/// Takes the text of a query apart into names and marks; texts, numbers' signs and comments are
/// passed over.
struct SQLScanner {
  enum Token: Equatable {
    /// A name or keyword in small letters, or a quoted name as it stands.
    case name(String, Range<Int>)
    case dot(end: Int)
    /// A byte that is neither, such as a bracket or comma.
    case mark(UInt8)
    case text
  }

  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    skipSpaceAndComments()
    guard position < bytes.count else { return nil }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "."):
      position += 1
      return .dot(end: position)
    case UInt8(ascii: "'"):
      skip(to: UInt8(ascii: "'"))
      return .text
    case UInt8(ascii: "\""), UInt8(ascii: "`"): return quotedName(to: bytes[position])
    case UInt8(ascii: "["): return quotedName(to: UInt8(ascii: "]"))
    case let byte where isNameByte(byte):
      while position < bytes.count, isNameByte(bytes[position]) { position += 1 }
      let name = String(decoding: bytes[start..<position], as: UTF8.self)
      return .name(name.lowercased(), start..<position)
    default:
      position += 1
      return .mark(bytes[start])
    }
  }

  /// Whether a token is this keyword, not in quotes.
  func isKeyword(_ token: Token?, _ words: Set<String>) -> Bool {
    guard case .name(let name, let range) = token, isNameByte(bytes[range.lowerBound]) else {
      return false
    }
    return words.contains(name)
  }

  private mutating func quotedName(to quote: UInt8) -> Token {
    let start = position
    skip(to: quote)
    let inside = bytes[min(start + 1, position)..<max(start + 1, position - 1)]
    return .name(String(decoding: inside, as: UTF8.self), start..<position)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "$"): true
    default: false
    }
  }

  /// Passes over a quoted text; a doubled quote is read as two texts side by side.
  private mutating func skip(to quote: UInt8) {
    position += 1
    while position < bytes.count, bytes[position] != quote { position += 1 }
    position = min(position + 1, bytes.count)
  }

  private mutating func skipSpaceAndComments() {
    while position < bytes.count {
      if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
        position += 1
      } else if bytes[position...].starts(with: "--".utf8) {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      } else if bytes[position...].starts(with: "/*".utf8) {
        position += 2
        while position < bytes.count, !bytes[position...].starts(with: "*/".utf8) { position += 1 }
        position = min(position + 2, bytes.count)
      } else {
        return
      }
    }
  }
}
