import Drawing

/// The text of a glyph run with the places of its clusters, as SVG's lists of coordinates want it.
///
/// SVG counts characters, not clusters. A cluster of more than one UTF-16 unit therefore ends a
/// piece: its place is that of its first unit, and the next piece begins the count anew.
struct PositionedText {
  struct Piece {
    /// Where the piece lies in the list's text.
    var text: Range<Int>
    /// Which glyphs give the places of its clusters.
    var glyphs: Range<Int>
  }

  private(set) var pieces: [Piece] = []
  /// Of each cluster with a glyph, the first glyph.
  private(set) var glyphs: [PositionedGlyph] = []

  init(_ run: GlyphRun, of list: DisplayList) {
    var glyph = run.glyphs.lowerBound
    var byte = run.text.lowerBound
    var piece = Piece(text: byte..<byte, glyphs: 0..<0)
    glyphs.reserveCapacity(run.clusters.count)
    for cluster in list.clusters[run.clusters] {
      let text = byte..<min(byte + Int(cluster.bytes), run.text.upperBound)
      byte = text.upperBound
      if cluster.glyphs > 0, glyph < run.glyphs.upperBound, !text.isEmpty {
        glyphs.append(list.glyphs[glyph])
      }
      piece.text = piece.text.lowerBound..<byte
      glyph += Int(cluster.glyphs)
      if !text.isEmpty, !list.text[text].isOneUTF16Unit { finish(&piece) }
    }
    finish(&piece)
  }

  private mutating func finish(_ piece: inout Piece) {
    piece.glyphs = piece.glyphs.lowerBound..<glyphs.count
    if !piece.glyphs.isEmpty { pieces.append(piece) }
    let end = piece.text.upperBound
    piece = Piece(text: end..<end, glyphs: glyphs.count..<glyphs.count)
  }

  /// The baseline that all clusters stand on; nil when some are raised or lowered.
  var commonBaseline: Double? {
    guard let y = glyphs.first?.y else { return nil }
    return glyphs.allSatisfy { abs($0.y - y) < 0.005 } ? y : nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether the UTF-8 is one character of the Basic Multilingual Plane.
  fileprivate var isOneUTF16Unit: Bool {
    guard let first else { return false }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return length < 4 && count == length
  }
}
