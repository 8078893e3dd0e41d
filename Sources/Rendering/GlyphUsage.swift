import Drawing

/// Which glyphs of each face the pages show: the input of font subsetting.
struct GlyphUsage {
  /// One bit per glyph id, one array per face, empty for a face that is never used.
  private var bits: [[UInt64]]

  init(faceCount: Int) { bits = Array(repeating: [], count: faceCount) }

  mutating func add(_ list: DisplayList) {
    for item in list.items {
      guard case .glyphs(let run) = item.content, bits.indices.contains(Int(run.face.index)) else {
        continue
      }
      add(list.glyphs[run.glyphs], to: Int(run.face.index))
    }
  }

  private mutating func add(_ glyphs: ArraySlice<PositionedGlyph>, to face: Int) {
    if bits[face].isEmpty { bits[face] = Array(repeating: 0, count: 65_536 / 64) }
    for glyph in glyphs where glyph.id < 65_536 {
      bits[face][Int(glyph.id >> 6)] |= 1 << (glyph.id & 63)
    }
  }

  func isUsed(face: Int) -> Bool { !bits[face].isEmpty }

  /// The glyph ids of a face in ascending order.
  func glyphs(of face: Int) -> [UInt32] {
    var ids: [UInt32] = []
    for (word, bits) in bits[face].enumerated() where bits != 0 {
      for bit in 0..<64 where bits >> UInt64(bit) & 1 == 1 { ids.append(UInt32(word * 64 + bit)) }
    }
    return ids
  }
}
