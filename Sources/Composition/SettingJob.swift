internal import Typography

/// A piece of text or a table to be set, independent of all others.
enum SettingJob: Hashable, Sendable {
  case text(StyledText, LineSettings)
  case table(TableSetting)

  /// The texts that the job sets.
  var texts: [StyledText] {
    switch self {
    case .text(let text, _): [text]
    case .table(let table): (table.head + table.rows).flatMap { $0.cells.map(\.text) }
    }
  }
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
