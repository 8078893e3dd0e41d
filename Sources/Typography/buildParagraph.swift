/// Shapes a styled text and makes boxes and gaps of it.
///
/// The result depends on nothing but the arguments: paragraphs are built in parallel.
package func buildParagraph(
  _ source: StyledText, styles: StyleTable, workspace: inout Workspace
) -> Paragraph {
  var paragraph = Paragraph(source: source)
  guard let first = source.runs.first else { return paragraph }
  let isChinese = styles.resolved[first.style].isChinese
  workspace.classify(source, styles: styles)
  workspace.findOpportunities(
    in: source.text, locale: isChinese ? "zh@lb=strict" : styles[first.style].language)
  workspace.bind(source)
  var builder = ParagraphBuilder(source: source, styles: styles)
  for item in workspace.itemize(source, styles: styles) {
    builder.shape(item, &paragraph, workspace)
  }
  builder.finish(&paragraph)
  return paragraph
}

/// Walks the shaped clusters of a paragraph once and decides what stands between each two.
private struct ParagraphBuilder {
  let source: StyledText
  let styles: StyleTable
  /// The cluster before the current one.
  private var last: ClusterEdge?
  /// A space seen since then.
  private var pendingSpace: Double?

  init(source: StyledText, styles: StyleTable) {
    self.source = source
    self.styles = styles
  }

  mutating func shape(_ item: Item, _ paragraph: inout Paragraph, _ workspace: borrowing Workspace) {
    let run = source.runs[item.run]
    let style = styles.resolved[run.style]
    let face = styles.fonts.face(item.face)
    let firstGlyph = paragraph.glyphs.count
    unsafe source.text.withUnsafeBufferPointer { text in
      unsafe face.shape(
        text, range: item.range, style: style.shaping(isHan: item.isHan),
        buffer: workspace.buffer, into: &paragraph.glyphs)
    }
    let segment = Segment(
      face: item.face, style: Int32(run.style), run: Int32(item.run), unitsPerEm: face.unitsPerEm)
    paragraph.segments.append(segment)
    addClusters(of: item, from: firstGlyph, style, &paragraph, workspace)
  }

  private mutating func addClusters(
    of item: Item, from firstGlyph: Int, _ style: ResolvedStyle, _ paragraph: inout Paragraph,
    _ workspace: borrowing Workspace
  ) {
    let scale = style.size / (paragraph.segments.last?.unitsPerEm ?? 1000)
    var glyph = firstGlyph
    while glyph < paragraph.glyphs.count {
      let start = Int(paragraph.glyphs[glyph].cluster)
      var next = glyph
      var advance = 0.0
      var isMissing = false
      while next < paragraph.glyphs.count, Int(paragraph.glyphs[next].cluster) == start {
        advance += Double(paragraph.glyphs[next].advance) * scale + style.tracking
        isMissing = isMissing || paragraph.glyphs[next].id == 0
        next += 1
      }
      let end =
        next < paragraph.glyphs.count ? Int(paragraph.glyphs[next].cluster) : item.range.upperBound
      let kind = workspace.classes[start]
      if isMissing && kind != .space { paragraph.missing.append(start) }
      let cluster = Cluster(
        textStart: start, textEnd: end, glyphs: glyph..<next, advance: advance, kind: kind,
        size: style.size, opportunity: workspace.breaks[start],
        isNoteMark: source.runs[item.run].options.contains(.noteMark), isHan: item.isHan,
        isChinese: style.isChinese)
      add(cluster, &paragraph)
      glyph = next
    }
  }

  private mutating func add(_ cluster: Cluster, _ paragraph: inout Paragraph) {
    if cluster.kind == .space {
      pendingSpace = (pendingSpace ?? 0) + cluster.advance
      return
    }
    if let last {
      let gap = makeGap(after: last, before: cluster, space: pendingSpace)
      if gap.isRigid, pendingSpace == nil, !cluster.isHan, continuesSegment(paragraph) {
        extend(&paragraph, with: cluster)
      } else {
        paragraph.gaps.append(gap)
        appendBox(for: cluster, &paragraph)
      }
    } else {
      appendBox(for: cluster, &paragraph)
    }
    last = ClusterEdge(cluster)
    pendingSpace = nil
  }

  /// Whether the last box was shaped together with what comes now.
  private func continuesSegment(_ paragraph: Paragraph) -> Bool {
    paragraph.boxes.last?.segment == Int32(paragraph.segments.count - 1)
  }

  private func extend(_ paragraph: inout Paragraph, with cluster: Cluster) {
    let index = paragraph.boxes.count - 1
    paragraph.boxes[index].glyphCount += Int32(cluster.glyphs.count)
    paragraph.boxes[index].textEnd = Int32(cluster.textEnd)
    paragraph.boxes[index].width += cluster.advance
  }

  private func appendBox(for cluster: Cluster, _ paragraph: inout Paragraph) {
    let (width, shift) = cluster.trimmed
    paragraph.boxes.append(
      Box(
        segment: Int32(paragraph.segments.count - 1), firstGlyph: Int32(cluster.glyphs.lowerBound),
        glyphCount: Int32(cluster.glyphs.count), textStart: Int32(cluster.textStart),
        textEnd: Int32(cluster.textEnd), width: width, shift: shift))
  }

  mutating func finish(_ paragraph: inout Paragraph) {
    if !paragraph.boxes.isEmpty {
      var end = Gap()
      end.penalty = Gap.mustBreak
      paragraph.gaps.append(end)
    }
  }
}

/// A shaped cluster with what composition needs to know of it.
struct Cluster {
  var textStart: Int
  var textEnd: Int
  var glyphs: Range<Int>
  var advance: Double
  var kind: CharacterClass
  var size: Double
  /// UAX #14's verdict on a break before the cluster, after house rules: 0 no, 1 may, 2 must.
  var opportunity: UInt8
  var isNoteMark: Bool
  var isHan: Bool
  var isChinese: Bool

  /// The spare space that an adjustable full-width mark holds, on the side its class says.
  var spare: Double { kind.isAdjustable && isHan && advance > 0.9 * size ? advance - size / 2 : 0 }

  /// One em for every character: what a dash or an ellipsis takes up (CLREQ 3.1.4), though fonts
  /// draw the dash shorter.
  private var fullWidth: Double { Double(textEnd - textStart) * size }

  /// Width without spare space, and where the glyph's origin lies from the left edge.
  var trimmed: (width: Double, shift: Double) {
    switch kind {
    case .opening where spare > 0: (advance - spare, -spare)
    case .interpunct where advance > 0.9 * size: (advance / 2, -advance / 4)
    case .longMark where isHan && advance < fullWidth: (fullWidth, (fullWidth - advance) / 2)
    default: (advance - spare, 0)
    }
  }
}

/// What the next gap must know of the cluster before it.
struct ClusterEdge {
  var kind: CharacterClass
  var size: Double
  var spare: Double
  var isNoteMark: Bool
  var isHan: Bool

  init(_ cluster: Cluster) {
    kind = cluster.kind
    size = cluster.size
    spare = cluster.spare
    isNoteMark = cluster.isNoteMark
    isHan = cluster.isHan
  }
}
