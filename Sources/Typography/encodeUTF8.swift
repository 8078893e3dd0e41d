extension [UInt16] {
  /// Appends a range as UTF-8; returns the number of bytes.
  func appendUTF8(_ range: Range<Int>, to bytes: inout [UInt8]) -> Int {
    let start = bytes.count
    var index = range.lowerBound
    while index < range.upperBound {
      let value = scalar(at: index)
      index += value > 0xFFFF ? 2 : 1
      switch value {
      case ..<0x80: bytes.append(UInt8(value))
      case ..<0x800:
        bytes.append(UInt8(0xC0 | value >> 6))
        bytes.append(UInt8(0x80 | value & 0x3F))
      case ..<0x10000:
        bytes.append(UInt8(0xE0 | value >> 12))
        bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | value & 0x3F))
      default:
        bytes.append(UInt8(0xF0 | value >> 18))
        bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
        bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | value & 0x3F))
      }
    }
    return bytes.count - start
  }
}
