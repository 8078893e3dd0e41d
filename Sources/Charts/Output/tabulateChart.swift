internal import Figures

/// The data of a chart as a table, in the order that the chart shows them.
///
/// A share chart's table lists the members of the joined part below it, so that nothing is hidden.
func tabulateChart(_ context: PlotContext, _ shares: SharePlan?) -> ChartTable {
  let (data, spec) = (context.data, context.spec)
  let format = context.format
  let plan = spec.unit != "%" ? shares : nil
  let shares = plan.map { zip($0.shares, $0.percentages).map(ChartTable.Cell.init) }
  let unit =
    (format.unit ?? spec.unit).map { context.phrases.isChinese ? "（\($0)）" : " (\($0))" } ?? ""
  let names = seriesNames(data, title: spec.title)
  var rows = data.categories.indices.map { category in
    ChartTable.Row(
      category: data.categories[category],
      cells: data.series.map { cell($0.values[category], format, context.phrases) }
        + (shares.map { [$0[category]] } ?? []))
  }
  rows += data.joined.map { part in
    let empty = ChartTable.Cell(printed: context.phrases.missing, exact: nil)
    return ChartTable.Row(
      category: part.name,
      cells: [cell(part.value, format, context.phrases)] + (shares == nil ? [] : [empty]))
  }
  return ChartTable(
    heads: [context.phrases.category] + names.map { $0 + unit }
      + (shares == nil ? [] : [context.phrases.share]), rows: rows)
}

/// The heads of the value columns: series by their plot when there are several plots.
private func seriesNames(_ data: ChartData, title: String) -> [String] {
  guard data.panels.isEmpty else {
    return data.panels.flatMap { panel in
      panel.series.map { index in
        panel.series.count > 1 ? "\(panel.name) \(data.series[index].name)" : panel.name
      }
    }
  }
  return data.series.map { data.series.count == 1 && $0.name.isEmpty ? title : $0.name }
}

private func cell(
  _ value: ChartValue?, _ format: ValueFormat, _ phrases: ChartPhrases
) -> ChartTable.Cell {
  ChartTable.Cell(
    printed: value.map { format.print($0.exact) } ?? phrases.missing,
    exact: value?.exact.description)
}
