internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

extension Placer {
  /// Draws cover or opener: pictures, fills, then texts.
  mutating func placeFixed(_ part: PartFlow) {
    let isCover = part.style.kind == .cover
    let origin = isCover ? Point.zero : area.origin
    // An opener stands at the side on which its text begins; a cover is drawn as it is.
    let place = { [width = area.width] (rect: Rect) in
      guard !isCover, part.language.isRightToLeft else { return rect.offset(by: origin) }
      var mirrored = rect
      mirrored.origin.x = width - rect.maxX
      return mirrored.offset(by: origin)
    }
    for artwork in part.style.artwork {
      guard let image = input.artwork[artwork.file] else { continue }
      page.list.image(image, in: bled(place(artwork.rect)))
    }
    for rule in part.style.rules {
      page.list.fill(Path(rect: bled(place(rule.rect))), .color(rule.color))
    }
    for fixed in part.fixed {
      let (block, set) = (fixed.block, results[fixed.job].text)
      let style = sheet.paragraph(block.style)
      for line in set.lines.indices {
        let baseline = Point(
          x: place(block.rect).minX,
          y: place(block.rect).minY + Double(line) * style.leading + style.baseline)
        draw(set, line, at: baseline, span: part.span)
      }
    }
    page.destinations.append(Destination(name: part.destination, point: area.origin))
  }

  /// Artwork that touches the trim reaches the bleed.
  private func bled(_ rect: Rect) -> Rect {
    let bleed = sheet.page.bleed
    let size = sheet.page.size
    let left = rect.minX <= 0.01 ? -bleed : rect.minX
    let top = rect.minY <= 0.01 ? -bleed : rect.minY
    let right = rect.maxX >= size.width - 0.01 ? size.width + bleed : rect.maxX
    let bottom = rect.maxY >= size.height - 0.01 ? size.height + bleed : rect.maxY
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Draws the notes of a page at its foot, under their rule.
  mutating func placeNotes(_ pieces: [NotePiece]) {
    guard !pieces.isEmpty else { return }
    let style = sheet.paragraph("footnote")
    let lines = pieces.reduce(0) { $0 + $1.lines.count }
    let gaps = Double(pieces.count - 1) * sheet.notes.between
    var y = area.maxY - Double(lines) * style.leading - gaps
    let isContinuation = pieces[0].lines.lowerBound > 0
    let length = isContinuation ? 1 : sheet.notes.separatorLength
    let rule = y - sheet.notes.after
    // The rule begins where the notes' lines do.
    let isRightToLeft = notes[pieces[0].note].first?.style.text.language.isRightToLeft ?? false
    let start = isRightToLeft ? area.maxX - area.width * length : area.minX
    page.list.stroke(
      Path(
        from: Point(x: start, y: rule), to: Point(x: start + area.width * length, y: rule)),
      .color(sheet.notes.separator.color), StrokeStyle(width: sheet.notes.separator.thickness))
    for piece in pieces {
      let all = noteLines(piece.note)
      for index in piece.lines where all.indices.contains(index) {
        place(line: all[index].line, of: all[index].block, y: y)
        y += style.leading
      }
      y += sheet.notes.between
    }
  }

  /// The lines of a note, over all of its paragraphs.
  func noteLines(_ note: Int) -> [(block: TextBlock, line: Int)] {
    notes[note].flatMap { block in
      results[block.job].text.lines.indices.map { (block, $0) }
    }
  }

  /// Draws the last line of an entry: its text, the leader and the page.
  mutating func place(_ entry: ContentsEntry, y: Double) {
    let set = results[entry.text.job].text
    place(line: set.lines.count - 1, of: entry.text, y: y)
    let style = entry.text.style
    let baseline = y + style.baseline
    var numberStyle = style.text
    numberStyle.features.append("tnum")
    let number = lettering.line(labels[entry.target] ?? "", numberStyle)
    let edge = area.minX + (entry.isMirrored ? 0 : entry.text.x + entry.measure)
    let x = entry.isMirrored ? edge : edge - number.width
    number.draw(
      into: &page.list, at: Point(x: x, y: baseline), node: entry.node, span: entry.text.span)
    let textEdge = area.minX + entry.text.x
    if entry.isMirrored {
      let start = textEdge + (set.lines.last?.start ?? 0)
      placeLeader(from: x + number.width, to: start, baseline: baseline, style: style)
    } else {
      let end = textEdge + (set.lines.last.map { $0.start + $0.width } ?? 0)
      placeLeader(from: end, to: x, baseline: baseline, style: style)
    }
    link(entry, Rect(x: area.minX, y: y, width: area.width, height: style.leading), set)
  }

  /// One link over the whole line, in place of that of its text.
  private mutating func link(_ entry: ContentsEntry, _ rect: Rect, _ set: SetText) {
    page.links.removeAll { $0.node == entry.node && $0.rect.minY > rect.minY - rect.height }
    page.links.append(
      Link(
        rect: rect, target: .destination(entry.target), node: entry.node,
        contents: set.paragraph.source.string))
  }

  /// Dots that stand at the same places in every line, as leaders do.
  private mutating func placeLeader(
    from start: Double, to end: Double, baseline: Double, style: ParagraphStyle
  ) {
    let size = style.text.size
    var leaderStyle = style.text
    leaderStyle.weight = 400
    if let color = sheet.colors["leader"] { leaderStyle.color = color }
    let dot = lettering.line(sheet.contents.leader, leaderStyle)
    let pitch = max(sheet.contents.leaderPitch * size, dot.width, 1)
    var x = ((start + size * 0.6 - area.minX) / pitch).rounded(.up) * pitch + area.minX
    while x + dot.width < end - size * 0.5 {
      dot.draw(into: &page.list, at: Point(x: x, y: baseline))
      x += pitch
    }
  }

  /// Draws running head and foot; the first page of a part with an opener has no head.
  mutating func placeFurniture(
    on page: inout Page, index: Int, part: String, section: String, isOpener: Bool
  ) {
    let isVerso = index % 2 == 1 && sheet.page.isFacing
    let area = sheet.page.typeArea(isVerso: index % 2 == 1)
    let values = [
      ("title", input.title), ("part", part), ("section", section),
      ("page", page.label.text), ("edition", input.report.declaration.edition?.value ?? ""),
    ]
    let expand = { (template: String) in
      values.reduce(template) { $0.replacing("{\($1.0)}", with: $1.1) }
    }
    let header = sheet.page.header
    let footer = sheet.page.footer
    if !isOpener {
      draw(
        isVerso ? header.verso : header.recto, header, y: area.minY - header.distance, area,
        node: .header, expand, on: &page)
    }
    draw(
      isVerso ? footer.verso : footer.recto, footer, y: area.maxY + footer.distance, area,
      node: .footer, expand, on: &page)
  }

  private mutating func line(_ text: String, _ style: String) -> SetLine {
    let key = FurnitureText(text: text, style: style)
    if let line = furniture[key] { return line }
    let line = lettering.line(text, sheet.paragraph(style).text)
    furniture[key] = line
    return line
  }

  private mutating func draw(
    _ sides: FurnitureStyle.Sides, _ furniture: FurnitureStyle, y: Double, _ area: Rect,
    node: StructureNodeID, _ expand: (String) -> String, on page: inout Page
  ) {
    let style = sheet.paragraph(furniture.style).text
    let (start, end) = (expand(sides.left), expand(sides.right))
    // A part without sections is named once only.
    var (left, right) = (
      line(start, furniture.style), line(start.hasSuffix(end) ? "" : end, furniture.style)
    )
    if sheet.page.isMirrored { swap(&left, &right) }
    left.draw(into: &page.list, at: Point(x: area.minX, y: y), node: node)
    right.draw(into: &page.list, at: Point(x: area.maxX - right.width, y: y), node: node)
    guard let rule = furniture.rule, !(sides.left + sides.right).isEmpty else { return }
    let edge = node == .header ? y + style.size * 0.55 : y - style.size * 1.3
    page.list.stroke(
      Path(from: Point(x: area.minX, y: edge), to: Point(x: area.maxX, y: edge)),
      .color(rule.color), StrokeStyle(width: rule.thickness), node: node)
  }
}

/// A running head or foot as it reads, and its style.
struct FurnitureText: Hashable, Sendable {
  var text: String
  var style: String
}
