internal import Diagnostics
internal import Drawing
internal import Manuscript
internal import Stylesheet
internal import Typography

/// A document whose text is set and whose pages are planned, with the numbers of its notes.
struct SettledText: Sendable {
  var collector: Collector
  /// The parts as they were collected.
  var parts: [PartFlow]
  var text: ComposedText
  var planned: [PlannedPart]
  var diagnostics: [Diagnostic]
}

/// Sets the text and plans the pages until the notes' numbers are those of their pages.
///
/// Only numbering by page depends on pages. A round sets the paragraphs again whose marks have
/// changed; marks of equal width end it in two. `proveNotes` judges what came of it.
///
/// - Parameters:
///   - input: the report.
///   - last: the rounds of the last composition, each of which begins like the round here.
/// - Returns: all rounds; the last one has the numbers that hold.
func settleNotes(
  _ input: CompositionInput, after last: [SettledText] = []
) async -> [SettledText] {
  var marks = NoteMarks(input)
  var rounds = [await settle(input, marks, after: last.first)]
  while rounds.count <= maximumRounds, input.stylesheet.notes.conventions.numbering == .page {
    let before = rounds[rounds.count - 1]
    let numbers = numbersByPage(before.planned, count: marks.numbers.count)
    guard numbers != marks.numbers else { break }
    marks.numbers = numbers
    let known = rounds.count < last.count ? last[rounds.count] : before
    rounds.append(await settle(input, marks, after: known))
  }
  rounds[rounds.count - 1].diagnostics += marks.findings(input.report)
  return rounds
}

/// Rounds until page numbers must be stable, as for all that pages decide.
private let maximumRounds = 5

private func settle(
  _ input: CompositionInput, _ marks: NoteMarks, after last: SettledText?
) async -> SettledText {
  var collector = Collector(input, marks: marks)
  let parts = collector.collectParts()
  let results = await setText(collector, tasks: input.jobs, after: last)
  let text = ComposedText(
    input: input, styles: collector.styles, results: results, attachments: collector.attachments,
    notes: collector.notes, marks: marks, innerNotes: collector.innerNotes)
  let kept = keepParts(parts, collector, after: last)
  let planned = await planPages(parts, text, kept: kept)
  return SettledText(
    collector: collector, parts: parts, text: text, planned: planned,
    diagnostics: collector.diagnostics)
}

/// Sets the jobs that are not what they were the last time.
///
/// Within one composition the walk over the report makes the same jobs each time, so that only marks,
/// and room for those of notes, differ. After an edit it is the edited paragraph: those before it and
/// behind it, counted from the end, are what they were, but for the places that their runs name.
private func setText(
  _ collector: Collector, tasks: Int, after last: SettledText?
) async -> [SettingResult] {
  let jobs = collector.jobs
  guard let last, collector.styles.agrees(with: last.collector.styles) else {
    return await setText(jobs, styles: collector.styles, tasks: tasks)
  }
  let known = last.collector.jobs
  var results = [SettingResult?](repeating: nil, count: jobs.count)
  let shift = known.count - jobs.count
  for (index, job) in jobs.enumerated() {
    for old in [index, index + shift] where results[index] == nil && known.indices.contains(old) {
      results[index] = last.text.results[old].asked(job, whenAskedFor: known[old])
    }
  }
  let changed = jobs.indices.filter { results[$0] == nil }
  let set = await setText(changed.map { jobs[$0] }, styles: collector.styles, tasks: tasks)
  for (job, result) in zip(changed, set) { results[job] = result }
  return results.compactMap(\.self)
}

extension SettingResult {
  /// What a job would give, when this is what another one gave; nil when it must be set.
  ///
  /// A text is shaped and broken by its words and styles: what else its runs say goes along.
  fileprivate func asked(_ job: SettingJob, whenAskedFor other: SettingJob) -> SettingResult? {
    if job == other { return self }
    guard case .text(let text, let settings) = job, case .text(_, let before) = other,
      settings == before, case .text(var set) = self,
      let paragraph = set.paragraph.renamed(as: text)
    else { return nil }
    set.paragraph = paragraph
    return .text(set)
  }
}

/// The number of every note among those that begin on its page.
private func numbersByPage(_ planned: [PlannedPart], count: Int) -> [Int] {
  var numbers = Array(repeating: 1, count: count)
  for page in planned.lazy.flatMap(\.allPages) {
    let begun = page.notes.filter { $0.lines.lowerBound == 0 }
    for (rank, piece) in begun.enumerated() { numbers[piece.note] = rank + 1 }
  }
  return numbers
}
