package import Diagnostics

extension DiagnosticCode {
  package static let figuresBrokenCSV = DiagnosticCode(
    "figures.broken-csv",
    """
    A CSV file is not written as RFC 4180 says: a quote that never closes, or text after a closing \
    quote. Double the quotes inside a quoted cell.
    """)
  package static let figuresRaggedRow = DiagnosticCode(
    "figures.ragged-row",
    """
    A row of a CSV file has more or fewer cells than its header. A separator inside a cell needs \
    quotes around the cell.
    """)
  package static let figuresHeader = DiagnosticCode(
    "figures.header",
    """
    The names of the columns are unusable: each must be there once, begin with a letter and hold \
    only letters, digits and underscores, because SQL uses them.
    """)
  package static let figuresCellTooLarge = DiagnosticCode(
    "figures.cell-too-large",
    "A cell holds more than a megabyte, most often because a quote is missing somewhere.")
}

/// What stands between the cells of a row.
package enum Delimiter: String, CaseIterable, Sendable {
  case comma
  case semicolon
  case tab

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }
}

/// A CSV file whose header is known and whose columns are profiled; its cells stay in the text.
struct CSVTable: Sendable {
  static let maximumColumns = 500
  static let maximumCell = 1_000_000

  var text: SourceText
  var separator: UInt8
  var profiles: [ColumnProfile]

  /// A reader that stands on the first row after the header.
  func rows() -> CSVReader {
    var reader = CSVReader(bytes: text.bytes, from: text.start, separator: separator)
    var header: [CSVReader.Cell] = []
    _ = reader.next(into: &header)
    return reader
  }
}

/// Reads the header and profiles every column; the cells are stored in a second pass, so that a
/// file of any length needs no memory beyond its text.
func readCSV(
  _ text: SourceText, delimiter: Delimiter? = nil, types: [String: ColumnType] = [:]
) -> Diagnosed<CSVTable?> {
  let separator = delimiter?.byte ?? CSVReader.separator(of: text.bytes, from: text.start)
  var reader = CSVReader(bytes: text.bytes, from: text.start, separator: separator)
  var cells: [CSVReader.Cell] = []
  guard case .row(let headerRow) = reader.next(into: &cells) else {
    let span = text.span(text.start..<min(text.start + 1, text.bytes.count))
    return Diagnosed(nil, [Diagnostic(.figuresHeader, "the file has no header row", at: span)])
  }
  let problems = headerProblems(cells, of: text)
  guard problems.isEmpty, cells.count <= CSVTable.maximumColumns else {
    let tooMany = Diagnostic(
      .figuresHeader, "the file has \(cells.count) columns", at: text.span(headerRow))
    return Diagnosed(nil, problems.isEmpty ? [tooMany] : Array(problems.prefix(20)))
  }
  let header = cells
  var profiler = CSVProfiler(names: header.map { text.string($0) }, types: types, text: text)
  profiler.profile(&reader)
  let table = CSVTable(text: text, separator: separator, profiles: profiler.profiles)
  let empty = zip(header, profiler.profiles).filter(\.1.isEmpty).map { cell, profile in
    Diagnostic(
      .figuresEmptyColumn, "column “\(profile.name)” is empty in every row", severity: .warning,
      at: text.span(cell.range))
  }
  return Diagnosed(table, profiler.diagnostics + empty + profiler.profiles.flatMap(\.diagnostics))
}

private func headerProblems(_ cells: [CSVReader.Cell], of text: SourceText) -> [Diagnostic] {
  var seen: [String: SourceSpan] = [:]
  var problems: [Diagnostic] = []
  for (index, cell) in cells.enumerated() {
    let name = text.string(cell)
    let span = text.span(cell.range)
    if name.isEmpty {
      problems.append(Diagnostic(.figuresHeader, "column \(index + 1) has no name", at: span))
    } else if let problem = columnNameProblem(name) {
      problems.append(Diagnostic(.figuresHeader, problem, at: span))
    } else if let first = seen.updateValue(span, forKey: name.lowercased()) {
      problems.append(
        Diagnostic(.figuresHeader, "column “\(name)” stands twice in the header", at: span)
          .labelled("first here", at: first))
    }
  }
  return problems
}

/// What is wrong with the name of a column; nil when nothing is.
func columnNameProblem(_ name: String) -> String? {
  guard let first = name.unicodeScalars.first else { return "a column has no name" }
  let isName = name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
  if isName, first.properties.isXIDStart, name.utf8.count <= 200 { return nil }
  return "“\(name.prefix(40))” is no name for a column"
}

/// The first pass over the rows: their widths, and what their cells are.
private struct CSVProfiler {
  private let text: SourceText
  private(set) var profiles: [ColumnProfile]
  private(set) var diagnostics: [Diagnostic] = []
  private var problemCount = 0

  init(names: [String], types: [String: ColumnType], text: SourceText) {
    self.text = text
    profiles = names.map { ColumnProfile(name: $0, declared: types[$0]) }
  }

  mutating func profile(_ reader: inout CSVReader) {
    var cells: [CSVReader.Cell] = []
    while true {
      switch reader.next(into: &cells) {
      case .end: return reportRest()
      case .broken(let range, let message): report(.figuresBrokenCSV, message, range)
      case .row(let range):
        if cells.count == profiles.count { add(cells) } else { reportWidth(cells.count, range) }
      }
    }
  }

  private mutating func add(_ cells: [CSVReader.Cell]) {
    for (column, cell) in cells.enumerated() {
      if cell.range.count > CSVTable.maximumCell {
        let range = cell.range.lowerBound..<cell.range.lowerBound + 1
        report(.figuresCellTooLarge, "a cell holds \(cell.range.count) bytes", range)
      }
      let bytes = text.bytes[cell.range]
      profiles[column].add(bytes, as: Numeral.reading(of: bytes), at: text.span(cell.range))
    }
  }

  private mutating func reportWidth(_ count: Int, _ range: Range<Int>) {
    let cells = count == 1 ? "1 cell" : "\(count) cells"
    report(
      .figuresRaggedRow, "the row has \(cells) where the header names \(profiles.count)", range)
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, _ range: Range<Int>) {
    problemCount += 1
    guard problemCount <= 20 else { return }
    diagnostics.append(Diagnostic(code, message, at: text.span(range)))
  }

  private mutating func reportRest() {
    guard problemCount > 20, let last = diagnostics.last else { return }
    let message = "the file has \(problemCount - 20) more broken rows"
    diagnostics.append(Diagnostic(last.code, message, at: last.span))
  }
}

extension SourceText {
  /// The text of a cell, its doubled quotes made single.
  func string(_ cell: CSVReader.Cell) -> String {
    String(decoding: content(cell), as: UTF8.self)
  }

  func content(_ cell: CSVReader.Cell) -> [UInt8] {
    guard cell.hasDoubledQuotes else { return Array(bytes[cell.range]) }
    var content: [UInt8] = []
    var index = cell.range.lowerBound
    while index < cell.range.upperBound {
      content.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return content
  }
}
