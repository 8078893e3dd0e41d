import Diagnostics
package import Drawing
package import Geometry

/// Sets text glyph by glyph with a face's own character map and advances, without shaping: for
/// font specimens and for tests of what stands behind the display list.
package struct Specimen {
  private let face: Face

  package init(_ resource: FaceResource) throws(RenderingError) { face = try Face(resource) }

  /// The glyph of a character; 0 when the face has none.
  package func glyph(for scalar: Unicode.Scalar) -> UInt { face.glyph(for: scalar) }

  /// Appends one run on a baseline.
  ///
  /// - Returns: the x at which the text ends.
  @discardableResult
  package func set(
    _ text: String, as id: FaceID, size: Double, paint: Paint = .color(.black), at origin: Point,
    node: StructureNodeID, in list: inout DisplayList
  ) -> Double {
    let starts = (list.glyphs.count, list.clusters.count, list.text.count)
    var x = origin.x
    for scalar in text.unicodeScalars {
      let glyph = face.glyph(for: scalar)
      list.glyphs.append(PositionedGlyph(id: glyph, x: x, y: origin.y))
      let bytes = Array(String(scalar).utf8)
      list.clusters.append(TextCluster(bytes: Int32(bytes.count), glyphs: 1))
      list.text += bytes
      x += face.advance(of: glyph) * size / 1000
    }
    let run = GlyphRun(
      face: id, size: size, paint: list.intern(paint), glyphs: starts.0..<list.glyphs.count,
      clusters: starts.1..<list.clusters.count, text: starts.2..<list.text.count)
    list.append(.glyphs(run), node: node, span: .none)
    return x
  }
}
