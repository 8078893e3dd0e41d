package import Diagnostics
internal import Drawing
internal import Manuscript
internal import Stylesheet
internal import Typography

extension Collector {
  /// Appends running text to a paragraph's styled text.
  mutating func collect(
    _ inlines: [Inline], into text: inout StyledText, style: TextStyle, node: StructureNodeID,
    options: StyledText.RunOptions = [], attachment: Int = -1
  ) {
    for (index, piece) in inlines.enumerated() {
      switch piece {
      case .text(var string, let span):
        if index + 1 < inlines.count, case .citation = inlines[index + 1] { string.trimEnd() }
        text.append(
          string, style: styles.index(of: style), node: node, span: span, options: options,
          attachment: attachment)
      case .lineBreak(let span):
        text.append(
          "\u{2028}", style: styles.index(of: style), node: node, span: span)
      case .emphasis(let children, _):
        collect(
          children, into: &text, style: inline("emphasis", style), node: node,
          attachment: attachment)
      case .strong(let children, _):
        collect(
          children, into: &text, style: inline("strong", style), node: node,
          attachment: attachment)
      case .strikethrough(let children, _):
        collect(children, into: &text, style: style, node: node, attachment: attachment)
      case .code(let code):
        var plain = inline("code", style)
        plain.hyphenates = false
        text.append(
          code.text, style: styles.index(of: plain), node: node, span: code.contentSpan,
          attachment: attachment)
      case .link(let link): collect(link, into: &text, style: style, node: node)
      case .image(let image):
        collect(image.content, into: &text, style: style, node: node, attachment: attachment)
      case .span(let span):
        collect(span, into: &text, style: style, node: node, options: options)
      case .footnoteReference(let reference):
        collect(reference, into: &text, style: style, node: node)
      case .reference(let reference): collect(reference, into: &text, style: style, node: node)
      case .citation(let citation): collect(citation, into: &text, style: style, node: node)
      case .binding(let binding):
        collect(binding, into: &text, style: style, node: node, attachment: attachment)
      }
    }
  }

  /// A figure: the number keeps its unit, words such as 超过 before it are words like others.
  private mutating func collect(
    _ binding: FigureBinding, into text: inout StyledText, style: TextStyle,
    node: StructureNodeID, attachment: Int
  ) {
    let shown = input.bindings[binding.span] ?? ""
    let words = shown.prefix { !$0.isNumber && !"-+−±¥$€£".contains($0) }
    let index = styles.index(of: style)
    text.append(
      String(words), style: index, node: node, span: binding.span, attachment: attachment)
    var parts = input.ranges[binding.span] ?? [(shown, binding.span)]
    parts[0].text = String(parts[0].text.dropFirst(words.count))
    for (number, part) in parts.enumerated() {
      text.append(
        part.text, style: index, node: node, span: part.span,
        options: number == 0 ? [.unbreakable] : [.unbreakable, .attached], attachment: attachment)
    }
  }

  func inline(_ name: String, _ style: TextStyle) -> TextStyle {
    sheet.inlines[name]?.apply(to: style) ?? style
  }

  private mutating func collect(
    _ link: Manuscript.Link, into text: inout StyledText, style: TextStyle, node: StructureNodeID
  ) {
    let linkNode = structure.add(.link, in: node, span: link.span)
    attachments.append(
      .link(
        .uri(link.destination), node: linkNode,
        contents: link.content.plainText(showing: input.bindings)))
    collect(
      link.content, into: &text, style: inline("link", style), node: linkNode,
      options: link.isAddress ? [.address] : [], attachment: attachments.count - 1)
  }

  private mutating func collect(
    _ span: BracketedSpan, into text: inout StyledText, style: TextStyle, node: StructureNodeID,
    options: StyledText.RunOptions
  ) {
    if span.attributes.hasClass("index") { collectTerm(span, into: &text, style.language) }
    var style = style
    var options = options
    for name in span.attributes.classes { options.formUnion(.init(class: name.value)) }
    for name in span.attributes.classes { style = inline(name.value, style) }
    var inner = node
    if let language = span.language, language.value != style.language {
      style.language = language.value
      inner = structure.add(.span, in: node, span: span.span)
      structure[inner].language = language.value
    }
    if let reading = span.attributes["ruby"] {
      var small = style
      small.size *= 0.5
      text.append(
        span.content.plainText(showing: input.bindings), style: styles.index(of: style),
        node: inner, span: span.span,
        options: options,
        ruby: StyledText.Ruby(text: reading.value, style: styles.index(of: small)))
    } else {
      collect(span.content, into: &text, style: style, node: inner, options: options)
    }
  }

  private mutating func collect(
    _ reference: CrossReference, into text: inout StyledText, style: TextStyle,
    node: StructureNodeID
  ) {
    if let number = numbering.citations[reference.id] {
      return collect(number: number, reference, into: &text, style: style, node: node)
    }
    guard let shown = numbering.references[reference.id] else { return }
    let linkNode = structure.add(.link, in: node, span: reference.span)
    attachments.append(.link(.destination(reference.id), node: linkNode, contents: shown))
    text.append(
      shown, style: styles.index(of: inline("reference", style)), node: linkNode,
      span: reference.span, options: [.unbreakable], attachment: attachments.count - 1)
  }

  /// A note mark; the note itself is read right after it, wherever it is drawn.
  private mutating func collect(
    _ reference: FootnoteReference, into text: inout StyledText, style: TextStyle,
    node: StructureNodeID
  ) {
    guard let note = numbering.notes[reference.id] else { return }
    let mark = structure.add(.reference, in: node, span: reference.span)
    let isFirst = notedIDs.insert(note).inserted
    notePlaces.append(
      NotePlace(kind: isFirst ? .mark : .repeated, note: note, node: mark, span: reference.span))
    var attachment = -1
    if isFirst {
      attachments.append(.note(note))
      attachment = attachments.count - 1
      if let outerNote { innerNotes[outerNote].append(note) }
      collectNote(note, after: mark, in: node, language: style.language)
    }
    text.append(
      marks[note], style: styles.index(of: inline("note-mark", style)), node: mark,
      span: reference.span, options: [.noteMark], attachment: attachment)
  }

  private mutating func collectNote(
    _ index: Int, after mark: StructureNodeID, in parent: StructureNodeID, language: String
  ) {
    let note = input.report.footnotes[index]
    let outer = outerNote
    outerNote = index
    defer { outerNote = outer }
    let node = structure.add(.note, in: parent, span: note.span)
    structure[node].follows = mark
    structure[node].id = "note-\(index + 1)"
    let frame = Frame(
      x: 0, width: measure, body: "footnote", node: node, isInNote: true, language: language)
    var blocks: [TextBlock] = []
    if note.blocks.isOneParagraph, case .paragraph(let paragraph) = note.blocks[0] {
      blocks = [collect(paragraph, in: frame, node: node)]
    } else if note.blocks.allSatisfy(\.canStandInNote) {
      for block in collect(note.blocks, in: frame) {
        if case .text(let text) = block { blocks.append(text) }
      }
    } else {
      refuse(note)
    }
    notes[index] = blocks.isEmpty ? [] : labelled(blocks, index, in: frame)
  }

  /// A note with its number before it, on the side on which its text begins.
  ///
  /// A list has a label of its own in its first line: the number then takes a line.
  private mutating func labelled(
    _ blocks: [TextBlock], _ index: Int, in frame: Frame
  ) -> [TextBlock] {
    var blocks = blocks
    let span = input.report.footnotes[index].span
    let node = structure.add(.label, in: frame.node, span: span)
    notePlaces.append(NotePlace(kind: .label, note: index, node: node, span: span))
    guard blocks[0].label == nil else {
      var style = style("footnote", in: frame)
      style.indent = 0
      style.left = 0
      var text = StyledText()
      text.append(marks[index], style: styles.index(of: style.text), node: node, span: span)
      return [block(text, style, in: frame, span: span)] + blocks
    }
    blocks[0].label = label(
      marks[index], style: style("footnote", in: frame), x: 0, in: frame, node: node, span: span)
    return blocks
  }

  private mutating func refuse(_ note: Footnote) {
    diagnostics.append(
      Diagnostic(
        .noteContent,
        "note “\(note.id.value)” holds a heading, figure, table or box, which no note can show",
        at: note.span, hints: ["move it into the text and refer to it from the note"]))
  }

  /// A label beside a text, set on one line from the side on which the text begins: its box begins at
  /// `x` from that side and is as wide as need be where `width` is nil.
  mutating func label(
    _ string: String, style: ParagraphStyle, x: Double, width: Double? = nil,
    alignment: LineSettings.Alignment = .start, in frame: Frame, node: StructureNodeID,
    span: SourceSpan
  ) -> TextBlock.Label {
    var text = StyledText()
    text.append(string, style: styles.index(of: style.text), node: node, span: span)
    let isMirrored = frame.isRightToLeft(sheet)
    let measure = width ?? (isMirrored ? frame.width - x : 1e6)
    jobs.append(.text(text, LineSettings(measure: measure, alignment: alignment)))
    return TextBlock.Label(
      job: jobs.count - 1, x: frame.x + (isMirrored ? frame.width - x - measure : x))
  }
}

extension String {
  /// Drops spaces before a raised mark, which stands close to what it marks.
  fileprivate mutating func trimEnd() {
    while last?.isWhitespace == true { removeLast() }
  }
}

extension StyledText.RunOptions {
  /// What a class of a span means: `.dots` 着重号, `.name` 专名号, `.book` 书名号.
  fileprivate init(class name: String) {
    switch name {
    case "dots": self = .dots
    case "name": self = .properName
    case "book": self = .bookTitle
    default: self = []
    }
  }
}

extension [Block] {
  /// Whether the blocks are a single paragraph, whose text then belongs to the note itself.
  fileprivate var isOneParagraph: Bool {
    if count == 1, case .paragraph = self[0] { true } else { false }
  }
}

extension Block {
  /// Whether a note can show the block with all that it holds.
  fileprivate var canStandInNote: Bool {
    switch self {
    case .paragraph, .code: true
    case .list, .quote: children.allSatisfy(\.canStandInNote)
    case .division(let division):
      !division.attributes.hasClass("case") && children.allSatisfy(\.canStandInNote)
    case .heading, .picture, .chart, .table, .dataTable, .thematicBreak: false
    }
  }
}

extension DiagnosticCode {
  package static let noteContent = DiagnosticCode(
    "composition.note-content", "A footnote may hold paragraphs, lists, quotes and code, no more.")
}
