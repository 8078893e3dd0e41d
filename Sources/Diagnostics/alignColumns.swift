/// Rows of text as a table for a terminal, where Han characters take two columns; what would steer
/// the terminal is replaced.
///
/// - Parameters:
///   - rows: all of the same number of cells, the head first.
///   - numeric: columns whose cells end under each other.
/// - Returns: a line for each row; columns stand two spaces apart.
package func alignColumns(_ rows: [[String]], numeric: Set<Int> = []) -> String {
  let cells = rows.map { $0.map(printable) }
  let count = rows.first?.count ?? 0
  let widths = (0..<count).map { column in cells.map { width(of: $0[column]) }.max() ?? 0 }
  return cells.map { row in
    let padded = row.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - width(of: cell))
      return numeric.contains(column) ? space + cell : cell + space
    }
    return padded.joined(separator: "  ").trimmingEnd + "\n"
  }.joined()
}

private func printable(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { scalars.append(scalar.printable) }
  return String(scalars)
}

private func width(of text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + $1.columns }
}

extension String {
  fileprivate var trimmingEnd: Substring {
    self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
  }
}

extension SourceMap {
  /// `file:line:column` of a span, as findings name it; nil without a source.
  package func place(of span: SourceSpan, below folder: String) -> String? {
    DiagnosticPlace(span, in: self, below: folder)?.text
  }
}
