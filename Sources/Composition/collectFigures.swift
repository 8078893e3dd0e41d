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
      picture.span,
      alt: picture.alternative.map { input.alternatives[$0.span] ?? $0.value }
        ?? picture.caption.plainText(showing: input.bindings),
      in: frame)
    var width = frame.width
    if let written = picture.width, let length = Length(parsing: written.value) {
      width = min(width, length.points(Length.Basis(em: 11, line: 18, container: frame.width)))
    }
    let height = width * content.size.height / max(content.size.width, 1)
    let limit = min(frame.height, sheet.page.typeArea(isVerso: false).height) * 0.6
    let scale = height > limit ? limit / height : 1
    let size = Size(width: width * scale, height: height * scale)
    var caption = captionBlocks(
      number: numbering.labels[picture.span], title: picture.caption, in: frame, node: node,
      span: picture.span, translations: picture.attributes.translatedTitles)
    if !picture.credit.isEmpty {
      caption += lines(picture.credit, style: "credit", in: frame, node: node, span: picture.span)
    }
    return FigureBlock(
      content: .picture(content.image), size: size, x: frame.x + (frame.width - size.width) / 2,
      node: node, caption: caption,
      destination: list(
        .figure, picture.span, title: picture.caption, id: picture.attributes.id, in: frame),
      span: picture.span, placement: placement(picture.attributes))
  }

  /// A chart, or the pieces of one that is higher than a page: each has the caption, and the last one
  /// source and note.
  mutating func collect(chart block: DataBlock, in frame: Frame) -> [FigureBlock] {
    guard let chart = input.charts[block.span] else { return [] }
    let pieces = chart.pieces.isEmpty ? [(size: chart.size, list: chart.list)] : chart.pieces
    let label = numbering.labels[block.span]
    return pieces.enumerated().map { index, piece in
      let number = index == 0 ? label : label.map(words(in: frame).continuation)
      let title = chart.title.plainText(showing: input.bindings)
      let alt = index == 0 ? chart.alt : [number, title].compactMap(\.self).joined(separator: " ")
      let node = figureNode(block.span, alt: alt, in: frame)
      var caption = captionBlocks(
        number: number, title: chart.title, in: frame, node: node, span: block.span,
        translations: index == 0 ? chart.translations : [])
      if index == pieces.count - 1 {
        caption += remarks(
          source: chart.source, note: chart.note, in: frame, node: node, block.span)
      }
      return FigureBlock(
        content: .chart(piece.list), size: piece.size,
        x: frame.x + (frame.width - piece.size.width) / 2, node: node, caption: caption,
        destination: index == 0
          ? list(.figure, block.span, title: chart.title, id: block.id, in: frame) : nil,
        span: block.span, placement: chart.placement)
    }
  }

  /// `placement="top bottom"`; words that mean no place are findings.
  mutating func placement(_ attributes: Attributes) -> [FloatPlacement]? {
    guard let written = attributes["placement"] else { return nil }
    var places: [FloatPlacement] = []
    for word in written.value.split(separator: " ") {
      if let place = FloatPlacement(rawValue: String(word)) {
        places.append(place)
      } else {
        diagnostics.append(
          Diagnostic(.unknownPlacement, "“\(word)” is no place for a float", at: written.span)
            .hinting(
              suggestion(for: String(word), among: FloatPlacement.allCases.map(\.rawValue))
                ?? "places: here, top, bottom, page"))
      }
    }
    return places.isEmpty ? nil : places
  }

  /// Notes a numbered figure or table for the lists of them.
  ///
  /// - Returns: the name of its place.
  mutating func list(
    _ kind: CaptionEntry.Kind, _ span: SourceSpan, title: [Inline], id: Spanned<String>?,
    in frame: Frame
  ) -> String? {
    guard let label = numbering.labels[span] else { return id?.value }
    let destination = id?.value ?? newDestination()
    captions.append(
      CaptionEntry(
        kind: kind, label: label, title: input.parts(of: title), destination: destination,
        language: frame.language(sheet)))
    return destination
  }

  private mutating func figureNode(
    _ span: SourceSpan, alt: String, in frame: Frame
  ) -> StructureNodeID {
    let node = structure.add(.figure, in: frame.node, span: span)
    structure[node].alt = alt
    return node
  }

  /// `图 3　title`, as one block, with a line for every further language (E7.10).
  mutating func captionBlocks(
    number: String?, title: [Inline], in frame: Frame, node: StructureNodeID, span: SourceSpan,
    style name: String = "caption", translations: [TranslatedTitle] = []
  ) -> [TextBlock] {
    let style = style(name, in: frame)
    let caption = node.isArtifact ? node : structure.add(.caption, in: node, span: span)
    var text = StyledText()
    if let number {
      let labelStyle = sheet.inlines["caption-label"]?.apply(to: style.text) ?? style.text
      text.append(
        number + words(in: frame).titleSeparator, style: styles.index(of: labelStyle),
        node: caption,
        span: span, options: [.unbreakable])
    }
    collect(title, into: &text, style: style.text, node: caption)
    for line in translations {
      text.append("\u{2028}", style: styles.index(of: style.text), node: caption, span: span)
      append(line, to: &text, style.text, in: caption, span, isTable: name == "table-caption")
    }
    return [block(text, style, in: frame, span: span)]
  }

  /// A title in another language, after the label of its kind in that language.
  private mutating func append(
    _ line: TranslatedTitle, to text: inout StyledText, _ style: TextStyle,
    in caption: StructureNodeID, _ span: SourceSpan, isTable: Bool
  ) {
    let words = sheet.words(in: line.language)
    let node = structure.add(.span, in: caption, span: span)
    structure[node].language = line.language
    var style = style
    style.language = line.language
    if let number = numbering.ordinals[span] {
      let word = isTable ? words.table : words.figure
      text.append(
        word + words.numberSeparator + String(number) + words.titleSeparator,
        style: styles.index(of: sheet.inlines["caption-label"]?.apply(to: style) ?? style),
        node: node, span: span, options: [.unbreakable])
    }
    collect(line.title, into: &text, style: style, node: node)
  }

  /// Source and note lines under a figure or a table, in the order of the chart images.
  mutating func remarks(
    source: [Inline], note: [Inline], in frame: Frame, node: StructureNodeID, _ span: SourceSpan
  ) -> [TextBlock] {
    let words = words(in: frame)
    var blocks: [TextBlock] = []
    for (word, content) in [(words.source, source), (words.note, note)] where !content.isEmpty {
      blocks += lines(
        [.text(word, span)] + content, style: "source", in: frame, node: node, span: span)
    }
    return blocks
  }

  private mutating func lines(
    _ content: [Inline], style name: String, in frame: Frame, node: StructureNodeID,
    span: SourceSpan
  ) -> [TextBlock] {
    let style = style(name, or: "source", in: frame)
    let parent =
      structure[node].role == .figure || structure[node].role == .table
      ? structure[node].parent ?? node : node
    let paragraph = structure.add(.paragraph, in: parent, span: span)
    var text = StyledText()
    collect(content, into: &text, style: style.text, node: paragraph)
    return [block(text, style, in: frame, span: span)]
  }
}

extension Attributes {
  /// Titles in further languages: `{title-en="Trade"}`.
  var translatedTitles: [TranslatedTitle] {
    pairs.compactMap { pair in
      guard pair.key.value.hasPrefix("title-") else { return nil }
      return TranslatedTitle(
        language: String(pair.key.value.dropFirst("title-".count)),
        title: [.text(pair.value.value, pair.value.span)])
    }
  }
}
