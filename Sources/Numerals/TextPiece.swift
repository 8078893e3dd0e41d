/// A piece of a text that stands in YAML: words, a bound figure, or words with a mark such as
/// `[约16.1%]{.stated figure=pace}`.
package struct TextPiece: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case words
    /// `{{ id | format }}`
    case binding
    /// The figure that it is compared with, where it names one.
    case stated(figure: Range<Int>?)
    case literal
  }

  package var kind: Kind
  /// All of it, in bytes of the text.
  package var range: Range<Int>
  /// What is shown of it.
  package var shown: Range<Int>
}

/// Whether a text has more than words in it.
package func isMarked(_ text: String) -> Bool {
  text.utf8.contains(UInt8(ascii: "{")) && (text.contains("{{") || text.contains("]{"))
}

/// Takes a text apart, left to right; marks do not stand in each other.
package func textPieces(of bytes: [UInt8]) -> [TextPiece] {
  var pieces: [TextPiece] = []
  var start = 0
  var at = 0
  // Where the next closing mark was looked for in vain, none is looked for again.
  var isBindable = true
  while at < bytes.count {
    var piece: TextPiece?
    if isBindable, bytes[at...].starts(with: "{{".utf8) {
      piece = binding(at: at, in: bytes)
      isBindable = piece != nil
    } else if bytes[at] == UInt8(ascii: "[") {
      piece = markedWords(at: at, in: bytes)
    }
    if let piece {
      if start < at { pieces.append(TextPiece(kind: .words, range: start..<at, shown: start..<at)) }
      pieces.append(piece)
      start = piece.range.upperBound
    }
    at = max(at + 1, start)
  }
  if start < bytes.count {
    pieces.append(
      TextPiece(kind: .words, range: start..<bytes.count, shown: start..<bytes.count))
  }
  return pieces
}

private func binding(at start: Int, in bytes: [UInt8]) -> TextPiece? {
  guard let end = bytes[(start + 2)...].firstRange(of: "}}".utf8)?.upperBound else { return nil }
  return TextPiece(kind: .binding, range: start..<end, shown: start..<end)
}

/// `[words]{.class key=value}` with a class that says where a number comes from.
private func markedWords(at start: Int, in bytes: [UInt8]) -> TextPiece? {
  let brackets: Set<UInt8> = [UInt8(ascii: "["), UInt8(ascii: "]")]
  guard let close = bytes[(start + 1)...].prefix(400).firstIndex(where: brackets.contains),
    bytes[close...].starts(with: "]{".utf8),
    let end = bytes[close...].prefix(400).firstIndex(of: UInt8(ascii: "}"))
  else { return nil }
  let attributes = bytes[(close + 2)..<end].split(separator: UInt8(ascii: " "))
  let shown = (start + 1)..<close
  if attributes.contains(where: { $0.elementsEqual(".stated".utf8) }) {
    let figure = attributes.first { $0.starts(with: "figure=".utf8) }
    return TextPiece(
      kind: .stated(figure: figure.map { ($0.startIndex + 7)..<$0.endIndex }),
      range: start..<end + 1, shown: shown)
  }
  guard attributes.contains(where: { $0.elementsEqual(".literal".utf8) }) else { return nil }
  return TextPiece(kind: .literal, range: start..<end + 1, shown: shown)
}

/// Keys of chart and table blocks whose values are read by people; the rest names and measures.
package let blockTextKeys: Set<String> = [
  "title", "titles", "subtitle", "centre", "source", "note", "notes", "alt", "label", "names",
  "reason", "sample", "text",
]
