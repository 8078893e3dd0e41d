package import Diagnostics
package import Figures

/// Gives the rows of each plot of small multiples their meaning, and joins them in one set of data:
/// the categories of all, and the series of each plot one after the other.
///
/// - Returns: the data with their panels, or nil with at least one error.
package func resolveMultiples(_ spec: ChartSpec, _ table: DataTable) -> Diagnosed<ChartData?> {
  let columns = facetColumns(spec, table)
  guard columns.diagnostics.isEmpty else { return Diagnosed(nil, columns.diagnostics) }
  let groups = rowGroups(of: table, by: columns.value)
  let grid = columns.value.count == 2 ? PanelGrid(groups.map(\.names)) : nil
  if let finding = checkCount(groups.count, grid, spec) { return Diagnosed(nil, [finding]) }
  var findings: [Diagnostic] = []
  var panels: [(names: [String], data: ChartData)] = []
  for group in groups {
    let resolved = resolveEncoding(spec, table.picking(group.rows))
    findings += resolved.diagnostics
    if let data = resolved.value { panels.append((group.names, data)) }
  }
  let failed = findings.contains { $0.severity == .error }
  return Diagnosed(failed ? nil : joined(panels, grid), findings)
}

private func facetColumns(_ spec: ChartSpec, _ table: DataTable) -> Diagnosed<[Int]> {
  var columns = Diagnosed<[Int]>([])
  let names = table.columns.map(\.name)
  for facet in spec.facets {
    if let column = table.columnIndex(named: facet.value) {
      columns.value.append(column)
    } else {
      columns.diagnostics.append(
        Diagnostic(
          .chartUnknownColumn, "the data have no column “\(facet.value)”", at: facet.span
        ).hinting(
          suggestion(for: facet.value, among: names)
            ?? "columns: \(names.joined(separator: ", "))"))
    }
  }
  if let third = spec.facets.dropFirst(2).first {
    columns.diagnostics.append(
      Diagnostic(
        .chartManyPanels, "small multiples have rows and columns, and no third direction",
        at: third.span))
  }
  return columns
}

private func checkCount(_ count: Int, _ grid: PanelGrid?, _ spec: ChartSpec) -> Diagnostic? {
  let span = spec.facets.last?.span ?? spec.span
  if let grid, grid.columns.count > 6 {
    return Diagnostic(
      .chartManyPanels, "“\(spec.id)” has \(grid.columns.count) plots side by side; 6 at most",
      at: span, hints: ["name the column with fewer values last"])
  }
  guard count > 36 else { return nil }
  return Diagnostic(
    .chartManyPanels, "“\(spec.id)” has \(count) plots; at most 36 are shown", at: span)
}

private func rowGroups(
  of table: DataTable, by columns: [Int]
) -> [(names: [String], rows: [Int])] {
  var groups: [(names: [String], rows: [Int])] = []
  var places: [[String]: Int] = [:]
  for row in 0..<table.rowCount {
    let names = columns.map { table[row, $0].text ?? "" }
    if let place = places[names] {
      groups[place].rows.append(row)
    } else {
      places[names] = groups.count
      groups.append((names, [row]))
    }
  }
  return groups
}

private func joined(
  _ panels: [(names: [String], data: ChartData)], _ grid: PanelGrid?
) -> ChartData {
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
    parts.append(
      ChartData.Panel(
        name: panel.names.joined(separator: " · "), series: start..<series.count,
        cell: grid?.cell(of: panel.names)))
  }
  var data = ChartData(categories: categories, series: series)
  data.panels = parts
  data.grid = grid
  return data
}

extension DataTable {
  fileprivate func picking(_ rows: [Int]) -> DataTable {
    DataTable(
      columns: columns.map(\.name), cells: rows.flatMap { row($0) }, span: span,
      rowSpans: rowSpans.isEmpty ? [] : rows.map { rowSpans[$0] }, sources: sources)
  }
}
