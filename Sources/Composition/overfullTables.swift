internal import Diagnostics

/// Tables that cannot be set within their measure.
func overfullTables(_ parts: [PartFlow], _ results: [SettingResult]) -> [Diagnostic] {
  parts.flatMap { overfullTables($0.blocks, results) }
}

private func overfullTables(
  _ blocks: [FlowBlock], _ results: [SettingResult]
) -> [Diagnostic] {
  blocks.flatMap { block -> [Diagnostic] in
    switch block {
    case .box(let box): return overfullTables(box.blocks, results)
    case .table(let table):
      let set = results[table.job].table
      guard set.excess > 0 else { return [] }
      let lack = Int(set.excess.rounded(.up))
      return [
        Diagnostic(
          .tableTooWide,
          "the \(set.columnWidths.count) columns are \(lack) pt wider than the text, without a "
            + "word divided",
          at: table.span, hints: ["leave columns out, divide the table, or shorten its words"])
      ]
    default: return []
    }
  }
}
