package import Declarations
package import Diagnostics
package import Figures

/// Reads inline data, a list of mappings, into a table; columns come in the order of first use.
package func readInlineRecords(_ yaml: YAMLValue) -> Diagnosed<DataTable> {
  guard case .sequence(let values) = yaml.content else {
    let finding = Diagnostic(
      .chartBadRecords, "expected a list of records, found \(yaml.kindName)", at: yaml.span)
    return Diagnosed(.empty, [finding])
  }
  var reader = RecordReader()
  for value in values { reader.read(value) }
  return Diagnosed(reader.table(span: yaml.span), reader.findings)
}

private struct RecordReader {
  private var columns: [String] = []
  private var places: [String: Int] = [:]
  private var rows: [[DataValue]] = []
  private var spans: [SourceSpan] = []
  var findings: [Diagnostic] = []

  mutating func read(_ value: YAMLValue) {
    guard case .mapping(let pairs) = value.content else {
      findings.append(
        Diagnostic(.chartBadRecords, "expected a record, found \(value.kindName)", at: value.span))
      return
    }
    var row = [DataValue](repeating: .null, count: columns.count)
    for (key, value) in pairs {
      let place = place(of: key.name)
      while row.count <= place { row.append(.null) }
      row[place] = DataValue(value)
    }
    rows.append(row)
    spans.append(value.span)
  }

  private mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = columns.count
    columns.append(name)
    return columns.count - 1
  }

  func table(span: SourceSpan) -> DataTable {
    let cells = rows.flatMap { row in
      row + [DataValue](repeating: .null, count: columns.count - row.count)
    }
    return DataTable(columns: columns, cells: cells, span: span, rowSpans: spans)
  }
}

extension DataValue {
  fileprivate init(_ value: YAMLValue) {
    guard !value.isNull, case .scalar(let text, let isQuoted) = value.content else {
      self = .null
      return
    }
    if !isQuoted, let number = try? ExactDecimal(parsing: text) {
      self = .number(number)
    } else {
      self = .text(text)
    }
  }
}
