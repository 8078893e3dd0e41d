internal import Typography

/// A cell with its widths.
struct MeasuredCell {
  var cell: TableSetting.Cell
  var paragraph: Typography.Paragraph
  /// Width on one line, and of what no line end may divide.
  var natural: Double
  var least: Double
  /// Whether it stands among the numbers of a decimal column.
  var isNumberCell = false
  /// Width of a number up to its point; nil for what is no number of a decimal column.
  var point: Double?

  init(_ cell: TableSetting.Cell, _ paragraph: Typography.Paragraph) {
    self.cell = cell
    self.paragraph = paragraph
    natural = paragraph.naturalWidth
    least = paragraph.minimumWidth
  }
}

extension [[MeasuredCell]] {
  /// Lets words be divided.
  mutating func hyphenate() {
    for row in indices {
      for cell in self[row].indices {
        self[row][cell].least = self[row][cell].paragraph.minimumWidth(hyphenates: true)
      }
    }
  }
}
