/// An XML text in the making: tags are balanced by the caller, values escaped here.
///
/// A tag is written as it is told: `beginTag`, its attributes, then `endTag` or `endEmptyTag`.
struct XMLText {
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ other: XMLText) { bytes += other.bytes }

  mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  // Tags

  mutating func beginTag(_ name: String) {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
  }

  mutating func endTag() { bytes.append(UInt8(ascii: ">")) }

  /// Ends the tag of an element without content, and its line.
  mutating func endEmptyTag() { bytes += "/>\n".utf8 }

  mutating func open(_ name: String) {
    beginTag(name)
    endTag()
  }

  mutating func close(_ name: String) {
    closeInline(name)
    newLine()
  }

  /// Closes an element within running text.
  mutating func closeInline(_ name: String) {
    bytes += "</".utf8
    bytes += name.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  /// An element of text alone, on a line of its own.
  mutating func element(_ name: String, text: String) {
    open(name)
    self.text(text.utf8)
    close(name)
  }

  // Attributes

  mutating func attribute(_ name: String, _ value: String) {
    attribute(name) { $0.text(value.utf8) }
  }

  mutating func attribute(_ name: String, _ value: Double, decimals: Int = 2) {
    attribute(name) { appendNumber(value, decimals: decimals, to: &$0.bytes) }
  }

  mutating func attribute(_ name: String, _ values: some Sequence<Double>) {
    attribute(name) { text in
      var isFirst = true
      for value in values {
        if !isFirst { text.bytes.append(UInt8(ascii: " ")) }
        isFirst = false
        appendNumber(value, to: &text.bytes)
      }
    }
  }

  /// An attribute whose value the closure writes as bytes that need no escaping.
  mutating func attribute(_ name: String, bytes write: (inout [UInt8]) -> Void) {
    attribute(name) { write(&$0.bytes) }
  }

  private mutating func attribute(_ name: String, _ write: (inout XMLText) -> Void) {
    bytes.append(UInt8(ascii: " "))
    bytes += name.utf8
    bytes += "=\"".utf8
    write(&self)
    bytes.append(UInt8(ascii: "\""))
  }

  // Text

  /// Adds text in UTF-8, escaped.
  ///
  /// Characters that XML 1.0 does not allow (section 2.2) are left out.
  mutating func text(_ utf8: some Collection<UInt8>) {
    // Most texts have nothing to escape. U+FFFE and U+FFFF begin with 0xEF in UTF-8.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xEF && !Self.isMarkup($0) }) {
      bytes += utf8
      return
    }
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "\t", "\n", "\r": bytes += "&#\(scalar.value);".utf8
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }
}
