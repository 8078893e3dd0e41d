internal import Declarations
internal import Diagnostics
internal import Figures

/// An axis that does not begin at zero makes the lengths of bars untrue: it is for plain and grouped
/// bars, waterfalls, dots and lines, says why, and begins below every value.
func checkBaseline(_ data: ChartData, _ spec: ChartSpec) -> [Diagnostic] {
  guard let baseline = spec.baseline, let value = baseline.value else { return [] }
  func refused(_ message: String, at span: SourceSpan) -> [Diagnostic] {
    [Diagnostic(.chartBaseline, message, at: span)]
  }
  let isGrouped = (spec.stack?.value ?? .grouped) == .grouped
  guard !spec.kind.isShare, isGrouped else {
    return refused("the parts of “\(spec.id)” are lengths from zero", at: value.span)
  }
  if let limit = spec.breakAt {
    return refused("bars either break or begin above zero", at: limit.span)
  }
  if let reason = baseline.reason, reason.value.isBlank {
    return refused("the reason for the baseline of “\(spec.id)” is empty", at: reason.span)
  }
  let least = lowestMark(data, spec)
  guard value.value.doubleValue > 0, value.value.doubleValue < least else {
    return refused(
      "the baseline of “\(spec.id)” must lie above zero and below all that is shown",
      at: value.span)
  }
  return []
}

/// The smallest value that is shown; of a waterfall, the lowest level.
private func lowestMark(_ data: ChartData, _ spec: ChartSpec) -> Double {
  let values = data.series.flatMap { $0.values.compactMap { $0?.number } }
  let levels =
    spec.kind == .waterfall
    ? data.series.indices.flatMap { data.levels(ofSeries: $0).map(\.doubleValue) } : values
  let intervals = data.series.flatMap { $0.intervals.compactMap { $0?.low.number } }
  return (levels + intervals + spec.references.flatMap(\.values)).min() ?? 0
}

extension String {
  /// Whether there is nothing to read.
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
