internal import Drawing
internal import Geometry
internal import Stylesheet

extension FlowStacker {
  /// Divides wide content into pages as wide as the type area is high; each goes to a page of its own,
  /// as soon as one can be had, while the text goes on before it.
  mutating func stackTurned(_ blocks: [FlowBlock]) {
    var inner = FlowStacker(
      sheet: sheet, results: results, attachments: attachments, notes: notes,
      innerNotes: innerNotes)
    inner.stack(blocks, canFloat: false)
    let area = sheet.page.typeArea(isVerso: false).size
    var pages = paginate(
      inner.flow, notes: notes, budget: PageBudget(sheet, height: area.width))
    inner.settleVariants(&pages)
    flow.turned.append(TurnedFlow(flow: inner.flow, pages: pages))
    for page in pages.indices {
      var float = FloatItem(
        anchor: flow.items.count, items: [], before: 0, after: 0, notes: 0..<0,
        placement: [.page])
      float.turned = TurnedPage(flow: flow.turned.count - 1, page: page, height: area.height)
      flow.floats.append(float)
    }
  }
}

extension PageBudget {
  /// What pages of a height hold by a layout.
  init(_ sheet: Stylesheet, height: Double) {
    self.init(
      height: height, opener: 0, leading: sheet.page.leading,
      noteSeparator: sheet.notes.before + sheet.notes.after, noteGap: sheet.notes.between)
  }
}
