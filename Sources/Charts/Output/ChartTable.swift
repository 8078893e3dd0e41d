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
    let needsQuotes = field.contains { ",\"\r\n".contains($0) || $0.isNewline }
    return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }
}
