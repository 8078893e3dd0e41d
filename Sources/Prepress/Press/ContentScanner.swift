/// Splits a content stream (ISO 32000-1, 7.8.2) into operators with their operands, in place.
///
/// Nothing is copied: operands are remembered as ranges of the stream, and numbers are read only
/// when asked for.
struct ContentScanner {
  /// An operator and where it stands with all its operands.
  struct Operation {
    /// The operator's characters, the first in the highest place: `re` is 0x7265.
    var name: UInt32
    /// From the first operand to the end of the operator.
    var range: Range<Int>
  }

  let content: [UInt8]
  private(set) var offset = 0
  /// Where the operands of the last operation begin and end.
  private(set) var operands: [Range<Int>] = []

  init(_ content: [UInt8]) {
    self.content = content
    operands.reserveCapacity(16)
  }

  /// The next operation; nil at the end.
  mutating func next() -> Operation? {
    operands.removeAll(keepingCapacity: true)
    var start: Int?
    while true {
      skipSpace()
      guard offset < content.count else { return nil }
      let first = offset
      start = start ?? first
      if let name = token() {
        if name == 0x4249 { skipInlineImage() }
        return Operation(name: name, range: (start ?? first)..<offset)
      }
      operands.append(first..<offset)
    }
  }

  /// Skips an operand, or an operator, whose name it returns.
  private mutating func token() -> UInt32? {
    switch content[offset] {
    case UInt8(ascii: "("): skipLiteralString()
    case UInt8(ascii: "<"): skipAngles()
    case UInt8(ascii: "["): skipArray()
    case UInt8(ascii: "/"):
      offset += 1
      skipRegular()
    case UInt8(ascii: "+")...UInt8(ascii: "9"): skipRegular()
    default: return keyword()
    }
    return nil
  }

  private mutating func keyword() -> UInt32? {
    let start = offset
    skipRegular()
    if offset == start { offset += 1 }
    var name: UInt32 = 0
    for byte in content[start..<offset].prefix(4) { name = name << 8 | UInt32(byte) }
    // `true`, `false` and `null` are operands.
    return name == 0x7472_7565 || name == 0x6661_6C73 || name == 0x6E75_6C6C ? nil : name
  }

  private mutating func skipRegular() {
    while offset < content.count, ContentScanner.isRegular[Int(content[offset])] { offset += 1 }
  }

  private mutating func skipSpace() {
    while offset < content.count {
      switch content[offset] {
      case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: offset += 1
      case UInt8(ascii: "%"):
        while offset < content.count, content[offset] != 0x0A, content[offset] != 0x0D {
          offset += 1
        }
      default: return
      }
    }
  }

  private mutating func skipLiteralString() {
    var depth = 0
    while offset < content.count {
      switch content[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      offset = min(offset + 1, content.count)
      if depth == 0 { return }
    }
  }

  /// A hexadecimal string, or a dictionary as far as its matching brackets.
  private mutating func skipAngles() {
    let isDictionary = offset + 1 < content.count && content[offset + 1] == UInt8(ascii: "<")
    guard isDictionary else {
      while offset < content.count, content[offset] != UInt8(ascii: ">") { offset += 1 }
      offset = min(offset + 1, content.count)
      return
    }
    var depth = 0
    while offset + 1 < content.count {
      switch (content[offset], content[offset + 1]) {
      case (UInt8(ascii: "<"), UInt8(ascii: "<")):
        depth += 1
        offset += 2
      case (UInt8(ascii: ">"), UInt8(ascii: ">")):
        depth -= 1
        offset += 2
        if depth == 0 { return }
      case (UInt8(ascii: "("), _): skipLiteralString()
      case (UInt8(ascii: "<"), _):
        while offset < content.count, content[offset] != UInt8(ascii: ">") { offset += 1 }
        offset += 1
      default: offset += 1
      }
    }
    offset = content.count
  }

  private mutating func skipArray() {
    while offset < content.count, content[offset] != UInt8(ascii: "]") {
      switch content[offset] {
      case UInt8(ascii: "("): skipLiteralString()
      case UInt8(ascii: "<"): skipAngles()
      default: offset += 1
      }
    }
    offset = min(offset + 1, content.count)
  }

  /// The data of an inline image ends with `EI` between white space (8.9.7).
  private mutating func skipInlineImage() {
    while offset + 2 < content.count {
      offset += 1
      guard content[offset] == UInt8(ascii: "E"), content[offset + 1] == UInt8(ascii: "I"),
        content[offset - 1] <= 0x20, offset + 2 == content.count || content[offset + 2] <= 0x20
      else { continue }
      offset += 2
      return
    }
    offset = content.count
  }

  private static let isRegular: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: false
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    default: true
    }
  }

  // MARK: Operands

  /// The operand as a number; 0 for anything else, and for a number beyond all numbers.
  func number(_ index: Int) -> Double {
    guard operands.indices.contains(index) else { return 0 }
    var magnitude = 0.0
    var scale = 1.0
    var isNegative = false
    var isFraction = false
    for byte in content[operands[index]] {
      switch byte {
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "0")...UInt8(ascii: "9") where scale < 1e18:
        magnitude = magnitude * 10 + Double(byte - UInt8(ascii: "0"))
        if isFraction { scale *= 10 }
      default: break
      }
    }
    guard magnitude.isFinite else { return 0 }
    return (isNegative ? -magnitude : magnitude) / scale
  }

  /// The operand as a name, without its slash.
  func name(_ index: Int) -> String {
    guard operands.indices.contains(index) else { return "" }
    return String(decoding: content[operands[index]].dropFirst(), as: UTF8.self)
  }

  func text(_ index: Int) -> ArraySlice<UInt8> {
    operands.indices.contains(index) ? content[operands[index]] : []
  }
}
