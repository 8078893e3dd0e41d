internal import Diagnostics
internal import Drawing
internal import Manuscript
internal import Stylesheet
internal import Typography

/// A document whose text is set and whose pages are planned, with the numbers of its notes.
struct SettledText: Sendable {
  var collector: Collector
  var text: ComposedText
  var planned: [PlannedPart]
  var diagnostics: [Diagnostic]
}

/// Sets the text and plans the pages until the notes' numbers are those of their pages.
///
/// Only numbering by page depends on pages. A round sets the paragraphs again whose marks have
/// changed; marks of equal width end it in two. `proveNotes` judges what came of it.
func settleNotes(
  _ input: CompositionInput, after last: SettledText? = nil
) async -> SettledText {
  var marks = NoteMarks(input)
  var settled = await settle(input, marks, after: last)
  if input.stylesheet.notes.conventions.numbering == .page {
    for _ in 1...maximumRounds {
      let numbers = numbersByPage(settled.planned, count: marks.numbers.count)
      guard numbers != marks.numbers else { break }
      marks.numbers = numbers
      settled = await settle(input, marks, after: settled)
    }
  }
  settled.diagnostics += marks.findings(input.report)
  return settled
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
  let planned = await planPages(parts, text)
  return SettledText(
    collector: collector, text: text, planned: planned, diagnostics: collector.diagnostics)
}

/// Sets the jobs that are not what they were the last time. Within one composition the walk over the
/// report makes the same jobs each time, so that only marks, and room for those of notes, differ;
/// after an edit it is the edited paragraph, and what stands behind it in its file.
private func setText(
  _ collector: Collector, tasks: Int, after last: SettledText?
) async -> [SettingResult] {
  let jobs = collector.jobs
  guard let last, last.collector.jobs.count == jobs.count,
    last.collector.styles.styles == collector.styles.styles
  else {
    return await setText(jobs, styles: collector.styles, tasks: tasks)
  }
  var results = last.text.results
  let changed = jobs.indices.filter { jobs[$0] != last.collector.jobs[$0] }
  let set = await setText(changed.map { jobs[$0] }, styles: collector.styles, tasks: tasks)
  for (job, result) in zip(changed, set) { results[job] = result }
  return results
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
