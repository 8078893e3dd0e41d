package import Diagnostics
internal import Drawing
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

extension DiagnosticCode {
  package static let emptyList = DiagnosticCode(
    "composition.empty-list",
    "A part lists headings, figures, tables or terms of the index, and the report has none of them."
  )
}

/// The parts that show the pages of others: contents, lists of figures and tables.
extension Collector {
  /// Begins such a part: what names it is known before what it lists.
  mutating func openList(_ part: Part, _ style: PartStyle, _ node: StructureNodeID) -> PartFlow {
    let frame = frame(of: style, node)
    let title = part.title?.value ?? words(in: frame).title(of: style.kind)
    var flow = PartFlow(
      style: style, title: title, label: "", blocks: [], fixed: [], destination: newDestination(),
      span: part.role.span, node: node, language: frame.language(sheet))
    let inline = [Inline.text(title, part.title?.span ?? part.role.span)]
    if style.blocks.isEmpty {
      let heading = structure.add(.heading1, in: node, span: flow.span)
      let name = sheet.headings.first?.style ?? "heading-1"
      flow.blocks = [.text(block(title, style: name, in: frame, node: heading, span: flow.span))]
    }
    flow.fixed = collectFixed(style, title: inline, flow, node)
    if style.kind != .contents, style.isInContents {
      outline.append(
        HeadingEntry(
          level: 1, number: "", title: title, parts: [(title, flow.span)],
          destination: flow.destination,
          language: flow.language, isInContents: true))
    }
    return flow
  }

  /// Lists what the parts hold; the index waits for the pages.
  mutating func fillList(_ flow: inout PartFlow) {
    let count = flow.blocks.count
    switch flow.style.kind {
    case .text, .cover, .references: return
    case .index:
      if terms.isEmpty { reportEmpty(flow) }
      return
    case .contents: fillContents(&flow)
    case .figures: fillCaptions(&flow, of: .figure, isTitled: false)
    case .tables: fillCaptions(&flow, of: .table, isTitled: false)
    case .captions:
      fillCaptions(&flow, of: .figure, isTitled: true)
      fillCaptions(&flow, of: .table, isTitled: true)
    }
    if flow.blocks.count == count { reportEmpty(flow) }
  }

  mutating func reportEmpty(_ flow: PartFlow) {
    diagnostics.append(
      Diagnostic(
        .emptyList, "“\(flow.title)” has nothing to list", severity: .warning, at: flow.span,
        hints: ["take the part out of the report"]))
  }

  private mutating func fillContents(_ flow: inout PartFlow) {
    let list = structure.add(.contents, in: flow.node, span: flow.span)
    let shown = outline.filter { $0.isInContents && $0.level <= sheet.contents.depth }
    let levels = (1...6).map { level in
      let style = style("contents-\(level)", in: frame(of: flow.style, list))
      return (style, column(of: shown.filter { $0.level == level }.map(\.number), style))
    }
    for entry in shown {
      let (style, column) = levels[min(entry.level, 6) - 1]
      let line = ListLine(
        label: entry.number, title: entry.parts, destination: entry.destination,
        language: entry.language, style: style, column: column)
      flow.blocks.append(.entry(collect(line, in: list, of: flow)))
    }
  }

  private mutating func fillCaptions(
    _ flow: inout PartFlow, of kind: CaptionEntry.Kind, isTitled: Bool
  ) {
    let shown = captions.filter { $0.kind == kind }
    guard !shown.isEmpty else { return }
    let frame = frame(of: flow.style, flow.node)
    if isTitled {
      let words = words(in: frame)
      let title = kind == .figure ? words.figures : words.tables
      let name = sheet.paragraphs["list-title"] == nil ? "heading-2" : "list-title"
      let node = structure.add(.heading2, in: flow.node, span: flow.span)
      flow.blocks.append(.text(block(title, style: name, in: frame, node: node, span: flow.span)))
    }
    let list = structure.add(.contents, in: flow.node, span: flow.span)
    let style = style("caption-entry", or: "contents-2", in: frame)
    let column = column(of: shown.map(\.label), style)
    for entry in shown {
      let line = ListLine(
        label: entry.label, title: entry.title, destination: entry.destination,
        language: entry.language, style: style, column: column)
      flow.blocks.append(.entry(collect(line, in: list, of: flow)))
    }
  }

  /// Width of the labels' column: as declared, or more where a label needs it; nil where labels run in.
  private func column(of labels: [String], _ style: ParagraphStyle) -> Double? {
    style.indent < 0 ? labelColumn(of: labels, style) : nil
  }

  /// Width of the column of labels beside hanging texts.
  func labelColumn(of labels: [String], _ style: ParagraphStyle) -> Double {
    let lettering = Lettering(fonts: input.fonts)
    let widest = labels.map { lettering.line($0, style.text).width }.max() ?? 0
    return max(-style.indent, widest + 0.4 * style.text.size)
  }

  /// What one entry of a list is made of.
  private struct ListLine {
    var label: String
    var title: [TitlePart]
    var destination: String
    var language: String
    var style: ParagraphStyle
    var column: Double?
  }

  private mutating func collect(
    _ line: ListLine, in list: StructureNodeID, of flow: PartFlow
  ) -> ContentsEntry {
    let span = flow.span
    let item = structure.add(.contentsItem, in: list, span: span)
    let link = structure.add(.link, in: structure.add(.reference, in: item, span: span), span: span)
    attachments.append(
      .link(.destination(line.destination), node: link, contents: line.title.map(\.text).joined()))
    let frame = frame(for: line, in: item, of: flow)
    var style = line.style
    style.text.language = frame.language(sheet)
    var text = StyledText()
    let index = styles.index(of: style.text)
    var label: TextBlock.Label?
    // What has no label beside it hangs by one em where it is wrapped (E7.7).
    var hang = style.text.size
    if !line.label.isEmpty, let column = line.column {
      label = self.label(
        line.label, style: style, x: style.left, in: frame, node: link, span: span)
      style.left += column
      hang = 0
    } else if !line.label.isEmpty {
      text.append(
        line.label + words(in: frame).titleSeparator, style: index, node: link, span: span,
        options: [.unbreakable], attachment: attachments.count - 1)
    }
    for part in line.title {
      text.append(
        part.text, style: index, node: link, span: part.span, attachment: attachments.count - 1)
    }
    style.indent = -hang
    style.left += hang
    style.right += 3 * style.text.size
    var block = block(text, style, in: frame, span: span)
    block.label = label
    return ContentsEntry(
      text: block, target: line.destination, measure: measure - block.x, node: link,
      isMirrored: frame.isRightToLeft(sheet))
  }

  /// An entry is set in its own language, but all entries of a list begin at one side.
  private mutating func frame(
    for line: ListLine, in item: StructureNodeID, of flow: PartFlow
  ) -> Frame {
    let outer = frame(of: flow.style, item)
    var frame = outer
    frame.language = line.language
    if line.language != flow.language { structure[item].language = line.language }
    if frame.isRightToLeft(sheet) != outer.isRightToLeft(sheet) { frame.language = flow.language }
    return frame
  }
}

extension Words {
  fileprivate func title(of kind: PartStyle.Kind) -> String {
    switch kind {
    case .text, .cover: ""
    case .references: references
    case .contents: contents
    case .figures: figures
    case .tables: tables
    case .captions: captions
    case .index: index
    }
  }
}
