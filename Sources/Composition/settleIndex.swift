package import Diagnostics
internal import Drawing
internal import Parallelism
internal import Stylesheet

extension DiagnosticCode {
  package static let restlessIndex = DiagnosticCode(
    "composition.restless-index",
    "The index changes the pages that it shows, again and again; it shows those of the last round. "
      + "Let it be the last part, or let the part after it restart its pages.")
}

/// Rounds after which an index that keeps moving the text behind it is given up.
private let mostRounds = 5

/// Makes the index, whose lines hold the pages of its terms: planned like any part, again while it
/// moves parts that stand behind it.
///
/// Every round starts from what was collected before it, so that no trace of an earlier one stays.
func settleIndex(
  _ planned: inout [PlannedPart], _ text: inout ComposedText, _ collector: inout Collector
) async -> [Diagnostic] {
  let isNeeded = planned.contains { $0.part.style.kind == .index }
  guard isNeeded, !collector.terms.isEmpty else { return [] }
  let (unfilled, start, known) = (planned, text, collector.diagnostics.count)
  let base = collector
  for _ in 1...mostRounds {
    let slots = textSlots(planned)
    let places = await findPlaces(planned, text)
    collector = base
    planned = unfilled
    text = start
    await fillIndex(&planned, &text, &collector, places: places)
    if textSlots(planned) == slots { return Array(collector.diagnostics[known...]) }
  }
  return collector.diagnostics[known...] + [
    Diagnostic(
      .restlessIndex, "the index moves the pages behind it after \(mostRounds) rounds",
      severity: .warning, at: unfilled.first { $0.part.style.kind == .index }?.part.span ?? .none)
  ]
}

private func fillIndex(
  _ planned: inout [PlannedPart], _ text: inout ComposedText, _ collector: inout Collector,
  places: [String: PageSlot]
) async {
  for index in planned.indices where planned[index].part.style.kind == .index {
    var part = planned[index].part
    let jobs = collector.jobs.count
    collector.fillIndex(&part, places: places)
    let added = await setText(
      Array(collector.jobs[jobs...]), styles: collector.styles, tasks: text.input.jobs)
    text = ComposedText(
      input: text.input, styles: collector.styles, results: text.results + added,
      attachments: collector.attachments, notes: text.notes, marks: text.marks,
      innerNotes: text.innerNotes)
    await replan(index, as: part, of: &planned, text)
  }
}

/// The pages of everything that terms can stand in.
private func textSlots(_ planned: [PlannedPart]) -> [[PageSlot]] {
  zip(planned, schedulePages(planned).0).filter { !$0.0.part.style.kind.listsPages }.map(\.1)
}

/// The page of every named place, found by drawing: the one thing that knows where text stands.
private func findPlaces(_ planned: [PlannedPart], _ text: ComposedText) async -> [String: PageSlot]
{
  let parts = zip(planned, schedulePages(planned).0).filter { !$0.0.part.style.kind.listsPages }
  let found = await inParallel(parts, tasks: text.input.jobs) { part, slots in
    place(part, slots, text, [:]).pages
  }
  var places: [String: PageSlot] = [:]
  for ((_, slots), pages) in zip(parts, found) {
    for (slot, page) in zip(slots, pages) {
      for destination in page.destinations { places[destination.name] = slot }
    }
  }
  return places
}
