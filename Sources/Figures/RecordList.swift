package import Declarations
package import Diagnostics

extension DiagnosticCode {
  package static let figuresRecords = DiagnosticCode(
    "figures.records",
    """
    Rows are written as a list of records, [{ name: 中国, rate: 75 }, …], or as columns, \
    { name: [中国, 欧盟], rate: [75, 74] }; a cell is a text or a number, and all columns are \
    equally long.
    """)
}

/// Rows written out as records or as columns, in YAML or JSON.
struct RecordList: Sendable {
  struct Cell: Sendable {
    var text: String
    var reading: Numeral.Reading
    var span: SourceSpan

    static let blank = Cell(text: "", reading: .blank, span: .none)
  }

  private(set) var profiles: [ColumnProfile] = []
  /// Row by row.
  private(set) var cells: [Cell] = []
  private(set) var rowSpans: [SourceSpan] = []
  private(set) var diagnostics: [Diagnostic] = []

  var names: [String] { profiles.map(\.name) }

  private let types: [String: ColumnType]

  init(_ value: YAMLValue, types: [String: ColumnType] = [:]) {
    self.types = types
    switch value.content {
    case .sequence(let records): readRecords(records)
    case .mapping(let columns): readColumns(columns, at: value.span)
    case .scalar:
      diagnostics.append(
        Diagnostic(.figuresRecords, "expected records, found \(value.kindName)", at: value.span))
    }
    profile()
  }

  private mutating func readRecords(_ records: [YAMLValue]) {
    var positions: [String: Int] = [:]
    var rows: [[(column: Int, value: YAMLValue)]] = []
    for record in records {
      guard case .mapping(let pairs) = record.content else {
        diagnostics.append(
          Diagnostic(
            .figuresRecords, "expected a record, found \(record.kindName)", at: record.span))
        continue
      }
      rowSpans.append(record.span)
      reportTwins(pairs.map(\.key))
      rows.append(pairs.map { (position(of: $0.key, in: &positions), $0.value) })
    }
    cells = [Cell](repeating: .blank, count: rows.count * profiles.count)
    for (row, pairs) in rows.enumerated() {
      for (column, value) in pairs { cells[row * profiles.count + column] = cell(value) }
    }
  }

  /// JSON lets a name stand twice in a record; one of its values would be lost.
  private mutating func reportTwins(_ keys: [YAMLKey]) {
    var known = KeyPlaces()
    for key in keys {
      guard let first = known.add(key) else { continue }
      let message = "column “\(key.name)” stands twice"
      diagnostics.append(
        Diagnostic(.figuresHeader, message, at: key.span).labelled("first here", at: first))
    }
  }

  private mutating func position(of key: YAMLKey, in positions: inout [String: Int]) -> Int {
    if let known = positions[key.name] { return known }
    let twin = positions.keys.contains { $0.lowercased() == key.name.lowercased() }
    let message = "column “\(key.name)” differs from another only by its capitals"
    if let problem = twin ? message : columnNameProblem(key.name) {
      diagnostics.append(Diagnostic(.figuresHeader, problem, at: key.span))
    }
    positions[key.name] = profiles.count
    profiles.append(ColumnProfile(name: key.name, declared: types[key.name]))
    return profiles.count - 1
  }

  private mutating func readColumns(
    _ columns: [(key: YAMLKey, value: YAMLValue)], at span: SourceSpan
  ) {
    var positions: [String: Int] = [:]
    var lists: [[YAMLValue]] = []
    reportTwins(columns.map(\.key))
    for (key, value) in columns where positions[key.name] == nil {
      guard case .sequence(let values) = value.content else {
        diagnostics.append(
          Diagnostic(.figuresRecords, "column “\(key.name)” is not a list", at: value.span))
        continue
      }
      if let first = lists.first, first.count != values.count {
        let message =
          "column “\(key.name)” has \(values.count) cells where others have \(first.count)"
        diagnostics.append(Diagnostic(.figuresRecords, message, at: key.span))
        continue
      }
      _ = position(of: key, in: &positions)
      lists.append(values)
    }
    for row in (lists.first ?? []).indices {
      rowSpans.append(lists[0][row].span)
      for list in lists { cells.append(cell(list[row])) }
    }
  }

  private mutating func cell(_ value: YAMLValue) -> Cell {
    guard case .scalar(let text, let isQuoted) = value.content else {
      diagnostics.append(
        Diagnostic(.figuresRecords, "a cell holds \(value.kindName)", at: value.span))
      return .blank
    }
    if value.isNull { return .blank }
    if isQuoted { return Cell(text: text, reading: .text, span: value.span) }
    let reading = Numeral.reading(of: Array(text.utf8)[...])
    return Cell(text: text, reading: reading, span: value.span)
  }

  private mutating func profile() {
    for (index, cell) in cells.enumerated() {
      profiles[index % profiles.count].add(
        Array(cell.text.utf8)[...], as: cell.reading, at: cell.span)
    }
    for profile in profiles { diagnostics += profile.diagnostics }
  }

  /// The value of a cell, as the storage of its column has it.
  func value(at index: Int) -> DataValue {
    let cell = cells[index]
    switch (cell.reading, profiles[index % profiles.count].storage) {
    case (.blank, _): return .null
    case (_, .text): return .text(cell.text)
    default:
      let digits = Array(cell.text.utf8)[...].trimmingSpaces
      return (try? ExactDecimal(parsing: digits)).map { .number($0) } ?? .null
    }
  }
}

extension DataTable {
  /// A table from records or columns that a chart or table block writes out itself.
  package static func inline(_ value: YAMLValue) -> Diagnosed<DataTable> {
    let list = RecordList(value)
    let table = DataTable(
      columns: list.names, cells: list.cells.indices.map { list.value(at: $0) }, span: value.span,
      rowSpans: list.rowSpans)
    return Diagnosed(table, list.diagnostics)
  }
}
