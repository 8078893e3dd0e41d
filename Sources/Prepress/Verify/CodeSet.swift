/// The codes that content shows in one font, a bit for each.
struct CodeSet {
  private var words: [UInt64] = []

  mutating func insert(_ code: Int) {
    let word = code >> 6
    if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count) }
    words[word] |= 1 << UInt64(code & 63)
  }

  func contains(_ code: Int) -> Bool {
    code >> 6 < words.count && words[code >> 6] & 1 << UInt64(code & 63) != 0
  }

  mutating func formUnion(_ other: CodeSet) {
    if other.words.count > words.count {
      words += Array(repeating: 0, count: other.words.count - words.count)
    }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  var sorted: [Int] {
    words.indices.flatMap { word in
      (0..<64).filter { words[word] & 1 << UInt64($0) != 0 }.map { word << 6 | $0 }
    }
  }

  /// Takes in the strings of an operand of `Tj` or `TJ`; hexadecimal ones, which are the most, without
  /// making an object of them.
  ///
  /// The whole content is passed with the operand's place, so that nothing of it is copied.
  mutating func insert(codesIn content: [UInt8], _ operand: Range<Int>, isComposite: Bool) {
    var index = operand.lowerBound
    while index < operand.upperBound {
      switch content[index] {
      case UInt8(ascii: "<"):
        let digits = content[index + 1..<operand.upperBound].prefix { $0 != UInt8(ascii: ">") }
        insert(hexadecimal: digits, isComposite: isComposite)
        index = digits.endIndex + 1
      case UInt8(ascii: "("):
        var parser = PDFParser(content, at: index)
        guard case .string(let string)? = try? parser.object() else { return }
        insert(string, isComposite: isComposite)
        index = max(parser.offset, index + 1)
      default: index += 1
      }
    }
  }

  private mutating func insert(_ string: [UInt8], isComposite: Bool) {
    guard isComposite else {
      for byte in string { insert(Int(byte)) }
      return
    }
    for index in stride(from: 0, to: string.count - 1, by: 2) {
      insert(Int(string[index]) << 8 | Int(string[index + 1]))
    }
  }

  private mutating func insert(hexadecimal digits: ArraySlice<UInt8>, isComposite: Bool) {
    let length = isComposite ? 4 : 2
    var (code, count) = (0, 0)
    for digit in digits {
      switch digit {
      case 0x30...0x39: code = code << 4 | Int(digit & 15)
      case 0x41...0x46, 0x61...0x66: code = code << 4 | Int(digit & 15) + 9
      default: continue
      }
      count += 1
      if count == length {
        insert(code)
        (code, count) = (0, 0)
      }
    }
    // A missing last digit is 0 (7.3.4.3).
    if count == length - 1 { insert(code << 4) }
  }
}
