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

  mutating func close(_ name: String) { bytes += Array("</\(name)>\n".utf8) }

  /// An element on a line of its own, with text or empty.
  mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String? = nil) {
    if let text {
      inline(name, attributes, text: text)
    } else {
      begin(name, attributes)
      bytes += Array("/>".utf8)
    }
    newLine()
  }

  /// An element within running text.
  mutating func inline(_ name: String, _ attributes: [Attribute] = [], text: String) {
    open(name, attributes)
    appendEscaped(text)
    bytes += Array("</\(name)>".utf8)
  }

  private mutating func begin(_ name: String, _ attributes: [Attribute]) {
    bytes += Array("<\(name)".utf8)
    for attribute in attributes {
      bytes += Array(" \(attribute.name)=\"".utf8)
      appendEscaped(attribute.value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Characters that XML 1.0 does not allow (section 2.2) are left out.
  private mutating func appendEscaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += Array("&amp;".utf8)
      case "<": bytes += Array("&lt;".utf8)
      case ">": bytes += Array("&gt;".utf8)
      case "\"": bytes += Array("&quot;".utf8)
      case "\t", "\n", "\r": bytes += Array("&#\(scalar.value);".utf8)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: bytes += Array(String(scalar).utf8)
      }
    }
  }
}
