package import Diagnostics
package import Drawing
internal import Geometry
internal import Manuscript
internal import Stylesheet
internal import Typography

/// Composes a report into pages.
///
/// The phases, in order: number, collect, set text (in parallel), stack, paginate, place. The
/// contents are placed last: neither their lines nor their pages depend on the page numbers that
/// they show, so that one round settles them. The lines of an index do (`settleIndex`), and notes
/// numbered by page (`settleNotes`): these take further rounds.
package func compose(_ input: CompositionInput) async -> Diagnosed<PagedDocument> {
  await compose(input, after: nil).document
}

/// What a composition leaves for the next one of the same report in the same layout and fonts.
package struct ComposedState: Sendable {
  fileprivate var rounds: [SettledText]
  fileprivate var drawn: [DrawnPart?]
}

/// Composes a report again: what has not changed is not set, planned or drawn again.
package func compose(
  _ input: CompositionInput, after last: ComposedState?
) async -> (document: Diagnosed<PagedDocument>, state: ComposedState) {
  let rounds = await settleNotes(input, after: last?.rounds ?? [])
  var drawn = last?.drawn ?? []
  let document = await finish(rounds[rounds.count - 1], input, &drawn)
  return (document, ComposedState(rounds: rounds, drawn: drawn))
}

private func finish(
  _ beginning: SettledText, _ input: CompositionInput, _ drawn: inout [DrawnPart?]
) async -> Diagnosed<PagedDocument> {
  var settled = beginning
  settled.diagnostics += await settleIndex(
    &settled.planned, &settled.text, &settled.collector)
  let collector = settled.collector
  var diagnostics = settled.diagnostics + missingGlyphs(settled.text.results, collector.styles)
  diagnostics += overfullTables(settled.planned.map(\.part), settled.text.results)
  let placed = await placePages(settled.planned, settled.text, &drawn)
  diagnostics += placed.diagnostics + proveNotes(collector.notePlaces, on: placed.pages, settled)
  diagnostics += lintNotePlacement(
    collector.jobs, input.stylesheet.notes.conventions.placement)
  if input.inspectsLines { diagnostics += lintNumberHabits(collector.jobs, collector.styles) }
  var structure = collector.structure
  for (node, box) in placed.boxes { structure[node].box = box }
  let document = PagedDocument(
    metadata: metadata(input), pages: placed.pages, structure: structure,
    outline: nestOutline(collector.outline), faces: input.fonts.faces.map(\.resource), images: [],
    bleed: input.stylesheet.page.bleed)
  return Diagnosed(document, diagnostics)
}

private func missingGlyphs(_ results: [SettingResult], _ styles: StyleTable) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  for result in results {
    switch result {
    case .text(let text): diagnostics += text.paragraph.missingGlyphs(styles)
    case .table(let table):
      for row in table.head + table.rows {
        for cell in row.cells { diagnostics += cell.text.paragraph.missingGlyphs(styles) }
      }
    }
  }
  return diagnostics
}

private func metadata(_ input: CompositionInput) -> DocumentMetadata {
  let declaration = input.report.declaration
  return DocumentMetadata(
    title: input.title, authors: declaration.authors.map(\.value),
    organization: declaration.organization?.value, subject: declaration.subject?.value,
    keywords: declaration.keywords.map(\.value), language: declaration.language.value,
    date: declaration.date?.value ?? "1970-01-01")
}

/// Outline entries by level, each below the last one of a lesser level.
private func nestOutline(_ entries: [Collector.HeadingEntry]) -> [OutlineItem] {
  var position = 0
  return nest(entries, &position, below: 0)
}

private func nest(
  _ entries: [Collector.HeadingEntry], _ position: inout Int, below level: Int
) -> [OutlineItem] {
  var items: [OutlineItem] = []
  while position < entries.count, entries[position].level > level {
    let entry = entries[position]
    position += 1
    let number = entry.number.isEmpty ? "" : entry.number + " "
    items.append(
      OutlineItem(
        title: number + entry.title, destination: entry.destination,
        children: nest(entries, &position, below: entry.level)))
  }
  return items
}
