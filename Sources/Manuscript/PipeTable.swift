package import Diagnostics
package import Geometry

/// A pipe table of GitHub's Markdown, with a caption by Pandoc's convention.
package struct PipeTable: Sendable {
  package enum Alignment: String, Sendable {
    case natural
    case left
    case center
    case right
  }

  package struct Cell: Sendable {
    package var content: [Inline]
    package var span: SourceSpan
  }

  package struct Row: Sendable {
    /// As many as the table has columns; cells that were not written are empty.
    package var cells: [Cell]
    package var span: SourceSpan
  }

  /// One per column.
  package var alignments: [Alignment]
  package var head: Row
  package var rows: [Row]
  package var caption: [Inline] = []
  package var source: [Inline] = []
  package var note: [Inline] = []
  package var attributes = Attributes()
  /// Declared widths of the columns in order, nil where the content decides; empty when there are
  /// none.
  package var widths: [Length?] = []
  /// From the head to the end of the caption.
  package var span: SourceSpan
}
