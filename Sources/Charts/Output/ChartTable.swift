internal import Figures

/// The data of a chart as a table: for the tagged PDF, and as CSV beside the image.
package struct ChartTable: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    /// The number as the chart prints it; "—" for a missing one.
    package var printed: String
    /// The exact number; nil for a missing one.
    package var exact: String?

    package init(printed: String, exact: String?) {
      self.printed = printed
      self.exact = exact
    }

    /// A share as it is printed; the number without its sign.
    init(_ printed: String, _ share: ExactDecimal) {
      self.init(printed: printed, exact: share.description)
    }
  }

  package struct Row: Hashable, Sendable {
    package var category: String
    package var cells: [Cell]
  }

  /// Heads of the category column and of the value columns.
  package var heads: [String]
  package var rows: [Row]

  /// The exact values as CSV (RFC 4180).
  package var csv: String {
    let lines =
      [heads] + rows.map { row in [row.category] + row.cells.map { $0.exact ?? "" } }
    return lines.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private func quoted(_ field: String) -> String {
    // U+0085, U+2028 and U+2029 are line ends too, and begin with these two bytes in UTF-8.
    let isPlain = field.utf8.allSatisfy { byte in
      byte > 0x0D && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != 0xC2
        && byte != 0xE2
    }
    if isPlain || !field.contains(where: { ",\"".contains($0) || $0.isNewline }) { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
