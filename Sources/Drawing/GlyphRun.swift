/// A run of glyphs of one face, size and paint, with the text that they show.
///
/// The ranges index the pools of the display list. Clusters pair bytes of text with glyphs in
/// drawing order, as Cairo's `show_text_glyphs` wants them, so that every glyph can be extracted.
package struct GlyphRun: Hashable, Sendable {
  package var face: FaceID
  /// Type size in points.
  package var size: Double
  package var paint: PaintID
  package var glyphs: Range<Int>
  package var clusters: Range<Int>
  package var text: Range<Int>

  package init(
    face: FaceID, size: Double, paint: PaintID, glyphs: Range<Int>, clusters: Range<Int>,
    text: Range<Int>
  ) {
    self.face = face
    self.size = size
    self.paint = paint
    self.glyphs = glyphs
    self.clusters = clusters
    self.text = text
  }
}

/// A glyph with the place of its origin on the page; laid out as Cairo's `cairo_glyph_t`.
package struct PositionedGlyph: Hashable, Sendable {
  package var id: UInt
  package var x: Double
  package var y: Double

  package init(id: UInt, x: Double, y: Double) {
    self.id = id
    self.x = x
    self.y = y
  }
}

/// How many bytes of text stand for how many glyphs; laid out as Cairo's `cairo_text_cluster_t`.
package struct TextCluster: Hashable, Sendable {
  package var bytes: Int32
  package var glyphs: Int32

  package init(bytes: Int32, glyphs: Int32) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}
