internal import Typography

/// A piece of text or a table to be set, independent of all others.
enum SettingJob: Hashable, Sendable {
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
