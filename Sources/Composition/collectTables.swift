package import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

extension Collector {
  mutating func collect(_ table: PipeTable, in frame: Frame) -> TableBlock {
    var frame = frame
    let node = structure.add(.table, in: frame.node, span: table.span)
    if let language = table.attributes["lang"] {
      structure[node].language = language.value
      frame.language = language.value
    }
    let label = numbering.labels[table.span]
    let caption =
      table.caption.isEmpty
      ? []
      : captionBlocks(
        number: label, title: table.caption, in: frame, node: node, span: table.span,
        style: "table-caption", translations: table.attributes.translatedTitles)
    let look = look(table.attributes.classes, in: frame)
    let (job, _) = addTable(TableDraft(table), look, in: frame, node: node, span: table.span)
    return TableBlock(
      job: job, look: look, x: frame.x, measure: frame.width, caption: caption,
      continued: continuedCaption(label, table.caption, in: frame, table.span),
      footer: remarks(
        source: table.source, note: table.note, in: frame, node: node, table.span),
      destination: list(
        .table, table.span, title: table.caption, id: table.attributes.id, in: frame),
      span: table.span, placement: placement(table.attributes))
  }

  mutating func collect(dataTable block: DataBlock, in frame: Frame) -> TableBlock? {
    guard let table = input.tables[block.span] else { return nil }
    let node = structure.add(.table, in: frame.node, span: block.span)
    let label = numbering.labels[block.span]
    var caption = captionBlocks(
      number: label, title: table.title, in: frame, node: node, span: block.span,
      style: "table-caption", translations: table.translations)
    if let unit = table.unit {
      let text = words(in: frame).unit + unit
      caption.append(
        self.block(
          text, style: "unit", in: frame, node: structure[node].parent ?? node, span: block.span))
    }
    let look = look(table.style.map { [$0] } ?? [], in: frame)
    let draft = TableDraft(table, span: block.span)
    let (job, notes) = addTable(draft, look, in: frame, node: node, span: block.span)
    var footer = remarks(
      source: table.source, note: table.note, in: frame, node: node, block.span)
    footer += collect(notes, in: frame, after: node, block.span)
    return TableBlock(
      job: job, look: look, x: frame.x, measure: frame.width, caption: caption,
      continued: continuedCaption(label, table.title, in: frame, block.span), footer: footer,
      destination: list(.table, block.span, title: table.title, id: block.id, in: frame),
      span: block.span, placement: table.placement)
  }

  /// The layout's style of tables that a table names last, or its usual one.
  private mutating func look(_ names: [Spanned<String>], in frame: Frame) -> TableLook {
    let known = sheet.tables
    for name in names where known[name.value] == nil {
      diagnostics.append(
        Diagnostic(
          .unknownTableStyle, "the layout has no table style “\(name.value)”", at: name.span
        ).hinting(suggestion(for: name.value, among: known.keys.sorted())))
    }
    let style = names.last.flatMap { known[$0.value] } ?? sheet.table
    return TableLook(style) { self.style($0, in: frame) }
  }

  /// `续表 3　title`, which stands above every further piece and is read only once, at the first.
  private mutating func continuedCaption(
    _ label: String?, _ title: [Inline], in frame: Frame, _ span: SourceSpan
  ) -> [TextBlock] {
    guard let label else { return [] }
    return captionBlocks(
      number: words(in: frame).continuation(of: label),
      title: input.parts(of: title).map { .text($0.text, $0.span) },
      in: frame,
      node: .artifact, span: span, style: "table-caption")
  }

  /// The table's own notes, below it, each read after the table.
  private mutating func collect(
    _ notes: TableNotes, in frame: Frame, after table: StructureNodeID, _ span: SourceSpan
  ) -> [TextBlock] {
    let name = sheet.paragraphs["table-note"] == nil ? "source" : "table-note"
    let style = style(name, in: frame)
    let mark = sheet.inlines["note-mark"]?.apply(to: style.text) ?? style.text
    return notes.used.enumerated().map { index, used in
      let node = structure.add(.note, in: structure[table].parent ?? table, span: span)
      let label = structure.add(.label, in: node, span: span)
      var text = StyledText()
      text.append(
        notes.label(index), style: styles.index(of: mark), node: label, span: span,
        options: [.unbreakable])
      text.append("\u{2002}", style: styles.index(of: style.text), node: node, span: span)
      collect(used.note.text, into: &text, style: style.text, node: node)
      return block(text, style, in: frame, span: span)
    }
  }
}

extension DiagnosticCode {
  package static let unknownTableStyle = DiagnosticCode(
    "composition.unknown-table-style",
    "A table names a style that the layout does not declare under `table: styles:`.")
  package static let tableTooWide = DiagnosticCode(
    "composition.table-too-wide",
    "The longest words and numbers of a table's columns do not fit beside each other, whatever "
      + "their widths.")
}
