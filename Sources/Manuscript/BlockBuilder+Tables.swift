internal import Declarations
internal import Diagnostics
internal import Geometry

/// Pipe tables, which stand in what cmark takes for paragraphs, and their captions.
extension BlockBuilder {
  static let maximumColumns = 256
  static let maximumCells = 200_000

  /// Where a table stands in the lines of a paragraph.
  struct TableShape {
    /// Index of the head's line; the line after it holds the alignments.
    var head: Int
    var alignments: [PipeTable.Alignment]
  }

  /// Finds a table by GitHub's rule: a line of dashes with as many cells as the line before it.
  func tableShape(_ slices: ArraySlice<Range<Int>>) -> TableShape? {
    for index in slices.indices.dropFirst() {
      guard let alignments = alignments(slices[index]),
        cellRanges(slices[index - 1]).count == alignments.count
      else { continue }
      return TableShape(head: index - 1, alignments: alignments)
    }
    return nil
  }

  private func alignments(_ range: Range<Int>) -> [PipeTable.Alignment]? {
    let range = text.trimmed(range)
    let marks = text[range].allSatisfy { $0 == .pipe || $0 == .dash || $0 == .colon || $0.isBlank }
    guard marks, text[range].contains(.pipe), text[range].contains(.dash) else { return nil }
    let alignments = cellRanges(range).map { cell -> PipeTable.Alignment? in
      let isLeft = text[cell].first == .colon
      let isRight = cell.count > 1 && text[cell].last == .colon
      let dashes = text[cell].dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == .dash }) else { return nil }
      if isLeft { return isRight ? .center : .left }
      return isRight ? .right : .natural
    }
    return alignments.contains(nil) ? nil : alignments.compactMap { $0 }
  }

  /// The cells of a row: a pipe parts them unless it is escaped or stands in a figure's braces.
  private func cellRanges(_ range: Range<Int>) -> [Range<Int>] {
    var range = text.trimmed(range)
    guard !range.isEmpty else { return [] }
    if text[range.lowerBound] == .pipe { range = range.lowerBound + 1..<range.upperBound }
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    var at = start
    while at < range.upperBound {
      if text[at] == .backslash {
        at += 1
      } else if text.matches("{{", at: at) {
        at = endOfBinding(at, within: range)
      } else if text[at] == .pipe {
        cells.append(text.trimmed(start..<at))
        start = at + 1
      }
      at += 1
    }
    let rest = text.trimmed(min(start, range.upperBound)..<range.upperBound)
    return rest.isEmpty && !cells.isEmpty ? cells : cells + [rest]
  }

  /// The last byte of a figure's braces, or the first of them when they do not close.
  private func endOfBinding(_ start: Int, within range: Range<Int>) -> Int {
    let limit = min(range.upperBound, start + 512)
    let stop = text.skip(start + 2..<limit) { $0 != .leftBrace && $0 != .rightBrace }
    return stop + 1 < limit && text.matches("}}", at: stop) ? stop + 1 : start
  }

  mutating func buildTable(
    _ shape: TableShape, in slices: ArraySlice<Range<Int>>, into siblings: inout SiblingStack
  ) {
    if shape.head > slices.startIndex {
      buildText(passage(slices[..<shape.head]), into: &siblings)
    }
    let body = slices[(shape.head + 2)...]
    let caption = body.firstIndex { text.matches(": ", at: $0.lowerBound) } ?? body.endIndex
    let size = shape.alignments.count * (body.count + 1)
    guard shape.alignments.count <= Self.maximumColumns, size <= Self.maximumCells else {
      let span = SourceSpan(source: source, range: slices[shape.head])
      diagnostics.append(Diagnostic(.tableTooLarge, "this table is too large", at: span))
      return
    }
    let head = row(slices[shape.head], columns: shape.alignments.count)
    let rows = body[..<caption].map { row($0, columns: shape.alignments.count) }
    let span = head.span.joined(with: rows.last?.span ?? lineSpan(slices[shape.head + 1]))
    siblings.append(
      .table(PipeTable(alignments: shape.alignments, head: head, rows: rows, span: span)))
    if caption < body.endIndex { buildText(passage(body[caption...]), into: &siblings) }
  }

  private func lineSpan(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: source, range: text.trimmed(range))
  }

  private mutating func row(_ range: Range<Int>, columns: Int) -> PipeTable.Row {
    let ranges = cellRanges(range)
    let span = lineSpan(range)
    if ranges.count > columns {
      diagnostics.append(
        Diagnostic(
          .raggedRow, "this row has \(ranges.count) cells, the table \(columns) columns", at: span))
    }
    var cells = ranges.prefix(columns).map { range in
      var passage = Passage(source: source)
      passage.append(range, of: text)
      return PipeTable.Cell(content: inlines(passage, isCell: true), span: passage.wholeSpan)
    }
    let end = SourceSpan(source: source, lowerBound: span.upperBound, upperBound: span.upperBound)
    while cells.count < columns { cells.append(PipeTable.Cell(content: [], span: end)) }
    return PipeTable.Row(cells: cells, span: span)
  }

  /// A paragraph `: text {#tbl-id …}` belongs to the table before it.
  mutating func buildCaption(_ passage: Passage, into siblings: inout SiblingStack) {
    let caption = passage.trimmed(1..<passage.bytes.count)
    if case .table(let table)? = siblings.last, table.caption.isEmpty, table.attributes.isEmpty {
      siblings.replaceLast(with: .table(captioned(table, caption)))
    } else {
      diagnostics.append(
        Diagnostic(
          .strayCaption, "there is no pipe table before this caption", at: passage.wholeSpan))
    }
  }

  private mutating func captioned(_ table: PipeTable, _ caption: Passage) -> PipeTable {
    var table = table
    var caption = caption
    let span = caption.wholeSpan
    let attributes = takeAttributes(of: &caption)
    checkID(attributes.id, prefix: "tbl-", of: "a table")
    checkKeys(attributes, known: ["source", "note", "lang", "widths", "placement"])
    table.attributes = attributes
    table.widths = widths(attributes["widths"], count: table.alignments.count)
    table.caption = inlines(caption)
    table.source = inlines(of: attributes["source"])
    table.note = inlines(of: attributes["note"])
    table.span = table.span.joined(with: span)
    return table
  }

  /// Reads `widths="20% auto 30mm"`, one for each column.
  private mutating func widths(_ written: Spanned<String>?, count: Int) -> [Length?] {
    guard let written else { return [] }
    let words = written.value.split { $0 == " " || $0 == "," }
    let widths = words.map { Length(parsing: String($0)) }
    let isRead = zip(words, widths).allSatisfy { word, width in
      word == "auto" || width.map { $0.value > 0 } == true
    }
    if isRead, words.count == count { return widths }
    diagnostics.append(
      Diagnostic(
        .invalidWidths, "“\(written.value)” is no list of \(count) column widths", at: written.span,
        hints: ["write one for each column, such as 20% auto 30mm"]))
    return []
  }
}
