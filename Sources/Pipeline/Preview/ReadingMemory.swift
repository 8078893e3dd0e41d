internal import Charts
internal import Declarations
internal import Diagnostics
internal import Figures
internal import Manuscript
internal import Numerals
internal import Synchronization

/// What a reading of a report has made, for the next one.
struct ReadingRecord: Sendable {
  fileprivate var chapters: [SourceID: (source: ChapterSource, chapter: Diagnosed<Chapter>)] = [:]
  fileprivate var conditions: [ReadFile] = []
  fileprivate var charts: [SourceSpan: PreparedChart] = [:]
  fileprivate var bindings: [SourceSpan: Diagnosed<PrintedNumber>] = [:]
}

/// What a chart block has added to a reading.
struct PreparedChart: Sendable {
  var diagnostics: [Diagnostic]
  var shown: [ShownBlock]
  var numbers: [PrintedNumber]
  var jobs: [Compilation.ChartJob]
}

/// A file that has been read.
struct ReadFile: Equatable, Sendable {
  var name: String
  var bytes: [UInt8]
}

/// Lets a reading take over from the last one what would be the same.
///
/// A chapter that reads the same is not parsed again. What was made of its blocks is taken over when
/// everything else that it was made of is the same too: declarations, data, layout.
final class ReadingMemory: Sendable {
  private struct State {
    var record = ReadingRecord()
    var isSame = false
    var unchanged: Set<SourceID> = []
  }

  private let last: ReadingRecord
  private let state = Mutex(State())

  init(after last: ReadingRecord) { self.last = last }

  var record: ReadingRecord { state.withLock { $0.record } }

  func parse(_ sources: [ChapterSource]) -> [Diagnosed<Chapter>] {
    // Comparing texts is many times faster than hashing them.
    let unchanged = Set(sources.filter { last.chapters[$0.source]?.source == $0 }.map(\.source))
    let parsed = sources.map { source in
      unchanged.contains(source.source)
        ? last.chapters[source.source]?.chapter ?? parseChapter(source) : parseChapter(source)
    }
    state.withLock { state in
      state.unchanged = unchanged
      for (source, chapter) in zip(sources, parsed) {
        state.record.chapters[source.source] = (source, chapter)
      }
    }
    return parsed
  }

  /// Tells everything besides the chapters that blocks are made of; nil when that cannot be known.
  func begin(with conditions: [ReadFile]?) {
    state.withLock { state in
      state.isSame = conditions != nil && conditions == last.conditions
      state.record.conditions = conditions ?? []
    }
  }

  func chart(at span: SourceSpan) -> PreparedChart? {
    guard isSame(at: span), let chart = last.charts[span] else { return nil }
    keep(chart, at: span)
    return chart
  }

  func keep(_ chart: PreparedChart, at span: SourceSpan) {
    // A chart that names a file of its own has it read each time.
    guard chart.jobs.contains(where: { $0.spec.data?.namesFile == false }) else { return }
    state.withLock { $0.record.charts[span] = chart }
  }

  func binding(
    at span: SourceSpan, _ print: () -> Diagnosed<PrintedNumber>
  ) -> Diagnosed<PrintedNumber> {
    let known = isSame(at: span) ? last.bindings[span] : nil
    let printed = known ?? print()
    state.withLock { $0.record.bindings[span] = printed }
    return printed
  }

  private func isSame(at span: SourceSpan) -> Bool {
    state.withLock { $0.isSame && $0.unchanged.contains(span.source) }
  }
}
