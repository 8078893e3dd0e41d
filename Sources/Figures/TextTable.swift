package import Diagnostics

/// A CSV file whose cells are taken as texts.
package struct TextTable: Sendable {
  package struct Row: Sendable {
    package var cells: [String]
    package var span: SourceSpan
  }

  package var columns: [String]
  /// Rows as wide as the header, in the order of the file.
  package var rows: [Row]
}

extension TextTable {
  /// Reads a CSV file with a header; nil with diagnostics when it is none.
  package static func read(_ file: DataFile) -> Diagnosed<TextTable?> {
    guard let text = SourceText(file) else {
      let span = SourceSpan(source: file.source, range: 0..<0)
      return Diagnosed(
        nil, [Diagnostic(.figuresEncoding, "the table is neither UTF-8 nor GB 18030", at: span)])
    }
    let read = readCSV(text)
    guard let table = read.value else { return Diagnosed(nil, read.diagnostics) }
    var result = TextTable(columns: table.profiles.map(\.name), rows: [])
    var reader = table.rows()
    var cells: [CSVReader.Cell] = []
    while case .row(let range) = reader.next(into: &cells) {
      guard cells.count == result.columns.count else { continue }
      result.rows.append(Row(cells: cells.map(text.string), span: text.span(range)))
    }
    return Diagnosed(result, read.diagnostics.filter { $0.code != .figuresLongNumbers })
  }
}
