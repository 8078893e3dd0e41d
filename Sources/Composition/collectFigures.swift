internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

extension Collector {
  mutating func collect(_ picture: Picture, in frame: Frame) -> FigureBlock? {
    guard let content = input.pictures[picture.path.value] else { return nil }
    let node = figureNode(
      picture.span, alt: picture.alternative?.value ?? picture.caption.plainText, in: frame)
    var width = frame.width
    if let written = picture.width, let length = Length(parsing: written.value) {
      width = min(width, length.points(Length.Basis(em: 11, line: 18, container: frame.width)))
    }
    let height = width * content.size.height / max(content.size.width, 1)
    let limit = sheet.page.typeArea(isVerso: false).height * 0.6
    let scale = height > limit ? limit / height : 1
    let size = Size(width: width * scale, height: height * scale)
    var caption = captionBlocks(
      number: numbering.labels[picture.span], title: picture.caption, in: frame, node: node,
      span: picture.span)
    if !picture.credit.isEmpty {
      caption += lines(picture.credit, style: "credit", in: frame, node: node, span: picture.span)
    }
    return FigureBlock(
      content: .picture(content.image), size: size, x: frame.x + (frame.width - size.width) / 2,
      node: node, caption: caption, destination: picture.attributes.id?.value, span: picture.span)
  }

  mutating func collect(chart block: DataBlock, in frame: Frame) -> FigureBlock? {
    guard let chart = input.charts[block.span] else { return nil }
    let node = figureNode(block.span, alt: chart.alt, in: frame)
    let title = [Inline.text(chart.title, block.span)]
    var caption = captionBlocks(
      number: numbering.labels[block.span], title: title, in: frame, node: node, span: block.span)
    caption += remarks(source: chart.source, note: chart.note, in: frame, node: node, block.span)
    return FigureBlock(
      content: .chart(chart.list), size: chart.size,
      x: frame.x + (frame.width - chart.size.width) / 2, node: node, caption: caption,
      destination: block.id?.value, span: block.span)
  }

  private mutating func figureNode(
    _ span: SourceSpan, alt: String, in frame: Frame
  ) -> StructureNodeID {
    let node = structure.add(.figure, in: frame.node, span: span)
    structure[node].alt = alt
    return node
  }

  /// `图 3　title`, as one block.
  mutating func captionBlocks(
    number: String?, title: [Inline], in frame: Frame, node: StructureNodeID, span: SourceSpan,
    style name: String = "caption"
  ) -> [TextBlock] {
    let style = style(name, in: frame)
    let caption = node.isArtifact ? node : structure.add(.caption, in: node, span: span)
    var text = StyledText()
    if let number {
      let labelStyle = sheet.inlines["caption-label"]?.apply(to: style.text) ?? style.text
      text.append(
        number + sheet.words.titleSeparator, style: styles.index(of: labelStyle), node: caption,
        span: span, options: [.unbreakable])
    }
    collect(title, into: &text, style: style.text, node: caption)
    return [block(text, style, in: frame, span: span)]
  }

  /// Source and note lines under a figure or a table, in the order of the chart images.
  mutating func remarks(
    source: String?, note: String?, in frame: Frame, node: StructureNodeID, _ span: SourceSpan
  ) -> [TextBlock] {
    let inlines = { (text: String?) in
      text.flatMap { $0.isEmpty ? nil : $0 }.map { [Inline.text($0, span)] } ?? []
    }
    return remarks(source: inlines(source), note: inlines(note), in: frame, node: node, span)
  }

  mutating func remarks(
    source: [Inline], note: [Inline], in frame: Frame, node: StructureNodeID, _ span: SourceSpan
  ) -> [TextBlock] {
    var blocks: [TextBlock] = []
    for (word, content) in [(sheet.words.source, source), (sheet.words.note, note)]
    where !content.isEmpty {
      blocks += lines(
        [.text(word, span)] + content, style: "source", in: frame, node: node, span: span)
    }
    return blocks
  }

  private mutating func lines(
    _ content: [Inline], style name: String, in frame: Frame, node: StructureNodeID,
    span: SourceSpan
  ) -> [TextBlock] {
    let style = sheet.paragraph(name, or: "source")
    let parent =
      structure[node].role == .figure || structure[node].role == .table
      ? structure[node].parent ?? node : node
    let paragraph = structure.add(.paragraph, in: parent, span: span)
    var text = StyledText()
    collect(content, into: &text, style: style.text, node: paragraph)
    return [block(text, style, in: frame, span: span)]
  }
}
