package import Diagnostics
internal import Figures

extension DiagnosticCode {
  package static let periodsDiffer = DiagnosticCode(
    "numerals.period-unsaid",
    """
    The same measure is shown for two periods (`as-of`), and the text does not tell which number \
    stands for which. Name the period in the title, a note or the sentence.
    """)
}

/// Reports blocks that show a measure of another period than a block before them and do not say so.
func checkPeriods(_ blocks: [ShownBlock]) -> [Diagnostic] {
  var shown: [Measure: [(period: String, block: Int)]] = [:]
  var reported: Set<Int> = []
  var diagnostics: [Diagnostic] = []
  for (index, block) in blocks.enumerated() {
    guard let period = block.period else { continue }
    for measure in block.namedMeasures {
      let others = shown[measure] ?? []
      for other in others where other.period != period {
        let first = blocks[other.block]
        for (number, silent) in [(other.block, first), (index, block)]
        where !silent.saysPeriod && reported.insert(number).inserted {
          diagnostics.append(finding(first, block, measure, at: silent))
        }
      }
      if !others.contains(where: { $0.period == period }), others.count < 16 {
        shown[measure] = others + [(period, index)]
      }
    }
  }
  return diagnostics
}

/// Reports a text with figures of one measure for two periods that names not both of them.
///
/// Figures are of one measure when their ids differ in digits alone, as trade_2024 and trade_2025 do.
func checkPeriods(_ prose: Prose, _ data: DataLayer, into diagnostics: inout [Diagnostic]) {
  var known: [String: Figure] = [:]
  for (id, span) in prose.figures {
    guard let figure = data.figure(id), let period = figure.asOf else { continue }
    let measure = id.filter { !$0.isNumber } + " " + figure.unit
    defer { known[measure] = figure }
    guard let other = known[measure], let first = other.asOf, first != period else { continue }
    let text = prose.text(0..<prose.scalars.count)
    guard !says(period, text), !says(first, text) else { continue }
    diagnostics.append(
      Diagnostic(
        .periodsDiffer,
        "“\(id)” is as of \(period) and “\(other.id)” beside it as of \(first), which is not said",
        severity: .warning, at: span, hints: ["name the period: {{ \(id) | as-of }}"]))
  }
}

private func finding(
  _ first: ShownBlock, _ second: ShownBlock, _ measure: Measure, at silent: ShownBlock
) -> Diagnostic {
  let (period, other) = (second.period ?? "", first.period ?? "")
  return Diagnostic(
    .periodsDiffer,
    "\(second.name) shows “\(measure.column)” of “\(measure.row)” as of \(period), "
      + "\(first.name) as of \(other)",
    severity: .warning, at: silent.span,
    hints: ["say in the title or a note of \(silent.name) what its numbers stand for"]
  ).labelled(
    "the other is here", at: silent.span == first.span ? second.span : first.span)
}

/// A column of numbers, and what names one of them.
private struct Measure: Hashable {
  var column: String
  var name: String
  var row: String
}

/// Whether a text names the period, or its year alone.
private func says(_ period: String, _ text: String) -> Bool {
  text.contains(period.prefix(4))
}

extension ShownBlock {
  /// Whether titles, notes or the data themselves tell the period.
  fileprivate var saysPeriod: Bool {
    guard let period else { return true }
    if says(period, text) { return true }
    return table.columns.indices.contains { column in
      let cells = table.column(column)
      return cells.contains { $0.text.map { says(period, $0) } ?? false }
        && (table.columns[column].kind == .text || cells.allSatisfy(\.isYear))
    }
  }

  fileprivate var namedMeasures: [Measure] {
    let names = names
    let columns = names.compactMap { table.columnIndex(named: $0) }
    var measures: Set<Measure> = []
    var ordered: [Measure] = []
    for measure in self.measures where !names.contains(measure) {
      for row in 0..<min(table.rowCount, 1_000) {
        for (name, column) in zip(names, columns) {
          let measure = Measure(column: measure, name: name, row: table[row, column].text ?? "")
          if measures.insert(measure).inserted { ordered.append(measure) }
        }
      }
    }
    return ordered
  }
}

extension DataValue {
  fileprivate var isYear: Bool {
    number?.integerValue.map { (1_000...2_999).contains($0) } ?? true
  }
}
