/// How a character stands to a line end of the source beside it.
enum TextWidth {
  /// Han and kana: text that is written without spaces.
  case wide
  /// Full-width punctuation, which brings its own space.
  case punctuation
  /// Marks that Chinese shares with Latin text: quotation marks, dashes, the ellipsis.
  case shared
  case narrow

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF60:
      self = .punctuation
    case 0x2E80...0x303F, 0x3040...0x31FF, 0x3200...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      self = .wide
    case 0x2014, 0x2015, 0x2018...0x201D, 0x2026, 0x00B7, 0x2E3A:
      self = .shared
    default:
      self = .narrow
    }
  }

  /// Whether a newline between two characters is nothing rather than a space.
  static func joins(_ left: TextWidth, _ right: TextWidth) -> Bool {
    if left == .punctuation || right == .punctuation { return true }
    return left != .narrow && right != .narrow
  }
}

/// Decoding single characters at byte offsets, without a string.
extension [UInt8] {
  /// The character that begins at the offset; the bytes must be valid UTF-8.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    guard indices.contains(offset) else { return nil }
    let lead = self[offset]
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard offset + length <= count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for byte in self[offset + 1..<offset + length] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// The character that ends before the offset.
  func scalar(before offset: Int) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, start < count, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(at: start)
  }
}

extension Unicode.Scalar {
  /// Punctuation by CommonMark 0.29, section 2.1.
  var isMarkdownPunctuation: Bool {
    if value < 0x80 { return UInt8(value).isPunctuation }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  var isMarkdownWhitespace: Bool {
    value < 0x80 ? UInt8(value).isWhitespace || value == 0x0C : properties.isWhitespace
  }
}
