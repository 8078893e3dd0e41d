/// Reads PDF objects from bytes (ISO 32000-1, 7.2 and 7.3).
///
/// Nesting is bounded, every failure is an error at an offset: the parser is total.
struct PDFParser {
  private let bytes: [UInt8]
  private(set) var offset: Int
  private let start: Int
  private let end: Int
  private static let nestingLimit = 64

  /// Reads from an offset as far as `end`, or to the end of the bytes.
  init(_ bytes: [UInt8], at offset: Int, upTo end: Int = .max) {
    self.bytes = bytes
    self.end = min(max(0, end), bytes.count)
    start = min(max(0, offset), self.end)
    self.offset = start
  }

  /// How many bytes have been read.
  var consumed: Int { offset - start }

  mutating func object() throws(PrepressError) -> PDFObject { try object(depth: 0) }

  /// Whether the keyword stands here; if so, it is skipped.
  mutating func skip(keyword: String) -> Bool {
    skipSpace()
    guard bytes[offset..<end].starts(with: keyword.utf8) else { return false }
    offset += keyword.utf8.count
    return true
  }

  private mutating func object(depth: Int) throws(PrepressError) -> PDFObject {
    guard depth < PDFParser.nestingLimit else { throw malformed("objects nest too deeply") }
    skipSpace()
    switch peek() {
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: "("): return .string(try literalString())
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "<"):
      if peek(1) == UInt8(ascii: "<") { return .dictionary(try dictionary(depth: depth)) }
      return .string(try hexadecimalString())
    case let byte? where byte <= UInt8(ascii: "9") && byte >= UInt8(ascii: "+"):
      return try numberOrReference()
    default: return try keyword()
    }
  }

  private mutating func keyword() throws(PrepressError) -> PDFObject {
    if skip(keyword: "true") { return .boolean(true) }
    if skip(keyword: "false") { return .boolean(false) }
    if skip(keyword: "null") { return .null }
    throw malformed("no object begins here")
  }

  private mutating func array(depth: Int) throws(PrepressError) -> PDFObject {
    offset += 1
    var elements: [PDFObject] = []
    while true {
      skipSpace()
      if peek() == UInt8(ascii: "]") { break }
      elements.append(try object(depth: depth + 1))
    }
    offset += 1
    return .array(elements)
  }

  private mutating func dictionary(depth: Int) throws(PrepressError) -> PDFDictionary {
    offset += 2
    var dictionary = PDFDictionary()
    while true {
      skipSpace()
      if peek() == UInt8(ascii: ">"), peek(1) == UInt8(ascii: ">") { break }
      guard peek() == UInt8(ascii: "/") else { throw malformed("a key was expected") }
      let key = name()
      dictionary[key] = try object(depth: depth + 1)
    }
    offset += 2
    return dictionary
  }

  /// A number, or `12 0 R`.
  private mutating func numberOrReference() throws(PrepressError) -> PDFObject {
    let number = try self.number()
    guard case .integer(let value) = number, value >= 0 else { return number }
    let start = offset
    skipSpace()
    if skipGeneration() {
      skipSpace()
      if peek() == UInt8(ascii: "R"), !isRegular(peek(1)) {
        offset += 1
        return .reference(ObjectNumber(value: value))
      }
    }
    offset = start
    return number
  }

  /// A few digits with space after them; the generation itself says nothing.
  private mutating func skipGeneration() -> Bool {
    var digits = 0
    while digits < 5, let byte = peek(digits), (0x30...0x39).contains(byte) { digits += 1 }
    guard digits > 0, isSpace(peek(digits)) else { return false }
    offset += digits
    return true
  }

  private mutating func number() throws(PrepressError) -> PDFObject {
    let start = offset
    while let byte = peek(), isRegular(byte) { offset += 1 }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if let integer = Int(text) { return .integer(integer) }
    let padded =
      text.hasPrefix(".") || text.hasPrefix("-.")
      ? text.replacing(".", with: "0.", maxReplacements: 1) : text
    guard let real = Double(padded), real.isFinite else { throw malformed("a number was expected") }
    return .real(real)
  }

  private mutating func name() -> String {
    offset += 1
    var characters: [UInt8] = []
    while let byte = peek(), isRegular(byte) {
      offset += 1
      if byte == UInt8(ascii: "#"), let high = hexDigit(peek()), let low = hexDigit(peek(1)) {
        characters.append(high << 4 | low)
        offset += 2
      } else {
        characters.append(byte)
      }
    }
    return String(decoding: characters, as: UTF8.self)
  }

  private mutating func hexadecimalString() throws(PrepressError) -> [UInt8] {
    offset += 1
    var digits: [UInt8] = []
    while let byte = peek(), byte != UInt8(ascii: ">") {
      offset += 1
      if let digit = hexDigit(byte) { digits.append(digit) }
    }
    guard peek() != nil else { throw malformed("a string does not end") }
    offset += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private mutating func literalString() throws(PrepressError) -> [UInt8] {
    offset += 1
    var text: [UInt8] = []
    var depth = 1
    while let byte = peek() {
      offset += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text }
      case UInt8(ascii: "\\"):
        if let escaped = escapedByte() { text.append(escaped) }
        continue
      default: break
      }
      text.append(byte)
    }
    throw malformed("a string does not end")
  }

  /// The byte that an escape sequence stands for; nil for a line continuation.
  private mutating func escapedByte() -> UInt8? {
    guard let byte = peek() else { return nil }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case 0x0A: return nil
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard let next = peek(), (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(next) else {
          break
        }
        value = value * 8 + Int(next - UInt8(ascii: "0"))
        offset += 1
      }
      return UInt8(truncatingIfNeeded: value)
    default: return byte
    }
  }

  // Characters

  private func peek(_ distance: Int = 0) -> UInt8? {
    offset + distance < end ? bytes[offset + distance] : nil
  }

  mutating func skipSpace() {
    while let byte = peek() {
      if byte == UInt8(ascii: "%") {
        while let byte = peek(), byte != 0x0A, byte != 0x0D { offset += 1 }
      } else if isSpace(byte) {
        offset += 1
      } else {
        return
      }
    }
  }

  private func isSpace(_ byte: UInt8?) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
    default: false
    }
  }

  /// Neither white space nor a delimiter (7.2.2).
  private func isRegular(_ byte: UInt8?) -> Bool {
    guard let byte, !isSpace(byte) else { return false }
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      return false
    default: return true
    }
  }

  private func hexDigit(_ byte: UInt8?) -> UInt8? {
    switch byte {
    case let byte? where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
      byte - UInt8(ascii: "0")
    case let byte? where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte):
      byte - UInt8(ascii: "a") + 10
    case let byte? where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte):
      byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private func malformed(_ what: String) -> PrepressError {
    .malformed("\(what) at offset \(offset)")
  }
}
