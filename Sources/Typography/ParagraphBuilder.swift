/// Walks the items of a paragraph once, shapes them and decides what stands between each two
/// clusters.
struct ParagraphBuilder {
  private let source: StyledText
  private let styles: StyleTable
  private let scheme: PunctuationScheme
  /// The cluster before the current one.
  private var last: ClusterEdge?
  /// A space seen since then, and a line end that it forces.
  private var pendingSpace: Double?
  private var isLineEndPending = false
  /// Type size, and points to a font unit, of the current item.
  private var size = 0.0
  private var scale = 0.0
  private var tracking = 0.0
  private var isChinese = false
  private var isFrench = false

  init(source: StyledText, styles: StyleTable) {
    self.source = source
    self.styles = styles
    scheme = styles.house.punctuation
  }

  mutating func build(_ paragraph: inout Paragraph, _ workspace: inout Workspace) {
    let count = source.text.count
    paragraph.glyphs.reserveCapacity(count)
    paragraph.boxes.reserveCapacity(count)
    paragraph.gaps.reserveCapacity(count)
    for index in workspace.items.indices {
      let item = workspace.items[index]
      add(item, &paragraph, &workspace)
    }
    if !paragraph.boxes.isEmpty { paragraph.gaps.append(Gap(opportunity: .mandatory)) }
    if styles.house.hangsMarks { paragraph.hangMarks() }
  }

  private mutating func add(
    _ item: Item, _ paragraph: inout Paragraph, _ workspace: inout Workspace
  ) {
    let style = source.runs[item.run].style
    let face = styles.fonts.face(item.face)
    let resolved = styles.resolved[style]
    size = resolved.size
    scale = resolved.size / face.unitsPerEm
    tracking = resolved.tracking
    isChinese = resolved.isChinese
    isFrench = resolved.isFrench
    paragraph.segments.append(
      Segment(
        face: item.face, level: item.level, style: Int32(style), run: Int32(item.run),
        unitsPerEm: face.unitsPerEm))
    if item.isHan, item.level == 0, item.face == resolved.faces.han,
      let cache = workspace.cache(of: style, styles)
    {
      addHan(item, cache, face, resolved, &paragraph, &workspace)
    } else {
      shape(item.range, item, face, resolved, &paragraph, &workspace)
    }
  }

  /// Sets an item in the Han face: characters that look the same everywhere from the cache, what is
  /// left between them by shaping.
  private mutating func addHan(
    _ item: Item, _ cache: Int, _ face: Face, _ style: ResolvedStyle,
    _ paragraph: inout Paragraph, _ workspace: inout Workspace
  ) {
    let shaping = style.shaping(isHan: true)
    var complex: Int?
    var index = item.range.lowerBound
    while index < item.range.upperBound {
      let unit = source.text[index]
      let next = index + 1
      let entry = workspace.glyph(of: unit, cache: cache, face: face, style: shaping)
      let isModified =
        next < item.range.upperBound && GlyphCache.modifies(source.text[next])
      if entry.isSimple && !isModified {
        if let start = complex {
          shape(start..<index, item, face, style, &paragraph, &workspace)
          complex = nil
        }
        addSimple(entry, at: index, &paragraph, workspace)
      } else if complex == nil {
        complex = index
      }
      index = next
    }
    if let start = complex {
      shape(start..<item.range.upperBound, item, face, style, &paragraph, &workspace)
    }
  }

  private mutating func addSimple(
    _ entry: GlyphCache.Entry, at index: Int, _ paragraph: inout Paragraph,
    _ workspace: borrowing Workspace
  ) {
    paragraph.glyphs.append(
      ShapedGlyph(
        id: UInt32(entry.id), cluster: Int32(index), advance: Int32(entry.advance), xOffset: 0,
        yOffset: 0))
    let kind = workspace.classes[index]
    let advance = Double(entry.advance) * scale + tracking
    let opportunity = workspace.breaks[index]
    if kind == .han, pendingSpace == nil, let last, last.kind == .han, opportunity == .allowed {
      var gap = Gap()
      gap.penalty = 0
      gap.evenStretch = Float(min(size, last.size) * Gap.idealCharacterStretch)
      paragraph.gaps.append(gap)
      appendBox(
        Int32(index)..<Int32(index + 1), glyph: paragraph.glyphs.count - 1, count: 1, advance, 0,
        &paragraph)
      if last.size != size { self.last = ClusterEdge(hanOfSize: size) }
      return
    }
    add(
      Cluster(
        textStart: index, textEnd: index + 1, firstGlyph: paragraph.glyphs.count - 1,
        glyphCount: 1, advance: advance, kind: kind, size: size, opportunity: opportunity,
        isHan: true, isChinese: isChinese), &paragraph)
  }

  private mutating func shape(
    _ range: Range<Int>, _ item: Item, _ face: Face, _ style: ResolvedStyle,
    _ paragraph: inout Paragraph, _ workspace: inout Workspace
  ) {
    let firstGlyph = paragraph.glyphs.count
    var shaping = style.shaping(isHan: item.isHan)
    shaping.isRightToLeft = item.level & 1 == 1
    unsafe source.text.withUnsafeBufferPointer { text in
      unsafe face.shape(
        text, range: range, style: shaping, buffer: workspace.buffer, into: &paragraph.glyphs)
    }
    if shaping.isRightToLeft { paragraph.glyphs[firstGlyph...].reverse() }
    addClusters(from: firstGlyph, to: range.upperBound, isHan: item.isHan, &paragraph, workspace)
  }

  private mutating func addClusters(
    from firstGlyph: Int, to end: Int, isHan: Bool, _ paragraph: inout Paragraph,
    _ workspace: borrowing Workspace
  ) {
    let glyphCount = paragraph.glyphs.count
    var glyph = firstGlyph
    while glyph < glyphCount {
      let start = paragraph.glyphs[glyph].cluster
      var next = glyph
      var advance = 0.0
      var isMissing = false
      while next < glyphCount, paragraph.glyphs[next].cluster == start {
        advance += Double(paragraph.glyphs[next].advance) * scale + tracking
        isMissing = isMissing || paragraph.glyphs[next].id == 0
        next += 1
      }
      let kind = workspace.classes[Int(start)]
      if isMissing && kind != .space { paragraph.missing.append(Int(start)) }
      add(
        Cluster(
          textStart: Int(start),
          textEnd: next < glyphCount ? Int(paragraph.glyphs[next].cluster) : end,
          firstGlyph: glyph, glyphCount: next - glyph, advance: advance, kind: kind, size: size,
          opportunity: workspace.breaks[Int(start)], isHan: isHan, isChinese: isChinese),
        &paragraph)
      glyph = next
    }
  }

  private mutating func add(_ cluster: Cluster, _ paragraph: inout Paragraph) {
    var cluster = cluster
    if cluster.kind == .space {
      pendingSpace = (pendingSpace ?? 0) + cluster.advance
      isLineEndPending = isLineEndPending || cluster.opportunity == .mandatory
      return
    }
    if isLineEndPending { cluster.opportunity = .mandatory }
    if let last {
      var gap = makeGap(after: last, before: cluster, space: pendingSpace, scheme: scheme)
      if isFrench, pendingSpace != nil, isInsideFrenchMarks(cluster.textStart, paragraph) {
        gap = Gap(frenchSpaceOfSize: size)
      }
      if gap.isRigid, pendingSpace == nil, !cluster.isHan, continuesSegment(paragraph) {
        extend(&paragraph, with: cluster)
      } else {
        if cluster.opportunity == .hyphen { gap.breakWidth = hyphenWidth(paragraph) }
        paragraph.gaps.append(gap)
        appendBox(for: cluster, &paragraph)
      }
    } else {
      if cluster.kind == .opening, styles.house.indentedBracket == .keep {
        paragraph.indentedSpare = cluster.spare
      }
      appendBox(for: cluster, &paragraph)
    }
    last = ClusterEdge(cluster)
    pendingSpace = nil
    isLineEndPending = false
  }

  /// Whether the space before an offset stands inside guillemets or before a high mark.
  private func isInsideFrenchMarks(_ offset: Int, _ paragraph: Paragraph) -> Bool {
    let left = paragraph.boxes.last.map { source.text[Int($0.textEnd) - 1] }
    return left == 0xAB || [0xBB, 0x3A, 0x3B, 0x21, 0x3F].contains(source.text[offset])
  }

  /// Width of the hyphen at the end of the last box.
  private func hyphenWidth(_ paragraph: Paragraph) -> Float {
    guard let segment = paragraph.segments.last else { return 0 }
    return Float(Double(styles.fonts.face(segment.face).hyphen.advance) * scale)
  }

  /// Whether the last box was shaped together with what comes now.
  private func continuesSegment(_ paragraph: Paragraph) -> Bool {
    paragraph.boxes.last?.segment == Int32(paragraph.segments.count - 1)
  }

  private func extend(_ paragraph: inout Paragraph, with cluster: Cluster) {
    let index = paragraph.boxes.count - 1
    paragraph.boxes[index].glyphCount += Int32(cluster.glyphCount)
    paragraph.boxes[index].textEnd = Int32(cluster.textEnd)
    paragraph.boxes[index].width += Float(cluster.advance)
  }

  private func appendBox(for cluster: Cluster, _ paragraph: inout Paragraph) {
    let (width, shift) = cluster.trimmed
    appendBox(
      Int32(cluster.textStart)..<Int32(cluster.textEnd), glyph: cluster.firstGlyph,
      count: cluster.glyphCount, width, shift, &paragraph)
  }

  private func appendBox(
    _ text: Range<Int32>, glyph: Int, count: Int, _ width: Double, _ shift: Double,
    _ paragraph: inout Paragraph
  ) {
    paragraph.boxes.append(
      Box(
        segment: Int32(paragraph.segments.count - 1), firstGlyph: Int32(glyph),
        glyphCount: Int32(count), textStart: text.lowerBound, textEnd: text.upperBound,
        width: Float(width), shift: Float(shift)))
  }
}
