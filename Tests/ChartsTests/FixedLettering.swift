import Charts
import Diagnostics
import Drawing
import Geometry
import Typography

/// Lettering without fonts: ideographs are one em wide, all else half an em; one glyph a character.
struct FixedLettering: ChartLettering {
  func chartLine(_ text: String, _ style: TextStyle) -> ChartLine {
    let advances = text.map { advance($0) * style.size }
    return ChartLine(
      text: text, width: advances.reduce(0, +), ascent: 0.86 * style.size,
      descent: 0.22 * style.size
    ) { list, baseline, node, span in
      var x = baseline.x
      let (glyphs, clusters, start) = (list.glyphs.count, list.clusters.count, list.text.count)
      for (character, advance) in zip(text, advances) {
        let scalar = character.unicodeScalars.first?.value ?? 0
        list.glyphs.append(PositionedGlyph(id: UInt(scalar), x: x, y: baseline.y))
        let bytes = Array(String(character).utf8)
        list.clusters.append(TextCluster(bytes: Int32(bytes.count), glyphs: 1))
        list.text += bytes
        x += advance
      }
      let run = GlyphRun(
        face: FaceID(index: 0), size: style.size, paint: list.intern(.color(style.color)),
        glyphs: glyphs..<list.glyphs.count, clusters: clusters..<list.clusters.count,
        text: start..<list.text.count)
      list.append(.glyphs(run), node: node, span: span)
    }
  }

  func chartLines(_ text: String, _ style: TextStyle, width: Double) -> [ChartLine] {
    var lines: [String] = [""]
    var used = 0.0
    for word in words(text) {
      let size = word.reduce(0) { $0 + advance($1) } * style.size
      if used > 0, used + size > width + 1e-9 {
        lines.append("")
        used = 0
      }
      lines[lines.count - 1] += word
      used += size
    }
    return lines.map { chartLine($0, style) }
  }

  private func advance(_ character: Character) -> Double {
    character.unicodeScalars.first?.isEastAsianWide == true ? 1 : 0.5
  }

  /// Pieces that a line may end after: an ideograph, or a word with its space.
  private func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      word.append(character)
      if character == " " || advance(character) == 1 {
        words.append(word)
        word = ""
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
