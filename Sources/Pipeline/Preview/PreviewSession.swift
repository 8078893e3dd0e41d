internal import Composition
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Foundation
internal import Manuscript

/// Keeps a report composed while its files change.
///
/// The phases are the build's own; what has not changed is taken over from the last time: chapters
/// that read the same, charts with the same data, paragraphs of the same text. Pages are shown
/// before the slower checks have run.
package actor PreviewSession {
  private let request: PreviewRequest
  private let world: any World
  private let tasks: Int
  private var last: ComposedReport?
  private var chapters = ChapterMemory()
  /// What the layout and the fonts were made from: with others nothing is taken over.
  private var looks: [[UInt8]] = []
  private var version = 0
  private var pictures = 0
  private(set) var document: PagedDocument?

  package init(_ request: PreviewRequest, world: any World = FileWorld()) {
    self.request = request
    self.world = world
    tasks = max(1, request.jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// The folders whose files a preview depends on.
  package nonisolated var folders: [String] {
    let isFolder = world.isFolder(request.report)
    let own =
      isFolder
      ? request.report
      : URL(fileURLWithPath: request.report).deletingLastPathComponent().relativePath
    let home = request.home ?? findHome(above: request.report, world)
    return [own] + (home.map { [$0 + "/Layouts", $0 + "/Fonts"] } ?? [])
  }

  /// Reads and composes the report as it is now.
  ///
  /// - Parameter isThorough: whether to look at everything that `check` looks at, which takes longer.
  /// - Returns: its pages and findings; the last good pages while it has errors.
  package func update(isThorough: Bool) async -> PreviewState {
    let start = ContinuousClock.now
    var clock = PhaseClock { _ in }
    var compilation = compile(
      request.report,
      CompileOptions(
        home: request.home, parameters: Parameters(request.parameters),
        checksNumerals: isThorough, tasks: tasks, parse: chapters.parse), world: world)
    compilation.input.inspectsLines = isThorough
    forgetOldLooks(compilation)
    let composed = await composed(&compilation, tasks: tasks, &clock, after: last)
    if let composed {
      last = composed
      if !compilation.hasErrors || document == nil { document = composed.document }
    }
    version += 1
    if !isThorough { pictures = version }
    return PreviewState(
      version: version, pictures: pictures,
      title: compilation.report.title?.value ?? compilation.name,
      document: document, diagnostics: compilation.judged.filter { $0.allowance == nil },
      map: compilation.map,
      isChecked: isThorough, duration: .now - start)
  }

  private func forgetOldLooks(_ compilation: Compilation) {
    let now = compilation.layout.files.map(\.bytes)
    if now != looks { last = nil }
    looks = now
  }
}

/// The chapters of the last reading: one that reads the same is not parsed again.
final class ChapterMemory {
  private var known: [SourceID: (source: ChapterSource, chapter: Diagnosed<Chapter>)] = [:]

  func parse(_ sources: [ChapterSource]) -> [Diagnosed<Chapter>] {
    // Comparing texts is many times faster than hashing them.
    let parsed = sources.map { source in
      if let last = known[source.source], last.source == source { return last.chapter }
      return parseChapter(source)
    }
    known = Dictionary(
      zip(sources, parsed).map { ($0.source, ($0, $1)) }
    ) { first, _ in first }
    return parsed
  }
}
