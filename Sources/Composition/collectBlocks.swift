internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

extension Collector {
  mutating func collect(_ blocks: [Block], in frame: Frame) -> [FlowBlock] {
    var result: [FlowBlock] = []
    for block in blocks { result += collect(block, in: frame) }
    return result
  }

  private mutating func collect(_ block: Block, in frame: Frame) -> [FlowBlock] {
    switch block {
    case .heading(let heading): [.text(collect(heading, in: frame))]
    case .paragraph(let paragraph):
      [
        .text(
          collect(
            paragraph, in: frame,
            node: structure.add(.paragraph, in: frame.node, span: paragraph.span)))
      ]
    case .list(let list): collect(list, in: frame)
    case .quote(let quote): collect(quote, in: frame)
    case .code(let code): [.text(collect(code, in: frame))]
    case .picture(let picture): collect(picture, in: frame).map { [.figure($0)] } ?? []
    case .chart(let chart): collect(chart: chart, in: frame).map { .figure($0) }
    case .table(let table): [.table(collect(table, in: frame))]
    case .dataTable(let table): collect(dataTable: table, in: frame).map { [.table($0)] } ?? []
    case .division(let division): collect(division, in: frame)
    case .thematicBreak: []
    }
  }

  mutating func collect(_ heading: Heading, in frame: Frame) -> TextBlock {
    let level = min(heading.level, 6)
    let heads = sheet.headings.indices.contains(level - 1) ? sheet.headings[level - 1] : nil
    let style = style(heads?.style ?? "heading-\(level)", in: frame)
    let node = structure.add(headingRole(level), in: frame.node, span: heading.span)
    let number = numbering.labels[heading.span] ?? ""
    var text = StyledText()
    if !number.isEmpty {
      let numberStyle = sheet.inlines["heading-number"]?.apply(to: style.text) ?? style.text
      text.append(
        number + (heads?.pattern(in: style.text.language).separator ?? " "),
        style: styles.index(of: numberStyle), node: node,
        span: heading.span, options: [.unbreakable])
    }
    collect(heading.content, into: &text, style: style.text, node: node)
    var block = block(text, style, in: frame, span: heading.span)
    let title = heading.content.plainText(showing: input.bindings)
    block.destination = heading.attributes.id?.value ?? newDestination()
    block.section = title
    outline.append(
      HeadingEntry(
        level: level, number: number, title: title, parts: input.parts(of: heading.content),
        destination: block.destination ?? "",
        language: style.text.language, isInContents: true))
    return block
  }

  func headingRole(_ level: Int) -> StructureRole {
    [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6][min(max(level, 1), 6) - 1]
  }

  mutating func collect(
    _ paragraph: Manuscript.Paragraph, in frame: Frame, node: StructureNodeID
  ) -> TextBlock {
    var style = style(frame.body, in: frame)
    if frame.isInItem { style.indent = 0 }
    var text = StyledText()
    collect(paragraph.content, into: &text, style: style.text, node: node)
    return block(text, style, in: frame, span: paragraph.span)
  }

  private mutating func collect(_ code: CodeBlock, in frame: Frame) -> TextBlock {
    var style = style("code", in: frame)
    style.text.hyphenates = false
    if frame.isInNote {
      style.shrink(to: self.style(frame.body, in: frame), from: sheet.paragraph("body"))
    }
    let node = structure.add(.code, in: frame.node, span: code.span)
    var text = StyledText()
    let lines = code.text.split(separator: "\n", omittingEmptySubsequences: false)
    text.append(
      lines.joined(separator: "\u{2028}"), style: styles.index(of: style.text), node: node,
      span: code.span)
    return block(text, style, in: frame, span: code.span)
  }

  private mutating func collect(_ quote: Quote, in frame: Frame) -> [FlowBlock] {
    var inner = frame
    inner.node = structure.add(.blockQuote, in: frame.node, span: quote.span)
    if frame.isInNote {
      let inset = 2 * sheet.paragraph(frame.body).text.size
      inner.x += inset
      inner.width -= 2 * inset
    } else {
      inner.body = "quote"
    }
    return collect(quote.blocks, in: inner)
  }

  private mutating func collect(_ division: Division, in frame: Frame) -> [FlowBlock] {
    if division.attributes.hasClass("case") { return [.box(collectBox(division, in: frame))] }
    if division.isLandscape { return collectLandscape(division, in: frame) }
    if division.attributes.hasClass("columns") { reportColumnCount(division) }
    if let count = division.columnCount { return collectColumns(division, count, in: frame) }
    return collectPlain(division, in: frame)
  }

  /// A division whose text runs through columns; they are as wide as the gaps between them leave.
  private mutating func collectColumns(
    _ division: Division, _ count: Int, in frame: Frame
  ) -> [FlowBlock] {
    let (inner, group) = columns(count, in: frame)
    let blocks = collectPlain(division, in: inner)
    return [.columns(ColumnsBlock(blocks: blocks, group: group))]
  }

  /// A division on turned pages: as wide as the type area is high.
  private mutating func collectLandscape(
    _ division: Division, in frame: Frame
  ) -> [FlowBlock] {
    var inner = frame
    inner.x = 0
    inner.width = sheet.page.typeArea(isVerso: false).height
    inner.height = sheet.page.typeArea(isVerso: false).width
    return [.landscape(collectPlain(division, in: inner))]
  }

  /// A number of columns that cannot be had is a mistake of its author's.
  private mutating func reportColumnCount(_ division: Division) {
    guard let written = division.attributes["count"], !(1...4).contains(Int(written.value) ?? 0)
    else { return }
    diagnostics.append(
      Diagnostic(
        .columnCount, "“\(written.value)” is no number of columns", at: written.span,
        hints: ["write count=2, 3 or 4"]))
  }

  func columns(_ count: Int, in frame: Frame) -> (Frame, ColumnGroup) {
    let gap = sheet.columns.gap
    var inner = frame
    inner.width = sheet.columns.width(of: count, in: frame.width)
    let group = ColumnGroup(
      count: count, pitch: inner.width + gap, width: inner.width, rule: sheet.columns.rule)
    return (inner, group)
  }

  private mutating func collectPlain(_ division: Division, in frame: Frame) -> [FlowBlock] {
    var inner = frame
    inner.node = structure.add(.division, in: frame.node, span: division.span)
    if let language = sheet.language(of: division, in: frame.language(sheet)) {
      structure[inner.node].language = language
      inner.language = language
    }
    let isReferences = division.attributes.hasClass("references")
    for name in division.attributes.classes where sheet.paragraphs[name.value] != nil {
      inner.body = name.value
    }
    var blocks = collect(division.blocks, in: inner)
    if isReferences { blocks += collectReferences(in: inner, at: division.span) }
    if !division.source.isEmpty {
      let style = style(inner.body + "-source", in: inner)
      let node = structure.add(.paragraph, in: inner.node, span: division.span)
      var text = StyledText()
      collect(division.source, into: &text, style: style.text, node: node)
      blocks.append(.text(block(text, style, in: inner, span: division.span)))
    }
    return blocks
  }

  private mutating func collectBox(_ division: Division, in frame: Frame) -> BoxBlock {
    let padding = sheet.box.padding
    var inner = frame
    inner.x += padding.left
    inner.width -= padding.left + padding.right
    inner.node = structure.add(.section, in: frame.node, span: division.span)
    inner.body = "case-body"
    let node = structure.add(.paragraph, in: inner.node, span: division.span)
    let style = style("case-title", in: inner)
    var text = StyledText()
    let labelStyle = sheet.inlines["case-label"]?.apply(to: style.text) ?? style.text
    if let label = numbering.labels[division.span] {
      text.append(
        label + words(in: inner).titleSeparator, style: styles.index(of: labelStyle), node: node,
        span: division.span, options: [.unbreakable])
    }
    collect(division.title, into: &text, style: style.text, node: node)
    let title = block(text, style, in: inner, span: division.span)
    return BoxBlock(
      title: [title], blocks: collect(division.blocks, in: inner), x: frame.x, width: frame.width,
      destination: division.attributes.id?.value, span: division.span)
  }
}

extension Stylesheet {
  /// A paragraph style, or another where the layout has none of that name.
  func paragraph(_ name: String, or fallback: String) -> ParagraphStyle {
    paragraphs[name] ?? paragraph(fallback)
  }
}

extension ParagraphStyle {
  /// Takes the leading and the edges of another voice, and a size in proportion to it.
  fileprivate mutating func shrink(to voice: ParagraphStyle, from usual: ParagraphStyle) {
    text.size *= voice.text.size / usual.text.size
    leading = voice.leading
    (left, right) = (voice.left, voice.right)
  }
}
