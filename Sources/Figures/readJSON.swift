internal import Declarations
package import Diagnostics

extension DiagnosticCode {
  package static let figuresBrokenJSON = DiagnosticCode(
    "figures.broken-json",
    "A JSON data file is not valid JSON (RFC 8259). The place is where the reader gave up.")
}

/// Reads JSON into the same values as YAML, with spans and with numbers as written.
func readJSON(_ text: SourceText) -> Diagnosed<YAMLValue?> {
  var reader = JSONReader(bytes: text.bytes, from: text.start) { text.span($0) }
  do {
    return Diagnosed(try reader.document())
  } catch {
    let end = min(error.offset + 1, text.bytes.count)
    let span = text.span(min(error.offset, end)..<end)
    return Diagnosed(nil, [Diagnostic(.figuresBrokenJSON, error.message, at: span)])
  }
}

private struct JSONError: Error {
  var message: String
  var offset: Int
}

/// A recursive-descent reader of RFC 8259.
private struct JSONReader {
  private let bytes: [UInt8]
  private var position: Int
  private let span: (Range<Int>) -> SourceSpan

  init(bytes: [UInt8], from start: Int, span: @escaping (Range<Int>) -> SourceSpan) {
    self.bytes = bytes
    self.span = span
    position = start
  }

  mutating func document() throws(JSONError) -> YAMLValue {
    let value = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw error("text stands after the JSON value") }
    return value
  }

  private func error(_ message: String) -> JSONError {
    JSONError(message: message, offset: position)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func value(depth: Int) throws(JSONError) -> YAMLValue {
    guard depth < 64 else { throw error("values nest deeper than 64") }
    skipSpace()
    let start = position
    let content: YAMLValue.Content
    switch next {
    case UInt8(ascii: "{"): content = .mapping(try object(depth: depth))
    case UInt8(ascii: "["): content = .sequence(try array(depth: depth))
    case UInt8(ascii: "\""): content = .scalar(try string(), isQuoted: true)
    default: content = .scalar(try bareWord(), isQuoted: false)
    }
    return YAMLValue(content: content, span: span(start..<position))
  }

  private mutating func array(depth: Int) throws(JSONError) -> [YAMLValue] {
    var values: [YAMLValue] = []
    position += 1
    skipSpace()
    if take("]") { return values }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw error("expected “,” or “]” in a list") }
    return values
  }

  private mutating func object(
    depth: Int
  ) throws(JSONError) -> [(key: YAMLKey, value: YAMLValue)] {
    var pairs: [(key: YAMLKey, value: YAMLValue)] = []
    position += 1
    skipSpace()
    if take("}") { return pairs }
    repeat {
      skipSpace()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw error("expected a name in quotes") }
      let key = YAMLKey(name: try string(), span: span(start..<position))
      skipSpace()
      guard take(":") else { throw error("expected “:” after a name") }
      pairs.append((key, try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw error("expected “,” or “}” in a record") }
    return pairs
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// A number, `true`, `false` or `null`.
  private mutating func bareWord() throws(JSONError) -> String {
    let start = position
    while let byte = next, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D, 0x3A].contains(byte) {
      position += 1
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if ["true", "false", "null"].contains(word) { return word }
    if let first = word.utf8.first, first == 0x2D || (0x30...0x39).contains(first) { return word }
    position = start
    throw error(word.isEmpty ? "expected a value" : "“\(word.prefix(20))” is not a JSON value")
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape().utf8
      case 0..<0x20: throw error("a control character stands in a string")
      default: text.append(byte)
      }
    }
    throw error("a string opens and never closes")
  }

  private mutating func escape() throws(JSONError) -> String {
    guard let byte = next else { throw error("a string opens and never closes") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return String(Unicode.Scalar(byte))
    case UInt8(ascii: "u"): return String(try escapedScalar())
    default: throw error("unknown escape in a string")
    }
  }

  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard take("\\"), take("u") else { throw error("half of a surrogate pair in a string") }
    let second = try codeUnit()
    let value = 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF)
    guard first < 0xDC00, (0xDC00...0xDFFF).contains(second), let scalar = Unicode.Scalar(value)
    else { throw error("half of a surrogate pair in a string") }
    return scalar
  }

  private mutating func codeUnit() throws(JSONError) -> UInt32 {
    let digits = bytes[position..<min(position + 4, bytes.count)]
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, !text.hasPrefix("+"), let value = UInt32(text, radix: 16) else {
      throw error("expected four hexadecimal digits")
    }
    position += 4
    return value
  }
}
