internal import Diagnostics

/// The way from the parser's lines and columns back to byte offsets of the text.
///
/// The parser counts columns in Unicode scalars and breaks lines at CR, LF, CR LF, NEL, LS and PS
/// (YAML 1.1, 4.2). Finding a place takes constant time, also in a line of a million characters.
struct YAMLPlaces {
  let text: [UInt8]
  private let source: SourceID
  private let base: Int
  /// Positions of the first characters of the lines, counted in scalars.
  private var lineStarts = [0]
  /// Byte offset of every 64th scalar.
  private var offsets: [Int] = []

  private static let stride = 64

  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - source: the source that spans refer to.
  ///   - base: offset of `text` in the source, in bytes.
  init(text: [UInt8], source: SourceID, base: Int) {
    self.text = text
    self.source = source
    self.base = base
    var count = 0
    for offset in text.indices {
      let isStart = text[offset] & 0xC0 != 0x80
      if isStart && count.isMultiple(of: YAMLPlaces.stride) { offsets.append(offset) }
      if isStart { count += 1 }
      if endsLine(at: offset) { lineStarts.append(count) }
    }
  }

  /// The whole text.
  var whole: SourceSpan { span(0..<text.count) }

  func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: source, range: base + range.lowerBound..<base + range.upperBound)
  }

  /// The span of the one character at a 1-based line and column; empty at the end of the text.
  func span(line: Int, column: Int) -> SourceSpan {
    let start = offset(line: line, column: column)
    return span(start..<min(start + 1, text.count))
  }

  /// Byte offset of a 1-based line and column, clamped to the text.
  func offset(line: Int, column: Int) -> Int {
    let start = lineStarts[min(max(line - 1, 0), lineStarts.count - 1)]
    let position = start + max(column - 1, 0)
    let block = position / YAMLPlaces.stride
    guard block < offsets.count else { return text.count }
    var offset = offsets[block]
    var left = position % YAMLPlaces.stride
    while left > 0, offset < text.count {
      offset += 1
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The first character that YAML has no place for (YAML 1.1, 5.1).
  var firstForbiddenCharacter: SourceSpan {
    var offset = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      switch scalar.value {
      case 0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xFFFE...0xFFFF:
        return span(offset..<offset + width)
      default: offset += width
      }
    }
    return whole
  }

  /// Where a key stands again as a key after `first`; in the same column if it begins its line.
  func next(_ key: [UInt8], after first: Int) -> Int? {
    let indent = indentation(of: first)
    var offset = first + key.count
    while offset + key.count <= text.count {
      let isKey = text[offset...].starts(with: key) && isBeforeColon(offset + key.count)
      if isKey, indentation(of: offset) == indent { return offset }
      offset += 1
    }
    return nil
  }

  /// How many blanks stand before the offset on its line, or nil if anything else does.
  private func indentation(of offset: Int) -> Int? {
    var start = offset
    while start > 0, text[start - 1] == UInt8(ascii: " ") { start -= 1 }
    let isLineStart = start == 0 || [0x0A, 0x0D].contains(text[start - 1])
    return isLineStart ? offset - start : nil
  }

  private func isBeforeColon(_ offset: Int) -> Bool {
    text[offset...].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: ":")
  }

  /// Whether the byte is the last one of a line break.
  private func endsLine(at offset: Int) -> Bool {
    switch text[offset] {
    case 0x0A: true
    case 0x0D: offset + 1 >= text.count || text[offset + 1] != 0x0A
    case 0x85: offset >= 1 && text[offset - 1] == 0xC2
    case 0xA8, 0xA9: offset >= 2 && text[offset - 1] == 0x80 && text[offset - 2] == 0xE2
    default: false
    }
  }
}
