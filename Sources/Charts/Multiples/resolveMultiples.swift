package import Diagnostics
package import Figures

/// Gives the rows of each plot of small multiples their meaning, and joins them in one set of data:
/// the categories of all, and the series of each plot one after the other.
///
/// - Returns: the data with their panels, or nil with at least one error.
package func resolveMultiples(
  _ spec: ChartSpec, _ table: DataTable, by facet: Spanned<String>
) -> Diagnosed<ChartData?> {
  guard let column = table.columnIndex(named: facet.value) else {
    let names = table.columns.map(\.name)
    return Diagnosed(
      nil,
      [
        Diagnostic(
          .chartUnknownColumn, "the data have no column “\(facet.value)”", at: facet.span
        ).hinting(
          suggestion(for: facet.value, among: names)
            ?? "columns: \(names.joined(separator: ", "))")
      ])
  }
  let groups = rowGroups(of: table, by: column)
  guard groups.count <= 36 else {
    return Diagnosed(
      nil,
      [
        Diagnostic(
          .chartManyPanels,
          "“\(facet.value)” has \(groups.count) values; at most 36 plots are shown",
          at: facet.span)
      ])
  }
  var findings: [Diagnostic] = []
  var panels: [(name: String, data: ChartData)] = []
  for group in groups {
    let resolved = resolveEncoding(spec, table.picking(group.rows))
    findings += resolved.diagnostics
    if let data = resolved.value { panels.append((group.name, data)) }
  }
  let failed = findings.contains { $0.severity == .error }
  return Diagnosed(failed ? nil : joined(panels), findings)
}

private func rowGroups(
  of table: DataTable, by column: Int
) -> [(name: String, rows: [Int])] {
  var groups: [(name: String, rows: [Int])] = []
  var places: [String: Int] = [:]
  for row in 0..<table.rowCount {
    let name = table[row, column].text ?? ""
    if let place = places[name] {
      groups[place].rows.append(row)
    } else {
      places[name] = groups.count
      groups.append((name, [row]))
    }
  }
  return groups
}

private func joined(_ panels: [(name: String, data: ChartData)]) -> ChartData {
  var categories: [String] = []
  var places: [String: Int] = [:]
  for name in panels.flatMap(\.data.categories) where places[name] == nil {
    places[name] = categories.count
    categories.append(name)
  }
  var series: [ChartData.Series] = []
  var parts: [ChartData.Panel] = []
  for panel in panels {
    let start = series.count
    for own in panel.data.series {
      var values = [ChartValue?](repeating: nil, count: categories.count)
      var intervals = [ChartData.Interval?](repeating: nil, count: categories.count)
      for (index, name) in panel.data.categories.enumerated() {
        guard let place = places[name] else { continue }
        values[place] = own.values[index]
        if own.intervals.indices.contains(index) { intervals[place] = own.intervals[index] }
      }
      series.append(
        .init(name: own.name, values: values, intervals: own.intervals.isEmpty ? [] : intervals))
    }
    parts.append(ChartData.Panel(name: panel.name, series: start..<series.count))
  }
  var data = ChartData(categories: categories, series: series)
  data.panels = parts
  return data
}

extension DataTable {
  fileprivate func picking(_ rows: [Int]) -> DataTable {
    DataTable(
      columns: columns.map(\.name), cells: rows.flatMap { row($0) }, span: span,
      rowSpans: rowSpans.isEmpty ? [] : rows.map { rowSpans[$0] }, sources: sources)
  }
}
