internal import Declarations
internal import Manuscript

/// How a report is read.
struct CompileOptions {
  /// The folder with `Layouts/` and `Fonts/`; nil to look for it.
  var home: String?
  /// Whether what differs from its recorded checksum is an error.
  var isLocked = false
  /// What stands for the declared values of the report's parameters.
  var parameters = Parameters()
  /// Whether the numbers of the text are held against the figures, which changes no page.
  var checksNumerals = true
  var parse: ChapterParsing = { $0.map(parseChapter) }
}
