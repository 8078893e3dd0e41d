internal import Drawing
package import Geometry
package import Typography

/// How a table is ruled, padded and set; rules and grounds that are nil are not drawn.
package struct TableStyle: Hashable, Sendable {
  package var topRule: RuleStyle?
  package var headRule: RuleStyle?
  package var bottomRule: RuleStyle?
  package var rowRule: RuleStyle?
  /// Between columns.
  package var columnRule: RuleStyle?
  /// At the left and right of the table.
  package var sideRule: RuleStyle?
  /// Under a head that spans columns.
  package var groupRule: RuleStyle?
  /// Above the row of totals and the lines of carried sums.
  package var totalRule: RuleStyle?
  package var headBackground: Color?
  /// Behind every second row.
  package var stripe: Color?
  package var totalBackground: Color?
  /// Padding of a cell.
  package var padding: EdgeInsets
  package var before: Double
  package var after: Double
  /// Where a column of numbers stands as a block.
  package var numbers: LineSettings.Alignment
  /// Paragraph styles of the head, of cells, of rows that name a group, of totals.
  package var head: String
  package var cell: String
  package var group: String
  package var total: String
}
