internal import Composition
internal import Declarations
internal import Diagnostics
internal import Figures
internal import Manuscript

extension Tabulation {
  /// A row as it is shown, with the row of data that it shows; nil for the name of a group.
  typealias ShownRow = (row: TableContent.Row, data: Int?)

  mutating func tableRows() -> [ShownRow] {
    let group = spec.group.flatMap { index(of: $0) }
    var rows: [ShownRow] = []
    var current: DataValue?
    for number in 0..<table.rowCount {
      let isTotal = spec.total == .last && number == table.rowCount - 1
      if let group, !isTotal, table[number, group] != current {
        current = table[number, group]
        rows.append((TableContent.Row(kind: .group, cells: [current?.text ?? "—"]), nil))
      }
      let cells = shown.map { text(number, $0) }
      rows.append((TableContent.Row(kind: isTotal ? .total : .plain, cells: cells), number))
    }
    return rows
  }

  private func text(_ row: Int, _ column: ShownColumn) -> String {
    let mark = column.marks.flatMap { table[row, $0].text } ?? ""
    let text =
      switch table[row, column.index] {
      case .null: "—"
      case .text(let text): text
      case .number(let number): column.style.text(number)
      }
    return mark.isEmpty ? text : text + "[^\(mark)]"
  }

  // MARK: Carried sums

  /// For every row the exact sums with it of the columns that are carried.
  mutating func carry(_ rows: [Int?]) -> TableContent.Carry? {
    let carried = shown.indices.filter { shown[$0].declared.isCarried }
    guard !carried.isEmpty, check(carried) else { return nil }
    var sums = carried.map { _ in ExactDecimal.zero }
    var result = TableContent.Carry(columns: carried, sums: [])
    result.source = carrySource
    var last = 0
    for (number, row) in rows.enumerated() {
      let isTotal = spec.total == .last && number == rows.count - 1
      if let row, !isTotal { add(row, carried, to: &sums) }
      last = row ?? last
      result.sums.append(zip(carried, sums).map { shown[$0].style.text($1) })
      for (place, column) in carried.enumerated() {
        carriedSums.append(
          CarriedSum(
            row: last, column: column, value: sums[place], text: result.sums[number][place],
            span: result.span(row: number, column: place)))
      }
    }
    return result
  }

  private mutating func check(_ carried: [Int]) -> Bool {
    let known = diagnostics.count
    for column in carried where table.columns[shown[column].index].kind == .text || column == 0 {
      let name = shown[column].declared.name
      let message =
        column == 0
        ? "the first column cannot be carried: the words for carried sums stand there"
        : "the column “\(name.value)” holds text and has no sum to carry"
      diagnostics.append(Diagnostic(.carriedColumn, message, at: name.span))
    }
    return diagnostics.count == known
  }

  private mutating func add(_ row: Int, _ carried: [Int], to sums: inout [ExactDecimal]) {
    for (place, column) in carried.enumerated() {
      guard let number = table[row, shown[column].index].number else { continue }
      do throws(DecimalError) {
        sums[place] = try sums[place].adding(number)
      } catch {
        diagnostics.append(
          Diagnostic(
            .carriedColumn, "the sum of “\(shown[column].declared.name.value)” is out of range",
            at: shown[column].declared.name.span))
      }
    }
  }

  // MARK: Notes

  /// Marks without a note, and notes without a mark.
  mutating func checkNotes(_ content: TableContent) {
    var marks: [String] = []
    let texts = content.head.joined().map(\.title.plainText) + content.rows.flatMap(\.cells)
    for text in texts where text.contains("[^") {
      for case .mark(let key) in MarkedText.pieces(of: text) where !marks.contains(key) {
        marks.append(key)
      }
    }
    let keys = spec.notes.map(\.key.name)
    for mark in marks where !keys.contains(mark) {
      diagnostics.append(
        Diagnostic(.tableNote, "table “\(spec.id)” has no note “\(mark)”", at: span)
          .hinting(suggestion(for: mark, among: keys)))
    }
    for note in spec.notes where !marks.contains(note.key.name) {
      diagnostics.append(
        Diagnostic(
          .tableNote, "no cell or head has the mark [^\(note.key.name)]", at: note.key.span))
    }
  }
}
