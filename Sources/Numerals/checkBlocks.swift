package import Diagnostics
package import Figures

/// The data of a chart or table block as it is shown.
package struct ShownBlock: Sendable {
  /// “chart fig-a”, for messages.
  package var name: String
  package var table: DataTable
  /// Columns that name what a number belongs to, text columns aside: a chart's x and series.
  package var keys: Set<String>
  /// Units that the block prints, by column.
  package var units: [String: String]
  package var span: SourceSpan
  /// The date or period that all its data stand for, as `as-of` of their source has it.
  package var period: String?
  /// What the reader is told beside the data: titles, heads, notes.
  package var text = ""

  package init(
    name: String, table: DataTable, keys: Set<String>, units: [String: String], span: SourceSpan
  ) {
    self.name = name
    self.table = table
    self.keys = keys
    self.units = units
    self.span = span
  }
}

/// Reports numbers that two blocks show for the same thing and that differ in value or unit.
///
/// Two rows speak of the same thing when all their common names agree and no other row of either
/// block has them. Two blocks speak of the same data when most of these rows agree: those of another
/// year differ in nearly all.
package func checkBlocks(_ blocks: [ShownBlock]) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  // A block that shows what another does adds nothing to compare.
  var known: Set<ShownContent> = []
  var index = ShownValues()
  for block in blocks where known.insert(ShownContent(block)).inserted {
    for other in index.likeliest(for: block) {
      if let finding = compare(other, block) { diagnostics.append(finding) }
    }
    index.add(block)
  }
  return diagnostics + checkPeriods(blocks)
}

/// All that two blocks could disagree in.
private struct ShownContent: Hashable {
  var keys: Set<String>
  var units: [String: String]
  var columns: [DataTable.Column]
  var cells: [DataValue]

  init(_ block: ShownBlock) {
    keys = block.keys
    units = block.units
    columns = block.table.columns
    let table = block.table
    cells = (0..<table.rowCount).flatMap { row in
      table.columns.indices.map { table[row, $0] }
    }
  }
}

private func compare(_ first: ShownBlock, _ second: ShownBlock) -> Diagnostic? {
  let keys = first.table.columns.map(\.name).filter { name in
    second.table.columnIndex(named: name) != nil
      && (first.names.contains(name) || second.names.contains(name))
  }
  guard !keys.isEmpty else { return nil }
  let measures = first.measures.filter(Set(second.measures).contains).filter { !keys.contains($0) }
  guard !measures.isEmpty else { return nil }
  let rows = first.rows(by: keys)
  let others = second.rows(by: keys)
  var findings: [Diagnostic] = []
  var count = 0
  for (key, row) in rows.sorted(by: { $0.value < $1.value }) {
    guard let other = others[key] else { continue }
    for column in measures {
      count += 1
      if let problem = disagreement(first, row, second, other, column, key) {
        findings.append(problem)
      }
    }
  }
  guard findings.count * 2 < count else { return nil }
  return findings.first ?? unitDisagreement(first, second, measures)
}

private func unitDisagreement(
  _ first: ShownBlock, _ second: ShownBlock, _ measures: [String]
) -> Diagnostic? {
  for column in measures {
    guard let unit = first.units[column], let other = second.units[column], unit != other else {
      continue
    }
    return Diagnostic(
      .blocksDisagree,
      "\(second.name) shows “\(column)” in \(other), \(first.name) the same in \(unit)",
      at: second.span
    ).labelled("\(first.name) is here", at: first.span)
  }
  return nil
}

private func disagreement(
  _ first: ShownBlock, _ row: Int, _ second: ShownBlock, _ other: Int, _ column: String,
  _ key: [String]
) -> Diagnostic? {
  guard let value = first.value(row, column), let theirs = second.value(other, column) else {
    return nil
  }
  let name = key.joined(separator: ", ")
  let places = min(value.scale, theirs.scale)
  guard value.rounded(to: places) != theirs.rounded(to: places) else { return nil }
  return Diagnostic(
    .blocksDisagree,
    "\(second.name) shows \(theirs) for “\(column)” of “\(name)”, \(first.name) shows \(value)",
    at: second.span
  ).labelled("\(first.name) is here", at: first.span)
}

extension ShownBlock {
  var names: [String] {
    table.columns.filter { $0.kind == .text || keys.contains($0.name) }.map(\.name)
  }

  var measures: [String] {
    table.columns.filter { $0.kind == .number }.map(\.name)
  }

  /// Rows by their names, those that are alone in having them.
  fileprivate func rows(by keys: [String]) -> [[String]: Int] {
    let columns = keys.compactMap { table.columnIndex(named: $0) }
    var rows: [[String]: Int?] = [:]
    for row in 0..<table.rowCount {
      let key = columns.map { table[row, $0].text ?? "" }
      rows[key] = .some(rows[key] == nil ? row : nil)
    }
    return rows.compactMapValues { $0 }
  }

  fileprivate func value(_ row: Int, _ column: String) -> ExactDecimal? {
    table.columnIndex(named: column).flatMap { table[row, $0].number }
  }
}
