internal import Geometry
internal import Stylesheet
internal import Typography

/// How a table is drawn: the layout's style of tables with the paragraph styles that it names.
struct TableLook: Hashable, Sendable {
  var style: TableStyle
  var head: ParagraphStyle
  var cell: ParagraphStyle
  var group: ParagraphStyle
  var total: ParagraphStyle

  init(_ style: TableStyle, paragraph: (String) -> ParagraphStyle) {
    self.style = style
    head = paragraph(style.head).tabular
    cell = paragraph(style.cell).tabular
    group = paragraph(style.group).tabular
    total = paragraph(style.total).tabular
  }

  /// Padding above and below a cell.
  var padding: Double { style.padding.top + style.padding.bottom }

  func paragraph(of kind: TableContent.Row.Kind) -> ParagraphStyle {
    switch kind {
    case .plain: cell
    case .group: group
    case .total: total
    }
  }

  func height(of row: SetTable.Row) -> Double {
    Double(row.lineCount) * paragraph(of: row.kind).leading + padding
  }

  func headHeights(_ set: SetTable) -> [Double] {
    set.headHeights(leading: head.leading, padding: padding)
  }

  /// Height of the line that carries sums from page to page.
  func carryHeight(_ carry: SetTable.Carry) -> Double {
    let cells =
      carry.sums.joined().map(\.text.lines.count) + [
        carry.over.text.lines.count, carry.forward.text.lines.count,
      ]
    return Double(max(cells.max() ?? 1, 1)) * total.leading + padding
  }
}

extension ParagraphStyle {
  /// The style with digits of one width (E5.6).
  fileprivate var tabular: ParagraphStyle {
    var style = self
    if !text.features.contains("tnum") { style.text.features.append("tnum") }
    return style
  }
}
