package import Diagnostics
internal import Drawing
internal import Stylesheet

extension DiagnosticCode {
  package static let pageReason = DiagnosticCode(
    "composition.page-reason",
    "Why a page ends where it does, as --explain-pages tells it; nothing is wrong.")
}

/// Why a page of a part ends where it does.
struct PageReason: Sendable {
  var text: String
  /// What the next page begins with.
  var span: SourceSpan
}

/// Tells for every page of a part what decided its end.
func explainPages(
  _ plans: [PagePlan], of flow: Flow, _ marks: NoteMarks
) -> [PageReason] {
  plans.enumerated().map { number, plan in
    let next = plan.items.upperBound
    let isLast = number == plans.count - 1
    var text = measures(of: plan)
    if isLast {
      text += ": the part ends"
    } else if plan.isOverfull {
      text += ": what stands on it fits no page"
    } else if next < flow.items.count {
      text += ": " + reason(forEndBefore: next, plan, flow, marks)
    }
    return PageReason(text: text, span: flow.span(ofItem: next))
  }
}

private func measures(of plan: PagePlan) -> String {
  let empty = plan.emptyLines < 0.5 ? "full" : "\(Int(plan.emptyLines.rounded())) lines short"
  var text = "\(empty), cost \(Int(plan.cost.rounded()))"
  if let change = plan.change {
    text += change.lines < 0 ? ", a paragraph a line shorter" : ", a paragraph a line longer"
  }
  if plan.holdsFloatsAlone { text += ", floats alone" }
  return text
}

private func reason(
  forEndBefore next: Int, _ plan: PagePlan, _ flow: Flow, _ marks: NoteMarks
) -> String {
  if let last = plan.notes.last, last.isContinued { return "note \(marks[last.note]) goes on" }
  let following = flow.items[next]
  let later = next + 1 < flow.items.count ? flow.items[next + 1] : following
  if later.cost >= BreakCost.forbidden { return "what follows is kept with the lines after it" }
  if later.cost >= BreakCost.widow { return "a later end would leave a single line" }
  if following.scope >= 0, !flow.scopes[following.scope].isPlain {
    return "the box or table is divided where it costs least"
  }
  return "the next lines fit better on the next page"
}

extension Flow {
  /// Where an item was written; none past the end.
  func span(ofItem index: Int) -> SourceSpan {
    guard items.indices.contains(index) else { return .none }
    switch items[index].content {
    case .line(let text, _): return texts[text].span
    case .figure(let figure): return figures[figure].span
    case .head(let table), .row(let table, _), .rowLine(let table, _, _), .rule(let table):
      return tables[table].span
    case .entry(let entry): return entries[entry].text.span
    case .space: return index + 1 < items.count ? span(ofItem: index + 1) : .none
    }
  }
}
