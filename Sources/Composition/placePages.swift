internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Manuscript
internal import Parallelism
internal import Stylesheet

/// Pages with what was only known when they were placed.
struct PlacedPages: Sendable {
  var pages: [Page] = []
  var boxes: [(node: StructureNodeID, box: StructureNode.Box)] = []
  var diagnostics: [Diagnostic] = []
}

/// Draws the pages of all parts, in parallel; lists are drawn last, when the numbers of all other
/// pages are known.
///
/// - Parameters:
///   - planned: the parts with their pages.
///   - text: all text, set.
///   - drawn: the parts as they were drawn the last time, and are now. One that would be drawn the same
///     is taken over.
/// - Returns: the pages in the order of the document.
func placePages(
  _ planned: [PlannedPart], _ text: ComposedText, _ drawn: inout [DrawnPart?]
) async -> PlacedPages {
  let (schedule, pageLabels) = schedulePages(planned)
  let size = text.input.stylesheet.page.size
  let known = planned.indices.map { drawn.indices.contains($0) ? drawn[$0] : nil }
  drawn = known
  var result = PlacedPages()
  result.pages = pageLabels.map { Page(size: size, list: DisplayList(), label: $0) }
  var labels: [String: String] = [:]
  for (part, slots) in zip(planned, schedule) {
    labels[part.part.destination] = slots.first?.label.text
  }
  for isList in [false, true] {
    let parts = planned.indices.filter { planned[$0].part.style.kind.listsPages == isList }
    let conditions = parts.map {
      DrawingConditions(slots: schedule[$0], labels: isList ? labels : [:], text.input)
    }
    let placed = await inParallel(Array(zip(parts, conditions)), tasks: text.input.jobs) {
      part, conditions in
      if let last = known[part], last.shows(planned[part], conditions) { return last }
      return DrawnPart(
        plan: planned[part].identity, conditions: conditions,
        pages: place(planned[part], conditions.slots, text, conditions.labels))
    }
    for (part, placed) in zip(parts, placed) {
      drawn[part] = placed
      let pages = placed.pages
      result.boxes += pages.boxes
      result.diagnostics += pages.diagnostics
      for (slot, page) in zip(schedule[part], pages.pages) {
        result.pages[slot.index] = page
        for destination in page.destinations { labels[destination.name] = page.label.text }
      }
    }
  }
  return result
}

/// A part as it has been drawn.
struct DrawnPart: Sendable {
  var plan: PlanIdentity
  var conditions: DrawingConditions
  var pages: PlacedPages

  /// Whether a part would be drawn the same, looked at as closely or less.
  func shows(_ part: PlannedPart, _ wanted: DrawingConditions) -> Bool {
    var wanted = wanted
    if conditions.inspectsLines { wanted.inspectsLines = true }
    return plan === part.identity && conditions == wanted
  }
}

/// What the pages of a part show beside what its plan holds.
struct DrawingConditions: Equatable, Sendable {
  var slots: [PageSlot]
  /// Printed page numbers by destination; for lists alone.
  var labels: [String: String]
  var title: String
  var edition: String?
  var artwork: [String: ImageID]
  var inspectsLines: Bool

  init(slots: [PageSlot], labels: [String: String], _ input: CompositionInput) {
    self.slots = slots
    self.labels = labels
    title = input.title
    edition = input.report.declaration.edition?.value
    artwork = input.artwork
    inspectsLines = input.inspectsLines
  }
}

/// The place of a page in the document.
struct PageSlot: Hashable, Sendable {
  var index: Int
  var label: PageLabel
}

func place(
  _ planned: PlannedPart, _ slots: [PageSlot], _ text: ComposedText, _ labels: [String: String]
) -> PlacedPages {
  var placer = Placer(text, flow: planned.flow, labels: labels)
  var result = PlacedPages()
  var section = planned.part.title
  for (number, (plan, slot)) in zip(planned.pages, slots).enumerated() {
    let isFirst = number == 0
    var page = placer.place(
      plan, of: planned.part, isFirst: isFirst, index: slot.index, label: slot.label)
    section = planned.flow.section(after: plan.items) ?? section
    placeFurniture(on: &page, index: slot.index, isFirst: isFirst, planned.part, section, &placer)
    result.pages.append(page)
  }
  for (number, reason) in planned.reasons.enumerated() {
    let page = number < slots.count ? "page \(slots[number].label.text) is " : ""
    result.diagnostics.append(
      Diagnostic(.pageReason, page + reason.text, severity: .note, at: reason.span))
  }
  result.boxes = placer.boxes
  result.diagnostics += placer.diagnostics
  return result
}

/// Numbers the pages and leaves blanks where a part opens on a recto.
///
/// - Returns: the slots of each part, and the labels of all pages, blank ones among them.
func schedulePages(_ planned: [PlannedPart]) -> ([[PageSlot]], [PageLabel]) {
  var schedule: [[PageSlot]] = []
  var labels: [PageLabel] = []
  var number = 0
  var last = PageLabel.Style.none
  for part in planned {
    let style = part.part.style.label
    if part.part.style.opening == .recto && labels.count % 2 == 1 {
      number += 1
      labels.append(PageLabel(style: last, number: number))
    }
    if part.part.style.restartsPages || style != last { number = 0 }
    last = style
    let first = labels.count
    for _ in part.pages {
      number += 1
      labels.append(PageLabel(style: style, number: number))
    }
    schedule.append(labels.indices[first...].map { PageSlot(index: $0, label: labels[$0]) })
  }
  return (schedule, labels)
}

extension Flow {
  /// The title of the last section that begins among some items.
  fileprivate func section(after range: Range<Int>) -> String? {
    for item in items[range].reversed() {
      if case .line(let text, 0) = item.content, let title = texts[text].section { return title }
    }
    return nil
  }
}

/// Running heads name the section that the page ends in.
private func placeFurniture(
  on page: inout Page, index: Int, isFirst: Bool, _ part: PartFlow, _ section: String,
  _ placer: inout Placer
) {
  guard part.style.hasFurniture else { return }
  let isOpener = isFirst && part.style.openerHeight > 0
  let title = [part.label, part.title].filter { !$0.isEmpty }.joined(separator: "\u{3000}")
  placer.placeFurniture(
    on: &page, index: index, part: title, section: section, isOpener: isOpener)
}
