package import Drawing
package import Geometry

extension Paragraph {
  /// Adds the glyphs of a line to a display list, in the order of the text.
  ///
  /// - Parameters:
  ///   - line: a line of this paragraph.
  ///   - list: receives one glyph run for each face and style.
  ///   - baseline: left edge of the paragraph's measure, at the line's baseline.
  ///   - styles: the table that the paragraph was built with.
  ///   - omitted: runs that keep their place but are not drawn.
  package func draw(
    _ line: Line, into list: inout DisplayList, at baseline: Point, styles: StyleTable,
    omitting omitted: StyledText.RunOptions = []
  ) {
    var unseen = DisplayList()
    let places = isBidirectional ? visualPlaces(of: line) : nil
    var pen = baseline.offset(x: line.start)
    var index = line.boxes.lowerBound
    while index < line.boxes.upperBound {
      let segment = boxes[index].segment
      var end = index + 1
      while end < line.boxes.upperBound, boxes[end].segment == segment { end += 1 }
      let options = source.runs[Int(segments[Int(segment)].run)].options
      if options.isDisjoint(with: omitted) {
        draw(line, index..<end, places, into: &list, pen: &pen, origin: baseline, styles)
      } else {
        draw(line, index..<end, places, into: &unseen, pen: &pen, origin: baseline, styles)
      }
      index = end
    }
    if hasOrnaments { drawOrnaments(of: line, into: &list, at: baseline, styles: styles) }
  }

  /// Draws boxes of one segment as one glyph run and moves the pen past the gap after them.
  private func draw(
    _ line: Line, _ range: Range<Int>, _ places: LinePlaces?, into list: inout DisplayList,
    pen: inout Point, origin: Point, _ styles: StyleTable
  ) {
    let segment = segments[Int(boxes[range.lowerBound].segment)]
    let style = styles.resolved[Int(segment.style)]
    let run = source.runs[Int(segment.run)]
    let starts = (list.glyphs.count, list.clusters.count, list.text.count)
    let scale = style.size / segment.unitsPerEm
    let y = origin.y - style.rise
    for index in range {
      let box = boxes[index]
      let gap = gaps[index]
      let number = index - line.boxes.lowerBound
      let isLineEnd = index + 1 == line.boxes.upperBound
      let left = places.map { origin.x + $0.boxes[number] } ?? pen.x
      if segment.isRightToLeft {
        let right = Point(x: left + Double(box.width), y: y)
        drawLeftwards(box, scale, style.tracking, into: &list, from: right)
      } else {
        let start = Point(x: left + Double(box.shift), y: y)
        drawRightwards(box, scale, style.tracking, into: &list, from: start)
      }
      pen.x = left + Double(box.width)
      if gap.hasSpace {
        let x = places.map { isLineEnd ? pen.x : origin.x + $0.gaps[number] } ?? pen.x
        let space = styles.fonts.face(segment.face).space
        list.append(glyph: PositionedGlyph(id: space, x: x, y: y), text: [0x20])
      }
      if isLineEnd, gap.breakWidth > 0 {
        let hyphen = styles.fonts.face(segment.face).hyphen.glyph
        // U+00AD: the hyphen is no part of the word that is copied.
        list.append(glyph: PositionedGlyph(id: hyphen, x: pen.x, y: y), text: [0xC2, 0xAD])
      }
      if !isLineEnd { pen.x += space(after: index, on: line) }
    }
    let paint = list.intern(.color(style.color))
    list.append(
      .glyphs(
        GlyphRun(
          face: segment.face, size: style.size, paint: paint,
          glyphs: starts.0..<list.glyphs.count, clusters: starts.1..<list.clusters.count,
          text: starts.2..<list.text.count)),
      node: run.node, span: run.span)
  }

  private func drawRightwards(
    _ box: Box, _ scale: Double, _ tracking: Double, into list: inout DisplayList, from start: Point
  ) {
    var x = start.x
    forEachCluster(of: box, into: &list) { shaped in
      let place = x + Double(shaped.xOffset) * scale
      x += Double(shaped.advance) * scale + tracking
      return PositionedGlyph(
        id: UInt(shaped.id), x: place, y: start.y - Double(shaped.yOffset) * scale)
    }
  }

  /// Draws a box of text from right to left: its glyphs are kept in the order of the text.
  private func drawLeftwards(
    _ box: Box, _ scale: Double, _ tracking: Double, into list: inout DisplayList, from start: Point
  ) {
    var x = start.x
    forEachCluster(of: box, into: &list) { shaped in
      x -= Double(shaped.advance) * scale + tracking
      return PositionedGlyph(
        id: UInt(shaped.id), x: x + Double(shaped.xOffset) * scale,
        y: start.y - Double(shaped.yOffset) * scale)
    }
  }

  private func forEachCluster(
    of box: Box, into list: inout DisplayList, _ place: (ShapedGlyph) -> PositionedGlyph
  ) {
    var glyph = Int(box.firstGlyph)
    let end = glyph + Int(box.glyphCount)
    while glyph < end {
      let start = glyphs[glyph].cluster
      var count: Int32 = 0
      while glyph < end, glyphs[glyph].cluster == start {
        list.glyphs.append(place(glyphs[glyph]))
        glyph += 1
        count += 1
      }
      let textEnd = glyph < end ? glyphs[glyph].cluster : box.textEnd
      let bytes = source.text.appendUTF8(Int(start)..<Int(textEnd), to: &list.text)
      list.clusters.append(TextCluster(bytes: Int32(bytes), glyphs: count))
    }
  }
}

extension DisplayList {
  /// Adds one glyph that stands for a few bytes of text.
  fileprivate mutating func append(glyph: PositionedGlyph, text bytes: [UInt8]) {
    glyphs.append(glyph)
    clusters.append(TextCluster(bytes: Int32(bytes.count), glyphs: 1))
    text += bytes
  }
}

extension Point {
  fileprivate func offset(x: Double) -> Point { Point(x: self.x + x, y: y) }
}
