/// PDF syntax in the making (ISO 32000-1, 7.2).
struct PDFBytes {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  init() {}

  init(_ text: String) { append(text) }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  mutating func append(_ other: ArraySlice<UInt8>) { bytes.append(contentsOf: other) }

  mutating func integer(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// At most five decimals: a ten-thousandth of a point is beyond any device.
  mutating func number(_ value: Double) {
    let scaled = (value * 100_000).rounded()
    guard scaled.isFinite, abs(scaled) < 1e17 else {
      append("0")
      return
    }
    if scaled < 0 { append("-") }
    let magnitude = Int(abs(scaled))
    integer(magnitude / 100_000)
    var fraction = magnitude % 100_000
    guard fraction > 0 else { return }
    append(".")
    var place = 10_000
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / place))
      fraction %= place
      place /= 10
    }
  }

  mutating func name(_ name: String) {
    append("/")
    for byte in name.utf8 {
      switch byte {
      case 0x21...0x7E where !PDFBytes.delimiters.contains(byte): bytes.append(byte)
      default:
        append("#")
        hexadecimal(byte)
      }
    }
  }

  private static let delimiters = Array("#()<>[]{}/%".utf8)

  mutating func reference(_ number: ObjectNumber) {
    integer(number.value)
    append(" 0 R")
  }

  /// A text string (7.9.2.2): ASCII as it is, anything else in UTF-16.
  mutating func text(_ text: String) { string(PDFBytes.encoded(text)) }

  /// The bytes of a text string; also the key under which a name tree sorts it.
  static func encoded(_ text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return Array(text.utf8) }
    var bytes: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 {
      bytes.append(UInt8(unit >> 8))
      bytes.append(UInt8(unit & 0xFF))
    }
    return bytes
  }

  mutating func string(_ string: [UInt8]) {
    guard string.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      append("<")
      for byte in string { hexadecimal(byte) }
      append(">")
      return
    }
    append("(")
    for byte in string {
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") {
        append("\\")
      }
      bytes.append(byte)
    }
    append(")")
  }

  private mutating func hexadecimal(_ byte: UInt8) {
    for digit in [byte >> 4, byte & 0xF] {
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }

  mutating func object(_ object: PDFObject) {
    switch object {
    case .null: append("null")
    case .boolean(let value): append(value ? "true" : "false")
    case .integer(let value): integer(value)
    case .real(let value): number(value)
    case .string(let value): string(value)
    case .name(let value): name(value)
    case .reference(let number): reference(number)
    case .array(let elements):
      append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { append(" ") }
        self.object(element)
      }
      append("]")
    case .dictionary(let dictionary): self.dictionary(dictionary)
    }
  }

  mutating func dictionary(_ dictionary: PDFDictionary) {
    append("<<")
    for entry in dictionary.entries {
      name(entry.key)
      append(" ")
      object(entry.value)
    }
    append(">>")
  }
}
