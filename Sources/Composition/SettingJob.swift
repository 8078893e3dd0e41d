internal import Typography

/// A piece of text or a table to be set, independent of all others.
enum SettingJob: Sendable {
  case text(StyledText, LineSettings)
  case table(TableSetting)
}

/// What became of a job.
enum SettingResult: Sendable {
  case text(SetText)
  case table(SetTable)

  var text: SetText {
    if case .text(let text) = self { text } else { .empty }
  }

  var table: SetTable {
    if case .table(let table) = self { table } else { .empty }
  }
}

/// A paragraph with its lines.
struct SetText: Sendable {
  var paragraph: Typography.Paragraph
  var lines: [Line]
  var settings: LineSettings
  /// The paragraph in a line fewer and in a line more, where that can be had without being seen.
  var shorter: LineVariant?
  var longer: LineVariant?

  static let empty = SetText(
    paragraph: Typography.Paragraph.empty, lines: [], settings: LineSettings(measure: 0))
}

/// The cells of a table before its columns have widths.
struct TableSetting: Sendable {
  struct Column: Sendable {
    var alignment: LineSettings.Alignment
    /// Share of the measure; nil lets the content decide.
    var width: Double?
  }

  var columns: [Column]
  var head: [StyledText]
  var rows: [[StyledText]]
  var measure: Double
  /// Padding at the left and right of a cell.
  var padding: Double
  /// Whether the first column stands at the right.
  var isMirrored: Bool
}

/// A table with column widths and set cells.
struct SetTable: Sendable {
  var columnWidths: [Double]
  var isMirrored: Bool
  var head: [SetText]
  var rows: [[SetText]]

  static let empty = SetTable(columnWidths: [], isMirrored: false, head: [], rows: [])
}
