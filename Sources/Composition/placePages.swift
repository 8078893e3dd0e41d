internal import Drawing
internal import Geometry
internal import Stylesheet

/// Draws the pages of all parts in the order of the document; the contents are drawn last, when the
/// numbers of all other pages are known.
func placePages(
  _ parts: [PartFlow], _ flows: [Flow], _ plans: [[PagePlan]], _ placer: inout Placer
) -> [Page] {
  let schedule = schedulePages(parts, plans)
  var pages = schedule.map { slot in
    Page(size: placer.sheet.page.size, list: DisplayList(), label: slot.label)
  }
  for isContents in [false, true] {
    for (index, slot) in schedule.enumerated() {
      guard let part = slot.part, (parts[part].style.kind == .contents) == isContents else {
        continue
      }
      pages[index] = placer.place(
        plans[part][slot.plan], of: parts[part], flows[part], isFirst: slot.plan == 0,
        index: index, label: slot.label)
    }
  }
  placeFurniture(on: &pages, schedule, parts, flows, plans, placer)
  return pages
}

/// What stands on one sheet side: a page of a part, or nothing.
private struct PageSlot {
  var part: Int?
  var plan = 0
  var label: PageLabel
}

/// Numbers the pages and leaves blanks where a part opens on a recto.
private func schedulePages(_ parts: [PartFlow], _ plans: [[PagePlan]]) -> [PageSlot] {
  var slots: [PageSlot] = []
  var number = 0
  var last = PageLabel.Style.none
  for (index, part) in parts.enumerated() {
    let style = part.style.label
    if part.style.opening == .recto && slots.count % 2 == 1 {
      number += 1
      slots.append(PageSlot(part: nil, label: PageLabel(style: last, number: number)))
    }
    if part.style.restartsPages || style != last { number = 0 }
    last = style
    for plan in plans[index].indices {
      number += 1
      slots.append(
        PageSlot(part: index, plan: plan, label: PageLabel(style: style, number: number)))
    }
  }
  return slots
}

/// Running heads name the section that the page ends in.
private func placeFurniture(
  on pages: inout [Page], _ schedule: [PageSlot], _ parts: [PartFlow], _ flows: [Flow],
  _ plans: [[PagePlan]], _ placer: Placer
) {
  var section = ""
  for (index, slot) in schedule.enumerated() {
    guard let part = slot.part else { continue }
    if slot.plan == 0 { section = parts[part].title }
    let plan = plans[part][slot.plan]
    for item in flows[part].items[plan.items] {
      if case .line(let text, 0) = item.content, let title = flows[part].texts[text].section {
        section = title
      }
    }
    let isOpener = slot.plan == 0 && parts[part].style.openerHeight > 0
    guard parts[part].style.hasFurniture else { continue }
    let title = [parts[part].label, parts[part].title].filter { !$0.isEmpty }.joined(separator: "　")
    placer.placeFurniture(
      on: &pages[index], index: index, part: isOpener ? "" : title,
      section: isOpener ? "" : section, isOpener: isOpener)
  }
}
