internal import Diagnostics

/// The way from the parser's places, which count characters, back to byte offsets of the text.
///
/// Finding a place takes constant time, also in a line of a million characters.
struct YAMLPlaces {
  private let text: [UInt8]
  private let source: SourceID
  private let base: Int
  /// Byte offset of every 16th character; empty where every character is a byte.
  private var offsets: [Int] = []

  private static let stride = 16

  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - source: the source that spans refer to.
  ///   - base: offset of `text` in the source, in bytes.
  init(text: [UInt8], source: SourceID, base: Int) {
    self.text = text
    self.source = source
    self.base = base
    if text.allSatisfy({ $0 < 0x80 }) { return }
    var count = 0
    for offset in text.indices where isStart(offset) {
      if count.isMultiple(of: YAMLPlaces.stride) { offsets.append(offset) }
      count += 1
    }
  }

  /// The whole text.
  var whole: SourceSpan { span(0..<text.count) }

  /// A scalar or an alias from its first character to its last, quotes included; the first
  /// character of anything else.
  func span(of event: YAMLEvent) -> SourceSpan {
    let end = offset(of: event.range.upperBound)
    let start = skippingProperties(offset(of: event.range.lowerBound)..<end)
    switch event.kind {
    case .scalar, .alias: break
    default: return first(at: start)
    }
    // A block's last lines may be blank.
    let last = text[start..<end].lastIndex { $0 > UInt8(ascii: " ") }
    return last.map { span(start..<$0 + 1) } ?? first(at: start)
  }

  /// The first character of a range of characters; empty at the end of the text.
  func first(of range: Range<Int>) -> SourceSpan { first(at: offset(of: range.lowerBound)) }

  /// Where a text cannot be read further.
  func span(of place: YAMLEventStream.Problem.Place) -> SourceSpan {
    switch place {
    case .character(let character): first(at: offset(of: character))
    case .byte(let byte): first(at: min(byte, text.count))
    }
  }

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: source, range: base + range.lowerBound..<base + range.upperBound)
  }

  private func first(at start: Int) -> SourceSpan {
    guard start < text.count else { return span(text.count..<text.count) }
    let end = text[(start + 1)...].firstIndex { $0 & 0xC0 != 0x80 }
    return span(start..<(end ?? text.count))
  }

  private func offset(of character: Int) -> Int {
    guard !offsets.isEmpty else { return min(character, text.count) }
    let (block, rest) = character.quotientAndRemainder(dividingBy: YAMLPlaces.stride)
    guard block < offsets.count else { return text.count }
    var offset = offsets[block]
    for _ in 0..<rest where offset < text.count {
      offset += 1
      while offset < text.count, !isStart(offset) { offset += 1 }
    }
    return offset
  }

  private func isStart(_ offset: Int) -> Bool { text[offset] & 0xC0 != 0x80 }

  /// Where a value begins behind its anchor and tag.
  private func skippingProperties(_ range: Range<Int>) -> Int {
    var rest = text[range]
    while let first = rest.first, first == UInt8(ascii: "&") || first == UInt8(ascii: "!") {
      rest = rest.drop { $0 > UInt8(ascii: " ") }.drop { $0 <= UInt8(ascii: " ") }
    }
    return rest.isEmpty ? range.lowerBound : rest.startIndex
  }
}
