/// The simpler filters of streams (ISO 32000-1, 7.4.2 to 7.4.5).
///
/// All are total: what is damaged ends the data, and nothing grows beyond a limit.
enum StreamFilter {
  static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let text = bytes.prefix { $0 != UInt8(ascii: ">") }
    let digits = text.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    return stride(from: 0, to: digits.count, by: 2).map { index in
      UInt8(digits[index] << 4 | (index + 1 < digits.count ? digits[index + 1] : 0))
    }
  }

  /// Five characters stand for four bytes, `z` for four zeros; a last group may be shorter.
  static func base85(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var group: [UInt64] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "!")...UInt8(ascii: "u"): group.append(UInt64(byte - UInt8(ascii: "!")))
      case UInt8(ascii: "z") where group.isEmpty: result += [0, 0, 0, 0]
      case UInt8(ascii: "~"): return result + tail(of: group)
      default: continue
      }
      guard group.count == 5 else { continue }
      result += word(group)
      group = []
    }
    return result + tail(of: group)
  }

  private static func word(_ group: [UInt64]) -> [UInt8] {
    let value = group.reduce(0) { $0 * 85 + $1 }
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func tail(of group: [UInt64]) -> ArraySlice<UInt8> {
    guard group.count > 1 else { return [] }
    return word(group + Array(repeating: 84, count: 5 - group.count)).prefix(group.count - 1)
  }

  static func runs(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count, bytes[index] != 128, result.count < limit {
      let length = Int(bytes[index])
      index += 1
      if length < 128 {
        let end = min(index + length + 1, bytes.count)
        result += bytes[index..<end]
        index = end
      } else if index < bytes.count {
        result += Array(repeating: bytes[index], count: 257 - length)
        index += 1
      }
    }
    return result
  }

  /// LZW with codes of nine to twelve bits, highest bit first, which grow one earlier than they must
  /// when `isEarly` (EarlyChange).
  static func lzw(_ bytes: [UInt8], isEarly: Bool, limit: Int) -> [UInt8] {
    var result: [UInt8] = []
    // Each entry is a range of what has been decoded: the string of an earlier code and one byte.
    var table: [Range<Int>] = []
    var previous: Range<Int>?
    var width = 9
    var (buffer, bits) = (0, 0)
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFF_FFFF
      bits += 8
      guard bits >= width else { continue }
      bits -= width
      let code = buffer >> bits & (1 << width - 1)
      if code == 257 || result.count > limit { break }
      if code == 256 {
        (table, previous, width) = ([], nil, 9)
        continue
      }
      let start = result.count
      if code < 256 {
        result.append(UInt8(code))
      } else if code - 258 < table.count {
        for index in table[code - 258] { result.append(result[index]) }
      } else if let previous, code - 258 == table.count {
        for index in previous { result.append(result[index]) }
        result.append(result[previous.lowerBound])
      } else {
        break
      }
      // What was last decoded with the first byte after it, which now follows it.
      if let previous, table.count < 4096 - 258 {
        table.append(previous.lowerBound..<previous.upperBound + 1)
      }
      previous = start..<result.count
      let next = table.count + 258 + (isEarly ? 1 : 0)
      width = next + 1 > 2048 ? 12 : next + 1 > 1024 ? 11 : next + 1 > 512 ? 10 : 9
    }
    return result
  }

  /// Undoes TIFF's predictor for samples of eight bits: each is the difference to its left.
  static func differences(_ bytes: [UInt8], width: Int, step: Int) -> [UInt8] {
    var result = bytes
    for row in stride(from: 0, to: result.count, by: max(width, 1)) {
      let end = min(row + width, result.count)
      guard row + step < end else { continue }
      for index in row + step..<end { result[index] &+= result[index - step] }
    }
    return result
  }
}
