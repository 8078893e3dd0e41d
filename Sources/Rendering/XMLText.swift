/// An XML text in the making: tags are balanced by the caller, values escaped here.
struct XMLText {
  typealias Attribute = (name: String, value: String)

  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ other: XMLText) { bytes += other.bytes }

  mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  mutating func open(_ name: String, _ attributes: [Attribute] = []) {
    begin(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func close(_ name: String) { bytes += "</\(name)>\n".utf8 }

  /// An element on a line of its own, with text or empty.
  mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String? = nil) {
    if let text {
      inline(name, attributes, text: text)
    } else {
      begin(name, attributes)
      bytes += "/>".utf8
    }
    newLine()
  }

  /// An element within running text.
  mutating func inline(_ name: String, _ attributes: [Attribute] = [], text: String) {
    open(name, attributes)
    appendEscaped(text)
    bytes += "</\(name)>".utf8
  }

  private mutating func begin(_ name: String, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.utf8
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes += attribute.name.utf8
      bytes += "=\"".utf8
      appendEscaped(attribute.value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Characters that XML 1.0 does not allow (section 2.2) are left out.
  private mutating func appendEscaped(_ text: String) {
    // Most texts have nothing to escape. U+FFFE and U+FFFF begin with 0xEF in UTF-8.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0xEF && !Self.isMarkup($0) }) {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
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
