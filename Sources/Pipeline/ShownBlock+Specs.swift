internal import Charts
internal import Diagnostics
internal import Figures
internal import Numerals

extension ShownBlock {
  /// What a chart shows: its measures share the unit of its axis.
  init(_ chart: ChartSpec, _ table: DataTable, at span: SourceSpan) {
    let keys = [chart.x, chart.series].compactMap { $0?.value }
    var units: [String: String] = [:]
    for measure in chart.y { units[measure.value] = chart.unit }
    self.init(
      name: "chart “\(chart.id)”", table: table, keys: Set(keys), units: units, span: span)
  }

  /// What a table shows: columns have units of their own, or that of the table.
  init(_ spec: TableSpec, _ table: DataTable, at span: SourceSpan) {
    var units: [String: String] = [:]
    for column in spec.columns.leaves { units[column.name.value] = column.unit ?? spec.unit }
    self.init(name: "table “\(spec.id)”", table: table, keys: [], units: units, span: span)
  }
}
