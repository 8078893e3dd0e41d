package import Diagnostics
package import Drawing
package import Geometry
package import Manuscript
package import Typography

/// A data table with its cells as they are to be shown.
///
/// Texts of heads and cells may hold marks `[^key]` of the table's own notes.
package struct TableContent: Sendable {
  package struct Column: Sendable {
    package enum Alignment: Hashable, Sendable {
      /// Numbers by their points, anything else at the start.
      case natural
      case decimal
      case fixed(LineSettings.Alignment)
    }

    package var alignment: Alignment
    /// Nil lets the content decide.
    package var width: Length?

    package init(alignment: Alignment, width: Length? = nil) {
      self.alignment = alignment
      self.width = width
    }
  }

  /// A head, of one column or of several that stand side by side.
  package struct Head: Sendable {
    package var title: [Inline]
    package var columns: Range<Int>
    /// How many rows of the head it takes.
    package var rowSpan: Int

    package init(title: [Inline], columns: Range<Int>, rowSpan: Int) {
      self.title = title
      self.columns = columns
      self.rowSpan = rowSpan
    }
  }

  package struct Row: Sendable {
    package enum Kind: Hashable, Sendable {
      case plain
      /// Names the rows below it, over the whole width.
      case group
      case total
    }

    package var kind: Kind
    /// One for each column, a group's only one.
    package var cells: [String]

    package init(kind: Kind = .plain, cells: [String]) {
      self.kind = kind
      self.cells = cells
    }
  }

  /// Sums that are carried from page to page.
  package struct Carry: Sendable {
    /// The columns that are summed, in order.
    package var columns: [Int]
    /// For each row the sums with it, as they are to be shown.
    package var sums: [[String]]
    /// Source of the sums' places, which stands for no text: they are numbered row by row.
    package var source = SourceID(index: 0)

    package init(columns: [Int], sums: [[String]]) {
      self.columns = columns
      self.sums = sums
    }

    /// The place of one sum.
    package func span(row: Int, column: Int) -> SourceSpan {
      let number = row * columns.count + column
      return SourceSpan(source: source, range: number..<number + 1)
    }
  }

  package struct Note: Sendable {
    package var key: String
    package var text: [Inline]

    package init(key: String, text: [Inline]) {
      self.key = key
      self.text = text
    }
  }

  package var title: [Inline]
  package var translations: [TranslatedTitle] = []
  package var columns: [Column]
  /// Row by row; the last row is that of the columns themselves.
  package var head: [[Head]]
  package var rows: [Row]
  package var carry: Carry?
  package var unit: String?
  package var source: [Inline] = []
  package var note: [Inline] = []
  package var notes: [Note] = []
  /// What stands between whole numbers and decimals, as the numbers are written.
  package var decimalPoint = "."
  /// Name of the layout's style of tables; nil for its usual one.
  package var style: Spanned<String>?
  /// Where it may stand as a float; nil keeps it where it is called.
  package var placement: [FloatPlacement]?

  package init(title: [Inline], columns: [Column], head: [[Head]], rows: [Row]) {
    self.title = title
    self.columns = columns
    self.head = head
    self.rows = rows
  }
}
