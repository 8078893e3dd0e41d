internal import Composition
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Foundation
internal import Manuscript

/// Keeps a report composed while its files change.
///
/// The phases are the build's own; what has not changed is taken over from the last time: chapters
/// that read the same, charts with the same data, paragraphs of the same text, parts of the same
/// paragraphs. Pages are shown before the slower checks have run.
package actor PreviewSession {
  private let request: PreviewRequest
  private let world: any World
  private let tasks: Int
  private var last = LastComposition()
  private var version = 0
  private var pictures = 0
  private(set) var document: PagedDocument?

  package init(_ request: PreviewRequest, world: any World = FileWorld()) {
    self.request = request
    self.world = world
    tasks = threadCount(asked: request.jobs)
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
  /// An update does not wait for another one that runs: cancel that one, and nothing of it counts.
  ///
  /// - Parameter isThorough: whether to look at everything that `check` looks at, which takes longer.
  /// - Returns: its pages and findings; the last good pages while it has errors; nil when the task has
  ///   been cancelled.
  package func update(isThorough: Bool) async -> PreviewState? {
    let start = ContinuousClock.now
    let (compilation, composition) = await compose(after: last, isThorough)
    guard !Task.isCancelled else { return nil }
    last = composition
    if let composed = composition.composed, !compilation.hasErrors || document == nil {
      document = composed.document
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

  /// Runs outside of the actor, so that updates do not wait for each other.
  private nonisolated func compose(
    after last: LastComposition, _ isThorough: Bool
  ) async -> (Compilation, LastComposition) {
    var clock = PhaseClock { _ in }
    // The slower checks leave a thread to the pages that are being shown.
    let tasks = isThorough ? max(1, tasks - 1) : tasks
    let memory = ReadingMemory(after: last.reading)
    var compilation = compile(
      request.report,
      CompileOptions(
        home: request.home, parameters: Parameters(request.parameters),
        checksNumerals: isThorough, tasks: tasks, memory: memory), world: world)
    compilation.input.inspectsLines = isThorough
    var next = LastComposition(
      reading: memory.record, looks: compilation.layout.files.map(\.bytes))
    guard !Task.isCancelled else { return (compilation, next) }
    let known = next.looks == last.looks ? last.composed : nil
    next.composed = await composed(&compilation, tasks: tasks, &clock, after: known) ?? known
    return (compilation, next)
  }
}

/// What an update leaves for the next one.
private struct LastComposition: Sendable {
  var reading = ReadingRecord()
  var composed: ComposedReport?
  /// What the layout and the fonts were made from: with others nothing is taken over.
  var looks: [[UInt8]] = []
}
