internal import Charts
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Figures
internal import Manuscript

/// Every number that a composed report prints, with its places.
func printedNumbers(on document: PagedDocument, _ compilation: Compilation) -> [NumberEntry] {
  var numbers = listNumbers(compilation)
  let places = tracePlaces(
    of: numbers.map(\.traced), on: document, fonts: compilation.layout.fonts)
  for index in numbers.indices { numbers[index].places = places[index] }
  // Sums are carried where pages end, which is not known before.
  return numbers.filter { $0.kind != .carried || !$0.places.isEmpty }
}

/// Lists every number that a report prints, with where it comes from: those of prose and texts in
/// their order, then the cells of the tables, their sums, then the labels of the charts.
func listNumbers(_ compilation: Compilation) -> [NumberEntry] {
  let lister = NumberLister(compilation)
  return compilation.numbers.map(lister.entry) + compilation.tables.flatMap(lister.cells)
    + compilation.tables.flatMap(lister.carriedSums) + compilation.charts.flatMap(lister.labels)
}

/// Entries of numbers that stand on no page.
func describeNumbers(_ numbers: [PrintedNumber], _ compilation: Compilation) -> [NumberEntry] {
  let lister = NumberLister(compilation)
  return numbers.map(lister.entry)
}

private struct NumberLister {
  let compilation: Compilation
  let sources: [String: DataLayer.Source]
  /// Charts and tables in the order of the sources.
  let blocks: [(span: SourceSpan, id: String)]

  init(_ compilation: Compilation) {
    self.compilation = compilation
    let declared = compilation.data.sources.map { ($0.name, $0) }
    sources = Dictionary(declared) { first, _ in first }
    let charts = compilation.charts.map { ($0.block, $0.spec.id) }
    let tables = compilation.tables.map { ($0.block, $0.spec.id) }
    blocks = (charts + tables).sorted { $0.0.place < $1.0.place }
  }

  private var data: DataLayer { compilation.data }

  /// The chart or table that a place lies in.
  private func block(at span: SourceSpan) -> String? {
    let next = blocks.partitioningIndex { $0.span.place > span.place }
    guard next > 0, blocks[next - 1].span.contains(span) else { return nil }
    return blocks[next - 1].id
  }
}

// MARK: Prose

extension NumberLister {
  func entry(_ number: PrintedNumber) -> NumberEntry {
    let figure = data.figure(number.figure)
    var entry = NumberEntry(
      kind: number.isStated ? .stated : .bound, figure: number.figure,
      block: block(at: number.span), value: number.value, unit: figure?.unit ?? "",
      text: number.ownText,
      rounding: rounding(of: number, figure), span: number.span, traced: traced(number))
    trace(&entry, number)
    return entry
  }

  /// Where a figure's value comes from.
  private func trace(_ entry: inout NumberEntry, _ number: PrintedNumber) {
    (entry.provider, entry.asOf) = (number.provider, number.asOf)
    entry.sources = number.files.map { source($0) }
    switch number.origin {
    case .literal:
      entry.sources = [source(named: compilation.figuresPath)]
      let figure = data.figure(number.figure)
      entry.sources[0].line = figure.flatMap { compilation.map.line(of: $0.span)?.line }
    case .query(let sql, _):
      entry.query = sql
      locate(&entry, at: number.cell, number.cell?.span)
    case .derivation(let expression, let operands):
      (entry.derivation, entry.operands) = (expression, operands)
    }
  }

  /// The binding itself, or what it helps to describe.
  private func traced(_ number: PrintedNumber) -> TracedText {
    compilation.described[number.span].map { TracedText(span: $0, spot: .picture) }
      ?? TracedText(span: number.span)
  }

  private func rounding(of number: PrintedNumber, _ figure: Figure?) -> String {
    if number.isStated { return "stated" }
    if let together = figure?.apportioned, together == number.printedValue,
      together != number.value
    {
      return "largest-remainder"
    }
    return data.rounding.name(from: number.value, to: number.printedValue)
  }
}

// MARK: Blocks

extension NumberLister {
  func cells(of job: Compilation.TableJob) -> [NumberEntry] {
    let table = job.table
    let names = table.columns.indices.first { table.columns[$0].kind == .text }
    var entries: [NumberEntry] = []
    for (shown, row) in job.rows.enumerated() {
      guard let row else { continue }
      for (place, column) in job.columns.enumerated() {
        guard case .number(let value) = table[row, column.index] else { continue }
        var entry = NumberEntry(
          kind: .cell, block: job.spec.id, row: row + 1, column: column.declared.name.value,
          item: names.flatMap { table[row, $0].text }, value: value,
          unit: unit(of: column, job), text: column.style.text(value),
          rounding: data.rounding.name(from: value, to: column.style.printedValue(of: value)),
          query: job.spec.data?.query, span: job.block,
          traced: TracedText(span: job.block, spot: .cell(row: shown, column: place)))
        addSources(of: table, row: row, column: column.index, to: &entry)
        entries.append(entry)
      }
    }
    return entries
  }

  /// Sums of columns down to each row; pages print some of them.
  func carriedSums(of job: Compilation.TableJob) -> [NumberEntry] {
    job.sums.map { sum in
      let column = job.columns[sum.column]
      var entry = NumberEntry(
        kind: .carried, block: job.spec.id, row: sum.row + 1, column: column.declared.name.value,
        value: sum.value, unit: unit(of: column, job), text: sum.text,
        rounding: data.rounding.name(from: sum.value, to: column.style.printedValue(of: sum.value)),
        query: job.spec.data?.query, derivation: "sum to the row", span: job.block,
        traced: TracedText(span: sum.span))
      addSources(of: job.table, row: nil, column: nil, to: &entry)
      return entry
    }
  }

  /// The unit of a column's values, which its head names as it is scaled for print.
  private func unit(of column: Tabulation.ShownColumn, _ job: Compilation.TableJob) -> String {
    let unit = column.declared.unit ?? job.spec.unit ?? ""
    let parts = NumberScale.split(unit)
    return column.style.scale != .one && parts.scale == column.style.scale ? parts.unit : unit
  }

  func labels(of job: Compilation.ChartJob) -> [NumberEntry] {
    job.labels.map { label in
      var entry = NumberEntry(
        kind: .label, block: job.spec.id, row: label.category.map { $0 + 1 },
        column: column(of: label, job),
        item: label.names.category.isEmpty ? nil : label.names.category,
        value: label.value, unit: label.unit ?? "", text: label.text,
        rounding: label.printed.map { data.rounding.name(from: label.value, to: $0) }
          ?? "largest-remainder",
        derivation: label.meaning == .value ? nil : label.meaning.rawValue,
        span: label.span ?? job.block,
        traced: TracedText(span: job.block, spot: .items(label.items)))
      if let span = label.span {
        traceAuthor(&entry, span, job)
      } else {
        traceData(&entry, label, job)
      }
      return entry
    }
  }

  private func column(of label: ChartLabel, _ job: Compilation.ChartJob) -> String? {
    guard label.category != nil else { return nil }
    return label.names.series.isEmpty ? job.spec.y.first?.value : label.names.series
  }

  private func traceData(
    _ entry: inout NumberEntry, _ label: ChartLabel, _ job: Compilation.ChartJob
  ) {
    guard label.meaning != .cell else { return }
    entry.query = job.spec.data?.query
    addSources(
      of: job.table, row: row(of: label, job),
      column: job.spec.y.count == 1 ? job.table.columnIndex(named: job.spec.y[0].value) : nil,
      to: &entry)
  }

  /// A number that the author gave to a chart: a figure, or what is written there.
  private func traceAuthor(
    _ entry: inout NumberEntry, _ span: SourceSpan, _ job: Compilation.ChartJob
  ) {
    if let id = job.declaration.values[span], data.figure(id) != nil {
      entry.figure = id
      trace(&entry, data.print(id, language: compilation.language, at: span).value)
    } else if let place = compilation.map.line(of: span) {
      entry.sources = [source(named: place.file)]
      entry.sources[0].line = place.line
    }
  }

  /// The row of data that a label prints, where its category stands in one row alone.
  private func row(of label: ChartLabel, _ job: Compilation.ChartJob) -> Int? {
    let table = job.table
    guard label.meaning == .value, job.spec.series == nil, job.spec.facets.isEmpty,
      let x = job.spec.x.flatMap({ table.columnIndex(named: $0.value) })
    else { return nil }
    let names = Dictionary(job.spec.names.map { ($0.key.name, $0.value) }) { first, _ in first }
    let rows = (0..<table.rowCount).filter { row in
      let name = table[row, x].text ?? ""
      return (names[name] ?? name) == label.names.category
    }
    return rows.count == 1 ? rows[0] : nil
  }

  private func addSources(
    of table: DataTable, row: Int?, column: Int?, to entry: inout NumberEntry
  ) {
    let declared = table.sources.compactMap { sources[$0] }
    entry.sources = declared.map { source($0.file ?? $0.name) }
    // Rows written in the block itself.
    if declared.isEmpty, let file = compilation.map.location(of: table.span)?.file {
      entry.sources = [self.source(named: file)]
    }
    if let row {
      // What is computed from a row has no cell, and the row of the cells beside it.
      let columns = (column.map { [$0] } ?? []) + table.columns.indices
      let cell = columns.lazy.compactMap { table.origin(row: row, column: $0) }.first
      locate(&entry, at: cell, columns.first.flatMap { table.place(row: row, column: $0) })
    }
    guard declared.count == 1 else { return }
    (entry.provider, entry.asOf) = (declared[0].provider, declared[0].asOf)
  }
}

// MARK: Files

extension NumberLister {
  /// A file as figures.yaml names it.
  private func source(_ written: String) -> NumberEntry.Source {
    let path = compilation.sourcePath(written)
    // Rows written in figures.yaml, and servers, are no files.
    let name =
      compilation.checksums[path] != nil
      ? path : written.hasPrefix("$") ? written : compilation.figuresPath
    return source(named: name)
  }

  private func source(named file: String) -> NumberEntry.Source {
    NumberEntry.Source(file: file, sha256: compilation.checksums[file])
  }

  /// Says at which row and line of its source a number stands.
  private func locate(_ entry: inout NumberEntry, at cell: DataCell?, _ span: SourceSpan?) {
    let line = span.flatMap(compilation.map.line)
    let name = cell.map { String($0.table.prefix { $0 != "." }) }
    let file = line?.file ?? name.flatMap { sources[$0]?.file }.map { source($0).file }
    guard let index = entry.sources.firstIndex(where: { $0.file == file }) else { return }
    (entry.sources[index].row, entry.sources[index].line) = (cell?.row, line?.line)
  }
}

extension YAMLValue {
  /// The SQL of a block's data; nil for rows written in place.
  fileprivate var query: String? {
    guard case .scalar(let sql, _) = content else { return nil }
    return sql
  }
}

extension SourceSpan {
  /// Where it begins, for ordering.
  var place: UInt64 { UInt64(source.index) << 32 | UInt64(lowerBound) }

  func contains(_ other: SourceSpan) -> Bool {
    source == other.source && lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
