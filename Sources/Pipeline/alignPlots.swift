internal import Charts

/// What each chart must keep free beside its plot so that the plot areas of charts that stand under
/// each other are in line: those of one width with hardly any text between them.
///
/// A chart joins those before it while none has to give up more than an eighth of its width at a
/// side: more would waste the plot of one for the long names of another.
func alignPlots(of charts: [DrawnChart]) -> [PlotInsets] {
  var aligned = [PlotInsets](repeating: .zero, count: charts.count)
  var run: [Int] = []
  func close() {
    let widest = run.compactMap { charts[$0].chart.insets }
      .reduce(PlotInsets.zero) { $0.joined(with: $1) }
    for index in run { aligned[index] = widest }
  }
  for (index, chart) in charts.enumerated() where chart.chart.insets != nil {
    if !run.allSatisfy({ charts[$0].standsAbove(chart) }) {
      close()
      run = []
    }
    run.append(index)
  }
  close()
  return aligned
}

extension DrawnChart {
  /// Whether another chart may be brought in line with this one.
  fileprivate func standsAbove(_ other: DrawnChart) -> Bool {
    guard let own = chart.insets, let others = other.chart.insets,
      job.run == other.job.run, job.width == other.job.width
    else { return false }
    let limit = job.width / 8
    return abs(own.left - others.left) <= limit && abs(own.right - others.right) <= limit
  }

  /// Whether it keeps as much free as it would when told to.
  func keepsFree(_ wanted: PlotInsets) -> Bool {
    guard let own = chart.insets else { return true }
    return own.joined(with: insets) == own.joined(with: wanted)
  }
}
