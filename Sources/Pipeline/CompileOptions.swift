internal import Declarations
internal import Diagnostics
internal import Manuscript
internal import Parallelism

/// How a report is read.
struct CompileOptions {
  /// The folder with `Layouts/` and `Fonts/`; nil to look for it.
  var home: String?
  /// Whether what differs from `colophon.lock` is an error.
  var isLocked = false
  /// What stands for the declared values of the report's parameters.
  var parameters = Parameters()
  /// Whether the numbers of the text are held against the figures, which changes no page.
  var checksNumerals = true
  /// How many threads may read.
  var tasks = 1
  /// What the last reading of the report has left.
  var memory: ReadingMemory?

  /// Parses chapters as the options say.
  func parsed(_ chapters: [ChapterSource]) -> [Diagnosed<Chapter>] {
    memory?.parse(chapters) ?? inParallel(chapters, tasks: tasks, parseChapter)
  }
}
