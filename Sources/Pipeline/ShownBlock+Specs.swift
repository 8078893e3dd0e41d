internal import Charts
internal import Declarations
internal import Diagnostics
internal import Figures
internal import Numerals

extension Compiler {
  /// Remembers what a block shows, with the period that its sources have in common.
  mutating func show(_ block: ShownBlock, _ data: DataLayer) {
    var block = block
    let periods = data.sources.filter { block.table.sources.contains($0.name) }.map(\.asOf)
    if let first = periods.first, periods.allSatisfy({ $0 == first }) { block.period = first }
    shownBlocks.append(block)
  }
}

extension ShownBlock {
  /// What a chart shows: its measures share the unit of its axis.
  init(_ chart: ChartSpec, _ table: DataTable, at span: SourceSpan) {
    let keys = [chart.x, chart.series].compactMap { $0?.value }
    var units: [String: String] = [:]
    for measure in chart.y { units[measure.value] = chart.unit }
    self.init(
      name: "chart “\(chart.id)”", table: table, keys: Set(keys), units: units, span: span)
    text = [chart.title, chart.subtitle, chart.centre, chart.note, chart.source, chart.sample]
      .compactMap(\.self).joined(separator: "\n")
  }

  /// What a table shows: columns have units of their own, or that of the table.
  init(_ spec: TableSpec, _ table: DataTable, at span: SourceSpan) {
    var units: [String: String] = [:]
    for column in spec.columns.leaves { units[column.name.value] = column.unit ?? spec.unit }
    self.init(name: "table “\(spec.id)”", table: table, keys: [], units: units, span: span)
    let texts = [spec.title, spec.note, spec.source] + spec.columns.heads + spec.notes.map(\.value)
    text = texts.compactMap(\.self).joined(separator: "\n")
  }
}

extension [TableSpec.Column] {
  fileprivate var heads: [String?] {
    flatMap { [$0.title?.value ?? $0.name.value] + $0.columns.heads }
  }
}
