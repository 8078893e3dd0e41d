internal import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

extension Collector {
  /// Adds a table to be set, and its rows and cells to the structure.
  ///
  /// - Returns: the index of the job, and the table's notes as their marks were read.
  mutating func addTable(
    _ draft: TableDraft, _ look: TableLook, in frame: Frame, node: StructureNodeID,
    span: SourceSpan
  ) -> (job: Int, notes: TableNotes) {
    var notes = TableNotes(draft.notes, pattern: words(in: frame).tableNote)
    let head = structure.add(.tableHead, in: node, span: span)
    let body = structure.add(.tableBody, in: node, span: span)
    var setting = TableSetting(
      columns: [], head: [], rows: [], measure: frame.width, padding: look.style.padding.left,
      decimalPoint: draft.decimalPoint
        ?? NumberLanguage.of(look.cell.text.language).decimalPoint,
      isMirrored: frame.isRightToLeft(sheet))
    for row in draft.head {
      setting.head.append(addRow(row, look.head, isHead: true, to: head, &notes, span))
    }
    for row in draft.rows {
      let style = look.paragraph(of: row.kind)
      setting.rows.append(addRow(row, style, isHead: false, to: body, &notes, span))
    }
    setting.columns = columns(draft, setting, look, in: frame)
    setting.carry = draft.carry.flatMap { carry($0, look.total, in: frame) }
    jobs.append(.table(setting))
    return (jobs.count - 1, notes)
  }

  private mutating func addRow(
    _ row: TableDraft.Row, _ style: ParagraphStyle, isHead: Bool, to parent: StructureNodeID,
    _ notes: inout TableNotes, _ span: SourceSpan
  ) -> TableSetting.Row {
    let rowNode = structure.add(.tableRow, in: parent, span: span)
    var cells: [TableSetting.Cell] = []
    cells.reserveCapacity(row.cells.count)
    for cell in row.cells {
      let isHeading = isHead || row.kind == .group
      let node = structure.add(isHeading ? .headCell : .dataCell, in: rowNode, span: span)
      if isHeading { structure[node].scope = isHead ? .column : .row }
      structure[node].columnSpan = cell.columns.count
      structure[node].rowSpan = cell.rowSpan
      var text = StyledText()
      collect(cell.content, into: &text, style: style.text, node: node, &notes)
      cells.append(
        TableSetting.Cell(
          text: text, columns: cell.columns, rowSpan: cell.rowSpan,
          alignment: cell.columns.count == 1 ? nil : isHead ? .center : .start))
    }
    return TableSetting.Row(kind: row.kind, cells: cells)
  }

  /// Appends a cell's text; marks `[^key]` in texts of a table with notes become theirs.
  private mutating func collect(
    _ content: [Inline], into text: inout StyledText, style: TextStyle, node: StructureNodeID,
    _ notes: inout TableNotes
  ) {
    let small = sheet.inlines["note-mark"]?.apply(to: style) ?? style
    for inline in content {
      guard case .text(let string, let span) = inline, string.contains("[^") else {
        collect([inline], into: &text, style: style, node: node)
        continue
      }
      collect(string, span, into: &text, style: style, small: small, node: node, &notes)
    }
  }

  private mutating func collect(
    _ string: String, _ span: SourceSpan, into text: inout StyledText, style: TextStyle,
    small: TextStyle, node: StructureNodeID, _ notes: inout TableNotes
  ) {
    for piece in MarkedText.pieces(of: string) {
      switch piece {
      case .text(let piece):
        text.append(String(piece), style: styles.index(of: style), node: node, span: span)
      case .mark(let key):
        let mark = structure.add(.reference, in: node, span: span)
        let label = notes.read(key, at: mark) ?? "[^\(key)]"
        text.append(
          label, style: styles.index(of: small), node: mark, span: span, options: [.noteMark])
      }
    }
  }

  // MARK: Columns

  private func columns(
    _ draft: TableDraft, _ setting: TableSetting, _ look: TableLook, in frame: Frame
  ) -> [TableSetting.Column] {
    let basis = Length.Basis(
      em: look.cell.text.size, line: sheet.page.leading, container: frame.width)
    return draft.columns.enumerated().map { index, column in
      let numbers = isNumeric(index, setting)
      var result = TableSetting.Column(
        alignment: look.style.numbers, isDecimal: true, width: column.width?.points(basis))
      switch column.alignment {
      case .decimal: break
      case .natural where index > 0 && numbers: break
      case .natural: (result.alignment, result.isDecimal) = (.start, false)
      // Numbers at the left are codes or years, which count nothing.
      case .fixed(let side):
        (result.alignment, result.isDecimal) = (side, numbers && side != .start)
      }
      return result
    }
  }

  /// Whether every cell of a column is a number or says that there is none, and one is.
  private func isNumeric(_ column: Int, _ setting: TableSetting) -> Bool {
    var hasNumber = false
    for row in setting.rows where row.kind != .group {
      let text = row.cells[column].text
      if endOfWholeNumber(text, decimalPoint: setting.decimalPoint) != nil {
        hasNumber = true
      } else if !text.isMissingValue {
        return false
      }
    }
    return hasNumber
  }

  // MARK: Carried sums

  /// The lines of carried sums; their words stand in the columns before the first sum.
  private mutating func carry(
    _ carry: TableContent.Carry, _ style: ParagraphStyle, in frame: Frame
  ) -> TableSetting.Carry? {
    guard let first = carry.columns.first, first > 0 else { return nil }
    let index = styles.index(of: style.text)
    let words = words(in: frame)
    let cell = { (string: String, span: SourceSpan, columns: Range<Int>) in
      var text = StyledText()
      text.append(string, style: index, node: .artifact, span: span)
      return TableSetting.Cell(
        text: text, columns: columns, alignment: columns.lowerBound == 0 ? .start : nil)
    }
    return TableSetting.Carry(
      over: cell(words.carriedOver, .none, 0..<first),
      forward: cell(words.broughtForward, .none, 0..<first),
      sums: carry.sums.enumerated().map { row, sums in
        sums.enumerated().map { number, sum in
          let column = carry.columns[number]
          return cell(sum, carry.span(row: row, column: number), column..<column + 1)
        }
      })
  }
}

extension StyledText {
  /// Whether it is empty or a short mark without letters and digits, such as — or ….
  fileprivate var isMissingValue: Bool {
    let shown = string
    return shown.count <= 3 && !shown.contains { $0.isLetter || $0.isNumber }
  }
}
