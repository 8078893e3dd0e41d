internal import Diagnostics

/// What the chart adds to the author's note: the members of the joined part, bars that break off,
/// an axis that does not begin at zero.
func writeNote(_ context: PlotContext, _ plot: Plot) -> String? {
  var notes: [String] = []
  let data = context.data
  if let place = data.roles.firstIndex(of: .other), !data.joined.isEmpty {
    notes.append(context.phrases.joined(data.categories[place], data.joined.map(\.name)))
  }
  let broken = brokenCategories(context)
  if !broken.isEmpty { notes.append(context.phrases.broken(broken)) }
  if plot.isTruncated { notes.append(context.phrases.truncated) }
  return notes.isEmpty ? nil : notes.joined(separator: context.phrases.isChinese ? "" : " ")
}

private func brokenCategories(_ context: PlotContext) -> [String] {
  guard context.spec.breakAt != nil, context.spec.kind == .bar else { return [] }
  let plan = planBars(context)
  return context.data.categories.indices.filter { category in
    plan.segments.contains { $0.isBroken && $0.datum.category == category }
  }.map { context.data.categories[$0] }
}
