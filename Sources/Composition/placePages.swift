internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Stylesheet

/// Pages with what was only known when they were placed.
struct PlacedPages: Sendable {
  var pages: [Page] = []
  var boxes: [(node: StructureNodeID, box: StructureNode.Box)] = []
  var diagnostics: [Diagnostic] = []
}

/// Draws the pages of all parts, in parallel; lists are drawn last, when the numbers of all other
/// pages are known.
func placePages(_ planned: [PlannedPart], _ text: ComposedText) async -> PlacedPages {
  let (schedule, pageLabels) = schedulePages(planned)
  let size = text.input.stylesheet.page.size
  var result = PlacedPages()
  result.pages = pageLabels.map { Page(size: size, list: DisplayList(), label: $0) }
  var labels: [String: String] = [:]
  for (part, slots) in zip(planned, schedule) {
    labels[part.part.destination] = slots.first?.label.text
  }
  for isList in [false, true] {
    let parts = planned.indices.filter { planned[$0].part.style.kind.listsPages == isList }
    let known = labels
    let placed = await inParallel(parts, tasks: text.input.jobs) { part in
      place(planned[part], schedule[part], text, known)
    }
    for (part, pages) in zip(parts, placed) {
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
