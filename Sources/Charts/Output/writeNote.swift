internal import Declarations
internal import Diagnostics
internal import Figures

/// What the chart adds to the author's note: who was asked, the members of the joined part, bars
/// that break off, an axis that does not begin at zero, shares that rounding keeps from the whole.
func writeNote(_ context: PlotContext, _ plot: Plot) -> String? {
  let (data, spec, phrases) = (context.data, context.spec, context.phrases)
  var notes: [String] = []
  if let sample = spec.sample { notes.append(phrases.sample(sample)) }
  if let place = data.roles.firstIndex(of: .other), !data.joined.isEmpty {
    notes.append(phrases.joined(data.categories[place], data.joined.map(\.name)))
  }
  let broken = brokenCategories(context)
  if !broken.isEmpty { notes.append(phrases.broken(broken)) }
  if let raised = raisedNote(context) {
    notes.append(raised)
  } else if plot.isTruncated {
    notes.append(phrases.truncated)
  }
  if isRounded(plot.shares, context) { notes.append(phrases.rounded) }
  return notes.isEmpty ? nil : notes.joined(separator: phrases.isChinese ? "" : " ")
}

private func brokenCategories(_ context: PlotContext) -> [String] {
  guard context.spec.breakAt != nil, context.spec.kind == .bar else { return [] }
  let plan = planBars(context)
  return context.data.categories.indices.filter { category in
    plan.segments.contains { $0.isBroken && $0.datum.category == category }
  }.map { context.data.categories[$0] }
}

private func raisedNote(_ context: PlotContext) -> String? {
  guard let value = context.spec.baseline?.value, let reason = context.spec.baseline?.reason
  else { return nil }
  var format = context.format
  if format.style.scale == .one { format.precision = value.value.trimmed.scale }
  return context.phrases.raised(format.print(value.value), reason.value)
}

/// Whether shares are printed as given and miss the whole by their rounding.
private func isRounded(_ shares: SharePlan?, _ context: PlotContext) -> Bool {
  guard let shares, context.spec.unit == "%" else { return false }
  return ExactDecimal.sum(shares.percentages) != ExactDecimal(100)
}
