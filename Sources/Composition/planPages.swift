internal import Geometry
internal import Stylesheet
internal import Typography

/// Stacks and paginates the parts, in parallel: parts share no page.
///
/// Whether a part begins on a left page is known only when all before it have their pages. All parts
/// are planned from a right page at first; those that turn out to begin on a left one are planned
/// again. Every round settles at least the first of them, and seldom moves another.
func planPages(_ parts: [PartFlow], _ text: ComposedText) async -> [PlannedPart] {
  let planner = PagePlanner(text)
  var starts = [Bool](repeating: false, count: parts.count)
  var planned = await inParallel(parts, tasks: text.input.jobs) { planner.plan($0, onVerso: false) }
  while true {
    let actual = versoStarts(of: planned)
    let wrong = parts.indices.filter { actual[$0] != starts[$0] && planned[$0].minds }
    guard !wrong.isEmpty else { return planned }
    let again = await inParallel(wrong, tasks: text.input.jobs) {
      planner.plan(parts[$0], onVerso: actual[$0])
    }
    for (part, result) in zip(wrong, again) { planned[part] = result }
    for part in wrong { starts[part] = actual[part] }
  }
}

/// Which parts begin on a left page.
private func versoStarts(of planned: [PlannedPart]) -> [Bool] {
  var count = 0
  return planned.map { part in
    if part.part.style.opening == .recto && count % 2 == 1 { count += 1 }
    defer { count += part.pages.count }
    return count % 2 == 1
  }
}

/// What the parts of one document have in common for pagination.
private struct PagePlanner: Sendable {
  let text: ComposedText
  let notes: [NoteMeasure]

  init(_ text: ComposedText) {
    self.text = text
    let leading = text.input.stylesheet.paragraph("footnote").leading
    notes = text.notes.map { blocks in
      let lines = blocks.reduce(0) { $0 + text.results[$1.job].text.lines.count }
      return NoteMeasure(lineCount: lines, leading: leading)
    }
  }

  func plan(_ part: PartFlow, onVerso: Bool) -> PlannedPart {
    var stacker = FlowStacker(
      sheet: text.input.stylesheet, results: text.results, attachments: text.attachments,
      notes: notes)
    stacker.stack(part.blocks)
    let budget = budget(of: part, onVerso: onVerso)
    var plans = paginate(stacker.flow, notes: notes, budget: budget)
    var planned = PlannedPart(part: part, flow: stacker.flow, pages: plans)
    planned.minds = budget.isFacing && plans.count > 1
    if text.input.explainsPages {
      planned.reasons = explainPages(plans, of: stacker.flow)
      planned.reasons.append(compareWithFirstFit(plans, of: part, stacker.flow, budget))
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

  /// The cost of a part's pages beside that of filling each page with all that fits.
  private func compareWithFirstFit(
    _ plans: [PagePlan], of part: PartFlow, _ flow: Flow, _ budget: PageBudget
  ) -> PageReason {
    var paginator = Paginator(flow: flow, notes: notes, budget: budget)
    let first = paginator.firstFitCost()
    let best = plans.reduce(0) { $0 + $1.cost }
    let shown = first.isFinite ? String(Int(first.rounded())) : "no solution"
    return PageReason(
      text: "\(part.title): cost \(Int(best.rounded())), by first fit \(shown)", span: part.span)
  }
}

/// Applies a function to independent values, with results in the order of the values.
func inParallel<Value: Sendable, Result: Sendable>(
  _ values: [Value], tasks: Int, _ transform: @escaping @Sendable (Value) -> Result
) async -> [Result] {
  guard tasks > 1, values.count > 1 else { return values.map(transform) }
  return await withTaskGroup(of: (Int, Result).self) { group in
    for (index, value) in values.enumerated() { group.addTask { (index, transform(value)) } }
    var results = [Result?](repeating: nil, count: values.count)
    for await (index, result) in group { results[index] = result }
    return results.compactMap { $0 }
  }
}
