internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

extension Collector {
  mutating func collect(_ table: PipeTable, in frame: Frame) -> TableBlock {
    let columns = table.alignments.map {
      TableSetting.Column(alignment: LineSettings.Alignment($0), width: nil)
    }
    let node = structure.add(.table, in: frame.node, span: table.span)
    let label = numbering.labels[table.span]
    let caption =
      table.caption.isEmpty
      ? []
      : captionBlocks(
        number: label, title: table.caption, in: frame, node: node, span: table.span,
        style: "table-caption")
    let rows = [table.head.cells.map(\.content)] + table.rows.map { $0.cells.map(\.content) }
    let job = addTable(rows, columns, in: frame, node: node, span: table.span)
    let footer = remarks(
      source: table.source, note: table.note, in: frame, node: node, table.span)
    return TableBlock(
      job: job, x: frame.x, measure: frame.width, caption: caption,
      continued: continuedCaption(label, table.caption, in: frame, table.span), footer: footer,
      destination: table.attributes.id?.value, span: table.span)
  }

  mutating func collect(dataTable block: DataBlock, in frame: Frame) -> TableBlock? {
    guard let table = input.tables[block.span] else { return nil }
    let node = structure.add(.table, in: frame.node, span: block.span)
    let label = numbering.labels[block.span]
    let title = [Inline.text(table.title, block.span)]
    var caption = captionBlocks(
      number: label, title: title, in: frame, node: node, span: block.span, style: "table-caption")
    if let unit = table.unit {
      let text = sheet.words.unit + unit
      caption.append(
        self.block(
          text, style: "unit", in: frame, node: structure[node].parent ?? node, span: block.span))
    }
    let rows = [table.columns.map(\.title)] + table.rows
    let columns = table.columns.map {
      TableSetting.Column(alignment: $0.alignment, width: $0.width)
    }
    let cells = rows.map { $0.map { [Inline.text($0, block.span)] } }
    let job = addTable(cells, columns, in: frame, node: node, span: block.span)
    return TableBlock(
      job: job, x: frame.x, measure: frame.width, caption: caption,
      continued: continuedCaption(label, title, in: frame, block.span),
      footer: remarks(source: table.source, note: table.note, in: frame, node: node, block.span),
      destination: block.id?.value, span: block.span)
  }

  /// `续表 3　title`, which stands above every further piece and is read only once, at the first.
  private mutating func continuedCaption(
    _ label: String?, _ title: [Inline], in frame: Frame, _ span: SourceSpan
  ) -> [TextBlock] {
    guard let label else { return [] }
    return captionBlocks(
      number: sheet.words.continued + label, title: [.text(title.plainText, span)], in: frame,
      node: .artifact, span: span, style: "table-caption")
  }

  private mutating func addTable(
    _ rows: [[[Inline]]], _ columns: [TableSetting.Column], in frame: Frame,
    node: StructureNodeID, span: SourceSpan
  ) -> Int {
    let head = structure.add(.tableHead, in: node, span: span)
    let body = structure.add(.tableBody, in: node, span: span)
    var texts: [[StyledText]] = []
    for (index, row) in rows.enumerated() {
      let rowNode = structure.add(.tableRow, in: index == 0 ? head : body, span: span)
      let style = style(index == 0 ? "table-head" : "table-cell", in: frame).text
      var rowTexts: [StyledText] = []
      for cell in row {
        let cellNode = structure.add(index == 0 ? .headCell : .dataCell, in: rowNode, span: span)
        if index == 0 { structure[cellNode].scope = .column }
        var text = StyledText()
        collect(cell, into: &text, style: style, node: cellNode)
        rowTexts.append(text)
      }
      texts.append(rowTexts)
    }
    jobs.append(
      .table(
        TableSetting(
          columns: columns, head: texts.first ?? [], rows: Array(texts.dropFirst()),
          measure: frame.width, padding: sheet.table.padding.left,
          isMirrored: frame.isRightToLeft(sheet))))
    return jobs.count - 1
  }
}

extension LineSettings.Alignment {
  fileprivate init(_ alignment: PipeTable.Alignment) {
    switch alignment {
    case .natural, .left: self = .start
    case .center: self = .center
    case .right: self = .end
    }
  }
}
