extension [Block] {
  /// Calls the closure for every inline, outer before inner, in the order of reading.
  package func visitInlines(_ visit: (Inline) -> Void) {
    for block in self { block.visitInlines(visit) }
  }
}

extension [Inline] {
  /// Calls the closure for every inline, outer before inner.
  package func visit(_ visit: (Inline) -> Void) {
    for inline in self {
      visit(inline)
      inline.children.visit(visit)
    }
  }
}

extension Block {
  fileprivate func visitInlines(_ visit: (Inline) -> Void) {
    switch self {
    case .heading(let heading): heading.content.visit(visit)
    case .paragraph(let paragraph): paragraph.content.visit(visit)
    case .list(let list):
      for item in list.items { item.blocks.visitInlines(visit) }
    case .quote(let quote): quote.blocks.visitInlines(visit)
    case .picture(let picture):
      picture.caption.visit(visit)
      picture.credit.visit(visit)
    case .table(let table): table.visitInlines(visit)
    case .division(let division):
      division.title.visit(visit)
      division.blocks.visitInlines(visit)
      division.source.visit(visit)
    case .code, .chart, .dataTable, .thematicBreak: break
    }
  }
}

extension PipeTable {
  fileprivate func visitInlines(_ visit: (Inline) -> Void) {
    caption.visit(visit)
    for row in [head] + rows {
      for cell in row.cells { cell.content.visit(visit) }
    }
    source.visit(visit)
    note.visit(visit)
  }
}
