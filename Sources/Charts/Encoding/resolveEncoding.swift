internal import Declarations
package import Diagnostics
package import Figures

/// Gives the columns of the data their meaning: categories, series, values.
///
/// - Returns: the data in normal form, or nil with at least one error.
package func resolveEncoding(
  _ spec: ChartSpec, _ table: DataTable
) -> Diagnosed<ChartData?> {
  var resolver = EncodingResolver(spec: spec, table: table)
  let data = resolver.resolve()
  let failed = resolver.findings.contains { $0.severity == .error }
  return Diagnosed(failed ? nil : data, resolver.findings)
}

private struct EncodingResolver {
  let spec: ChartSpec
  let table: DataTable
  let names: [String: String]
  var findings: [Diagnostic] = []

  init(spec: ChartSpec, table: DataTable) {
    self.spec = spec
    self.table = table
    names = Dictionary(
      spec.names.map { ($0.key.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func resolve() -> ChartData? {
    guard table.rowCount > 0, !table.columns.isEmpty else {
      report(.chartNoData, "the data of “\(spec.id)” have no row", at: dataSpan)
      return nil
    }
    guard let x = categoryColumn(), let ys = valueColumns(), let series = seriesColumn() else {
      return nil
    }
    var data: ChartData
    if let series, let y = ys.first {
      data = longForm(x: x, y: y, series: series)
    } else {
      data = wideForm(x: x, ys: ys)
    }
    if !spec.lines.isEmpty { data = linesLast(data, ys) }
    if data.series.allSatisfy({ $0.values.allSatisfy { $0 == nil } }) && findings.isEmpty {
      report(.chartNoData, "the data of “\(spec.id)” have no value", at: dataSpan)
    }
    return data
  }

  private var dataSpan: SourceSpan { spec.data?.span ?? spec.span }

  private func rowSpan(_ row: Int) -> SourceSpan {
    let span = table.rowSpans.indices.contains(row) ? table.rowSpans[row] : .none
    return span == .none ? dataSpan : span
  }

  private mutating func report(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan, hint: String? = nil
  ) {
    findings.append(Diagnostic(code, message, at: span).hinting(hint))
  }

  private mutating func column(_ name: String, at span: SourceSpan) -> Int? {
    if let index = table.columnIndex(named: name) { return index }
    let columns = table.columns.map(\.name)
    report(
      .chartUnknownColumn, "the data have no column “\(name)”", at: span,
      hint: suggestion(for: name, among: columns)
        ?? "columns: \(columns.joined(separator: ", "))")
    return nil
  }

  private mutating func categoryColumn() -> Int? {
    guard let x = spec.x else {
      report(.chartMissingEncoding, "“x” is missing: the column of the categories", at: spec.span)
      return nil
    }
    return column(x.value, at: x.span)
  }

  private mutating func valueColumns() -> [Int]? {
    guard !spec.y.isEmpty else {
      report(.chartMissingEncoding, "“y” is missing: the column of the values", at: spec.span)
      return nil
    }
    var columns: [Int] = []
    for y in spec.y {
      if let column = column(y.value, at: y.span) { columns.append(column) }
    }
    return columns.count == spec.y.count ? columns : nil
  }

  /// Nil when the named column is not there; some nil when no column is named.
  private mutating func seriesColumn() -> Int?? {
    guard let series = spec.series else { return .some(nil) }
    return column(series.value, at: series.span).map { $0 }
  }

  /// Puts the series that are drawn as lines behind those that are bars.
  private mutating func linesLast(_ data: ChartData, _ ys: [Int]) -> ChartData {
    let names = data.series.map(\.name)
    var places: [Int] = []
    for line in spec.lines {
      let place =
        names.firstIndex(of: printed(line.value))
        ?? (spec.series == nil ? spec.y.firstIndex { $0.value == line.value } : nil)
      if let place {
        places.append(place)
      } else {
        report(
          .chartUnknownSeries, "the data have no series “\(line.value)”", at: line.span,
          hint: suggestion(for: line.value, among: names))
      }
    }
    if places.count >= names.count, let first = spec.lines.first {
      report(
        .chartUnknownSeries, "every series of “\(spec.id)” is a line", at: first.span,
        hint: "declare kind: line")
    }
    var copy = data
    let bars = data.series.indices.filter { !places.contains($0) }
    copy.series = (bars + places).map { data.series[$0] }
    return copy
  }

  /// The interval of a row, when its columns are declared.
  private mutating func interval(row: Int, around middle: ChartValue?) -> ChartData.Interval? {
    guard let lowName = spec.low, let highName = spec.high,
      let lowColumn = table.columnIndex(named: lowName.value),
      let highColumn = table.columnIndex(named: highName.value),
      let low = value(row: row, column: lowColumn, at: lowName.span),
      let high = value(row: row, column: highColumn, at: highName.span)
    else { return nil }
    if low.exact > high.exact
      || middle.map({ $0.exact < low.exact || $0.exact > high.exact }) ?? false
    {
      findings.append(
        Diagnostic(
          .chartIntervalOrder,
          "the interval from \(low.exact.description) to \(high.exact.description) does not hold its "
            + "value", at: lowName.span
        ).labelled("the row of the value", at: rowSpan(row)))
    }
    return ChartData.Interval(low: low, high: high)
  }

  /// Whether intervals are declared; reports a column that is not there or stands alone.
  private mutating func hasIntervals() -> Bool {
    guard let name = spec.low ?? spec.high else { return false }
    guard let low = spec.low, let high = spec.high else {
      report(.chartMissingEncoding, "an interval needs both “low” and “high”", at: name.span)
      return false
    }
    if spec.series == nil && spec.y.count > 1 {
      report(
        .chartMissingEncoding, "intervals belong to one value column", at: name.span,
        hint: "write one row for each series and name the column with series")
      return false
    }
    let lowColumn = column(low.value, at: low.span)
    let highColumn = column(high.value, at: high.span)
    return lowColumn != nil && highColumn != nil
  }

  private mutating func wideForm(x: Int, ys: [Int]) -> ChartData {
    let hasIntervals = hasIntervals()
    var intervals: [ChartData.Interval?] = []
    var seen: [String: Int] = [:]
    var categories: [String] = []
    var values = [[ChartValue?]](repeating: [], count: ys.count)
    for row in 0..<table.rowCount {
      let name = table[row, x].text ?? ""
      if let first = seen.updateValue(row, forKey: name) {
        reportDuplicate(name, row, first: first)
      }
      categories.append(printed(name))
      for (index, y) in ys.enumerated() {
        values[index].append(value(row: row, column: y, at: spec.y[index].span))
      }
      if hasIntervals { intervals.append(interval(row: row, around: values[0].last ?? nil)) }
    }
    let series = zip(ys, values).map { y, values in
      ChartData.Series(
        name: printed(table.columns[y].name), values: values, intervals: intervals)
    }
    return ChartData(categories: categories, series: series)
  }

  private mutating func longForm(x: Int, y: Int, series: Int) -> ChartData {
    var categories = NameIndex()
    var groups = NameIndex()
    let hasIntervals = hasIntervals()
    var cells: [Datum: (row: Int, value: ChartValue?)] = [:]
    var intervals: [Datum: ChartData.Interval] = [:]
    for row in 0..<table.rowCount {
      let category = table[row, x].text ?? ""
      let datum = Datum(
        series: groups.index(of: table[row, series].text ?? ""),
        category: categories.index(of: category))
      let value = value(row: row, column: y, at: spec.y[0].span)
      if hasIntervals { intervals[datum] = interval(row: row, around: value) }
      if let first = cells.updateValue((row, value), forKey: datum) {
        reportDuplicate(category, row, first: first.row)
      }
    }
    let rows = groups.names.indices.map { group in
      ChartData.Series(
        name: printed(groups.names[group]),
        values: categories.names.indices.map {
          cells[Datum(series: group, category: $0)]?.value
        },
        intervals: hasIntervals
          ? categories.names.indices.map { intervals[Datum(series: group, category: $0)] } : [])
    }
    return ChartData(categories: categories.names.map(printed), series: rows)
  }

  private func printed(_ name: String) -> String { names[name] ?? name }

  private mutating func value(row: Int, column: Int, at span: SourceSpan) -> ChartValue? {
    switch table[row, column] {
    case .null: return nil
    case .number(let number): return ChartValue(number)
    case .text(let text):
      if text.isEmpty { return nil }
      if let value = ChartValue(text) { return value }
      findings.append(
        Diagnostic(
          .chartNotANumber, "“\(text)” in column “\(table.columns[column].name)” is not a number",
          at: span
        ).labelled("the row of the value", at: rowSpan(row)))
      return nil
    }
  }

  private mutating func reportDuplicate(_ name: String, _ row: Int, first: Int) {
    findings.append(
      Diagnostic(.chartDuplicateCategory, "category “\(name)” stands in two rows", at: dataSpan)
        .labelled("first row", at: rowSpan(first))
        .labelled("second row", at: rowSpan(row)))
  }
}

/// Names in the order of their first use.
private struct NameIndex {
  var names: [String] = []
  private var places: [String: Int] = [:]

  init() {}

  mutating func index(of name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
