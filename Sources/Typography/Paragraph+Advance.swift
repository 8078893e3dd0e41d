extension Paragraph {
  /// Width on a single line of what stands before an offset of the text, in points; nil where boxes
  /// run from right to left, so that no one place is "before".
  package func advance(before offset: Int, styles: StyleTable) -> Double? {
    var width = 0.0
    for (box, gap) in zip(boxes, gaps) {
      let segment = segments[Int(box.segment)]
      guard !segment.isRightToLeft else { return nil }
      guard Int(box.textEnd) > offset else {
        width += Double(box.width) + Double(gap.width)
        continue
      }
      return width + advance(in: box, before: offset, styles.resolved[Int(segment.style)], segment)
    }
    return naturalWidth
  }

  private func advance(
    in box: Box, before offset: Int, _ style: ResolvedStyle, _ segment: Segment
  ) -> Double {
    var width = 0.0
    for glyph in glyphs[Int(box.firstGlyph)..<Int(box.firstGlyph + box.glyphCount)] {
      guard Int(glyph.cluster) < offset else { break }
      width += Double(glyph.advance) * style.size / segment.unitsPerEm + style.tracking
    }
    return width
  }
}
