internal import Geometry
internal import Stylesheet
internal import Typography

/// Stacks and paginates the parts, in parallel: parts share no page.
func planPages(_ parts: [PartFlow], _ text: ComposedText) async -> [PlannedPart] {
  let notes = noteMeasures(text)
  return await inParallel(parts, tasks: text.input.jobs) { part in
    var stacker = FlowStacker(
      sheet: text.input.stylesheet, results: text.results, attachments: text.attachments)
    stacker.stack(part.blocks)
    var flow = stacker.flow
    flow.attachNotes(of: part.fixed, text)
    let budget = budget(text.input.stylesheet, part)
    let plans = paginate(flow, notes: notes, budget: budget)
    var planned = PlannedPart(part: part, flow: flow, pages: plans)
    if text.input.explainsPages {
      planned.reasons = explainPages(plans, of: flow, text.marks)
      planned.reasons.append(
        compareWithFirstFit(plans, of: part, flow, notes: notes, budget: budget))
    }
    return planned
  }
}

/// The cost of a part's pages beside that of filling each page with all that fits.
private func compareWithFirstFit(
  _ plans: [PagePlan], of part: PartFlow, _ flow: Flow, notes: [NoteMeasure], budget: PageBudget
) -> PageReason {
  var paginator = Paginator(flow: flow, notes: notes, budget: budget)
  let first = paginator.firstFitCost()
  let best = plans.reduce(0) { $0 + $1.cost }
  let shown = first.isFinite ? String(Int(first.rounded())) : "no solution"
  return PageReason(
    text: "\(part.title): cost \(Int(best.rounded())), by first fit \(shown)", span: part.span)
}

private func budget(_ sheet: Stylesheet, _ part: PartFlow) -> PageBudget {
  PageBudget(
    height: sheet.page.typeArea(isVerso: false).height, opener: part.style.openerHeight,
    leading: sheet.page.leading, noteSeparator: sheet.notes.before + sheet.notes.after,
    noteGap: sheet.notes.between)
}

private func noteMeasures(_ text: ComposedText) -> [NoteMeasure] {
  let leading = text.input.stylesheet.paragraph("footnote").leading
  return text.notes.map { blocks in
    let lines = blocks.reduce(0) { $0 + text.results[$1.job].text.lines.count }
    return NoteMeasure(lineCount: lines, leading: leading)
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
