internal import Geometry
internal import Parallelism
internal import Stylesheet
internal import Typography

/// Stacks and paginates the parts, in parallel: parts share no page.
///
/// Whether a part begins on a left page is known only when all before it have their pages. First fit
/// foretells it at little cost; the parts for which it was wrong are planned again. Parts that are
/// `kept` from the last time begin where they did.
func planPages(
  _ parts: [PartFlow], _ text: ComposedText, kept: [PlannedPart?]
) async -> [PlannedPart] {
  let planner = PagePlanner(text)
  let indices = Array(parts.indices)
  let stacked = await inParallel(indices, tasks: text.input.jobs) {
    kept[$0] == nil ? planner.stack(parts[$0]) : nil
  }
  let estimates = indices.map { kept[$0]?.pages.count ?? stacked[$0]?.estimate ?? 1 }
  let starts = versoStarts(of: parts, pages: estimates)
  var planned = await inParallel(indices, tasks: text.input.jobs) { index in
    kept[index]
      ?? planner.plan(
        stacked[index] ?? planner.stack(parts[index]), onVerso: starts[index])
  }
  await settleSides(&planned, planner)
  return planned
}

/// Plans one part anew, and with it those that then begin on another side.
func replan(
  _ index: Int, as part: PartFlow, of planned: inout [PlannedPart], _ text: ComposedText
) async {
  let planner = PagePlanner(text)
  let onVerso = versoStarts(of: planned)[index]
  planned[index] = planner.plan(planner.stack(part), onVerso: onVerso)
  await settleSides(&planned, planner)
}

/// Plans again the parts that begin on another side than they were planned for, until none does.
///
/// Every round settles at least the first of them, and seldom moves another.
private func settleSides(_ planned: inout [PlannedPart], _ planner: PagePlanner) async {
  while true {
    let actual = versoStarts(of: planned)
    let wrong = planned.indices.filter { planned[$0].isOnVerso != actual[$0] && planned[$0].minds }
    guard !wrong.isEmpty else { return }
    let parts = wrong.map { (planned[$0].part, actual[$0]) }
    let again = await inParallel(parts, tasks: planner.text.input.jobs) { part, onVerso in
      planner.plan(planner.stack(part), onVerso: onVerso)
    }
    for (part, result) in zip(wrong, again) { planned[part] = result }
  }
}

private func versoStarts(of planned: [PlannedPart]) -> [Bool] {
  versoStarts(of: planned.map(\.part), pages: planned.map(\.pages.count))
}

/// Which parts begin on a left page, by the number of pages of each.
private func versoStarts(of parts: [PartFlow], pages: [Int]) -> [Bool] {
  var count = 0
  return zip(parts, pages).map { part, pages in
    if part.style.opening == .recto && count % 2 == 1 { count += 1 }
    defer { count += pages }
    return count % 2 == 1
  }
}

/// A part as a flow, before it has pages.
private struct StackedPart: Sendable {
  var part: PartFlow
  var stacker: FlowStacker
  /// How many pages it will have, as first fit tells.
  var estimate = 1
}

/// What the parts of one document have in common for pagination.
private struct PagePlanner: Sendable {
  let text: ComposedText
  let notes: [NoteMeasure]

  init(_ text: ComposedText) {
    self.text = text
    let leading = text.input.stylesheet.paragraph("footnote").leading
    notes = text.notes.map { blocks in
      var ends: [Int] = []
      for block in blocks {
        ends.append((ends.last ?? 0) + block.set(in: text.results).lines.count)
      }
      return NoteMeasure(
        lineCount: ends.last ?? 0, leading: leading, paragraphStarts: ends.dropLast())
    }
  }

  func stack(_ part: PartFlow) -> StackedPart {
    var stacker = FlowStacker(
      sheet: text.input.stylesheet, results: text.results, attachments: text.attachments,
      notes: notes, innerNotes: text.innerNotes)
    stacker.stack(part.blocks)
    stacker.flow.attachNotes(of: part.fixed, text)
    var stacked = StackedPart(part: part, stacker: stacker)
    if text.input.stylesheet.page.isFacing {
      stacked.estimate = max(firstFit(of: stacked).pages, 1)
    }
    return stacked
  }

  func plan(_ stacked: StackedPart, onVerso: Bool) -> PlannedPart {
    var stacker = stacked.stacker
    let budget = budget(of: stacked.part, onVerso: onVerso)
    var plans = paginate(stacker.flow, notes: notes, budget: budget)
    var planned = PlannedPart(part: stacked.part, flow: stacker.flow, pages: plans)
    planned.isOnVerso = onVerso
    planned.minds = budget.isFacing
    if text.input.explainsPages {
      planned.reasons = explainPages(plans, of: stacker.flow, text.marks)
      planned.reasons.append(compareWithFirstFit(plans, of: stacked, onVerso: onVerso))
    }
    stacker.settleVariants(&plans)
    planned.flow = stacker.flow
    planned.pages = plans
    return planned
  }

  private func budget(of part: PartFlow, onVerso: Bool) -> PageBudget {
    let sheet = text.input.stylesheet
    var budget = PageBudget(sheet, height: sheet.page.typeArea(isVerso: false).height)
    budget.opener = part.style.openerHeight
    budget.isFacing = sheet.page.isFacing
    budget.startsOnVerso = onVerso
    return budget
  }

  private func firstFit(of stacked: StackedPart, onVerso: Bool = false) -> FirstFit {
    var paginator = Paginator(
      flow: stacked.stacker.flow, notes: notes,
      budget: budget(of: stacked.part, onVerso: onVerso))
    return paginator.firstFit()
  }

  /// The cost of a part's pages beside that of filling each page with all that fits.
  private func compareWithFirstFit(
    _ plans: [PagePlan], of stacked: StackedPart, onVerso: Bool
  ) -> PageReason {
    let first = firstFit(of: stacked, onVerso: onVerso).cost
    let best = plans.reduce(0) { $0 + $1.cost }
    let shown = first.isFinite ? String(Int(first.rounded())) : "no solution"
    return PageReason(
      text: "\(stacked.part.title): cost \(Int(best.rounded())), by first fit \(shown)",
      span: stacked.part.span)
  }
}
