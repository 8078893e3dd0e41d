internal import Diagnostics
internal import Geometry
internal import Manuscript
internal import Typography

/// A table of either kind as cells of inline text, before it is styled.
struct TableDraft {
  struct Cell {
    var content: [Inline]
    var columns: Range<Int>
    var rowSpan = 1
  }

  struct Row {
    var kind = TableContent.Row.Kind.plain
    var cells: [Cell]
  }

  var columns: [TableContent.Column]
  var head: [Row]
  var rows: [Row]
  var carry: TableContent.Carry?
  var notes: [TableContent.Note] = []
  /// Nil is that of the language of the table.
  var decimalPoint: String?

  init(_ table: PipeTable) {
    columns = table.alignments.enumerated().map { index, alignment in
      TableContent.Column(
        alignment: .init(alignment), width: index < table.widths.count ? table.widths[index] : nil)
    }
    let row = { (row: PipeTable.Row) in
      Row(
        cells: row.cells.enumerated().map { Cell(content: $1.content, columns: $0..<$0 + 1) })
    }
    head = [row(table.head)]
    rows = table.rows.map(row)
  }

  init(_ table: TableContent, span: SourceSpan) {
    columns = table.columns
    carry = table.carry
    notes = table.notes
    decimalPoint = table.decimalPoint
    head = table.head.map { row in
      Row(
        cells: row.map {
          Cell(content: $0.title, columns: $0.columns, rowSpan: $0.rowSpan)
        })
    }
    let count = columns.count
    rows = table.rows.map { row in
      let isGroup = row.kind == .group
      return Row(
        kind: row.kind,
        cells: row.cells.enumerated().map { index, text in
          Cell(
            content: [.text(text, span)], columns: isGroup ? 0..<count : index..<index + 1)
        })
    }
  }
}

extension TableContent.Column.Alignment {
  fileprivate init(_ alignment: PipeTable.Alignment) {
    switch alignment {
    case .natural: self = .natural
    case .left: self = .fixed(.start)
    case .center: self = .fixed(.center)
    case .right: self = .fixed(.end)
    }
  }
}
