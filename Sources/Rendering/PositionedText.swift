import Drawing
import Geometry

/// The text of a glyph run with the place of each cluster, as SVG's lists of coordinates want it.
///
/// SVG counts characters, not clusters. A cluster of more than one UTF-16 unit therefore ends a
/// piece: its place is that of its first unit, and the next piece begins the count anew.
struct PositionedText {
  struct Piece {
    var text = ""
    var places: [Point] = []

    var horizontalPlaces: String { places.map { formatted($0.x) }.joined(separator: " ") }
    var verticalPlaces: String { places.map { formatted($0.y) }.joined(separator: " ") }
  }

  private(set) var pieces: [Piece] = []

  init(_ run: GlyphRun, of list: DisplayList) {
    var glyph = run.glyphs.lowerBound
    var byte = run.text.lowerBound
    var piece = Piece()
    for cluster in list.clusters[run.clusters] {
      let end = min(byte + Int(cluster.bytes), run.text.upperBound)
      let text = String(decoding: list.text[byte..<end], as: UTF8.self)
      byte = end
      if cluster.glyphs > 0, glyph < run.glyphs.upperBound, !text.isEmpty {
        piece.places.append(Point(x: list.glyphs[glyph].x, y: list.glyphs[glyph].y))
      }
      piece.text += text
      glyph += Int(cluster.glyphs)
      if text.utf16.count != 1, !text.isEmpty { finish(&piece) }
    }
    finish(&piece)
  }

  private mutating func finish(_ piece: inout Piece) {
    if !piece.places.isEmpty { pieces.append(piece) }
    piece = Piece()
  }

  var origin: Point? { pieces.first?.places.first }

  /// The baseline that all clusters stand on; nil when some are raised or lowered.
  var commonBaseline: Double? {
    guard let y = origin?.y else { return nil }
    let isLevel = pieces.allSatisfy { $0.places.allSatisfy { abs($0.y - y) < 0.005 } }
    return isLevel ? y : nil
  }
}
