package import Drawing
package import Geometry

extension Paragraph {
  /// Adds the glyphs of a line to a display list.
  ///
  /// - Parameter baseline: left edge of the paragraph's measure, at the line's baseline.
  package func draw(
    _ line: Line, into list: inout DisplayList, at baseline: Point, styles: StyleTable
  ) {
    var x = baseline.x + line.start
    var index = line.boxes.lowerBound
    while index < line.boxes.upperBound {
      let segment = boxes[index].segment
      var end = index + 1
      while end < line.boxes.upperBound, boxes[end].segment == segment { end += 1 }
      let isLast = end == line.boxes.upperBound
      draw(line, index..<end, into: &list, x: &x, y: baseline.y, isLast: isLast, styles)
      index = end
    }
  }

  /// Draws boxes of one segment as one glyph run and moves `x` past the gap after them.
  private func draw(
    _ line: Line, _ range: Range<Int>, into list: inout DisplayList, x: inout Double, y: Double,
    isLast: Bool, _ styles: StyleTable
  ) {
    let segment = segments[Int(boxes[range.lowerBound].segment)]
    let style = styles.resolved[Int(segment.style)]
    let run = source.runs[Int(segment.run)]
    let starts = (list.glyphs.count, list.clusters.count, list.text.count)
    let scale = style.size / segment.unitsPerEm
    let baseline = y - style.rise
    for index in range {
      let box = boxes[index]
      drawBox(
        box, scale, style.tracking, into: &list, at: Point(x: x + Double(box.shift), y: baseline))
      x += Double(box.width)
      let isLineEnd = isLast && index == range.upperBound - 1
      let gap = gaps[index]
      if gap.hasSpace {
        list.glyphs.append(
          PositionedGlyph(id: styles.fonts.face(segment.face).space, x: x, y: baseline))
        list.clusters.append(TextCluster(bytes: 1, glyphs: 1))
        list.text.append(0x20)
      }
      if !isLineEnd { x += line.width(of: gap) }
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

  private func drawBox(
    _ box: Box, _ scale: Double, _ tracking: Double, into list: inout DisplayList, at origin: Point
  ) {
    var x = origin.x
    var glyph = Int(box.firstGlyph)
    let end = glyph + Int(box.glyphCount)
    while glyph < end {
      let start = glyphs[glyph].cluster
      var count: Int32 = 0
      while glyph < end, glyphs[glyph].cluster == start {
        let shaped = glyphs[glyph]
        list.glyphs.append(
          PositionedGlyph(
            id: UInt(shaped.id), x: x + Double(shaped.xOffset) * scale,
            y: origin.y - Double(shaped.yOffset) * scale))
        x += Double(shaped.advance) * scale + tracking
        glyph += 1
        count += 1
      }
      let textEnd = glyph < end ? glyphs[glyph].cluster : box.textEnd
      let bytes = source.text.appendUTF8(Int(start)..<Int(textEnd), to: &list.text)
      list.clusters.append(TextCluster(bytes: Int32(bytes), glyphs: count))
    }
  }

  /// Calls a closure with every run of a line and its horizontal extent on the page.
  package func forEachRun(
    of line: Line, x left: Double,
    _ body: (_ run: StyledText.Run, _ from: Double, _ to: Double) -> Void
  ) {
    var x = left + line.start
    var index = line.boxes.lowerBound
    while index < line.boxes.upperBound {
      let run = segments[Int(boxes[index].segment)].run
      let start = x
      var end = x
      while index < line.boxes.upperBound, segments[Int(boxes[index].segment)].run == run {
        end = x + Double(boxes[index].width)
        x = end + line.width(of: gaps[index])
        index += 1
      }
      body(source.runs[Int(run)], start, end)
    }
  }

  /// The attachments of the runs that begin on a line, in order: its note marks and links.
  package func attachments(of line: Line) -> [Int] {
    var found: [Int] = []
    var last: Int32 = -1
    for index in line.boxes {
      let run = segments[Int(boxes[index].segment)].run
      guard run != last else { continue }
      last = run
      let attachment = source.runs[Int(run)].attachment
      if attachment >= 0 { found.append(attachment) }
    }
    return found
  }

  /// The text of a line as the manuscript has it.
  package func text(of line: Line) -> String {
    guard let first = line.boxes.first, let last = line.boxes.last else { return "" }
    let range = Int(boxes[first].textStart)..<Int(boxes[last].textEnd)
    return String(decoding: source.text[range], as: UTF16.self)
  }
}

extension [UInt16] {
  /// Appends a range as UTF-8; returns the number of bytes.
  func appendUTF8(_ range: Range<Int>, to bytes: inout [UInt8]) -> Int {
    let start = bytes.count
    var index = range.lowerBound
    while index < range.upperBound {
      let value = scalar(at: index)
      index += value > 0xFFFF ? 2 : 1
      switch value {
      case ..<0x80: bytes.append(UInt8(value))
      case ..<0x800:
        bytes.append(UInt8(0xC0 | value >> 6))
        bytes.append(UInt8(0x80 | value & 0x3F))
      case ..<0x10000:
        bytes.append(UInt8(0xE0 | value >> 12))
        bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | value & 0x3F))
      default:
        bytes.append(UInt8(0xF0 | value >> 18))
        bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
        bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | value & 0x3F))
      }
    }
    return bytes.count - start
  }
}
