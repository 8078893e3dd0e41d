internal import Diagnostics
internal import Geometry

/// Lays out small multiples: plots of one size and one scale in rows, under a common unit and key.
func layoutMultiples(_ context: PlotContext, options: ChartOptions) -> Plot {
  var layout = MultiplesLayout(context: context, options: options)
  return layout.run()
}

/// The arrangement of small multiples, carried out in the order of its steps.
private struct MultiplesLayout {
  private static let columnGap = 20.0
  private static let rowGap = 12.0

  let context: PlotContext
  let options: ChartOptions
  let columns: Int
  let panelWidth: Double
  var head = HeadBlock()
  var findings: [Diagnostic] = []

  init(context: PlotContext, options: ChartOptions) {
    self.context = context
    self.options = options
    let count = context.data.panels.count
    let fitting = max(Int((context.width + MultiplesLayout.columnGap) / 120), 1)
    columns = min(context.spec.columns ?? (count == 4 ? 2 : 3), fitting, max(count, 1))
    let gaps = Double(columns - 1) * MultiplesLayout.columnGap
    panelWidth = (context.width - gaps) / Double(columns)
  }

  mutating func run() -> Plot {
    head = measureHead()
    let contexts = panelContexts()
    let plots = context.spec.kind == .line ? contexts.map(layoutLines) : layoutBars(contexts)
    var plot = arrange(plots)
    plot.findings = findings + (plots.first?.findings ?? [])
    plot.isTruncated = plots.contains(where: \.isTruncated)
    plot.valueFactor = plots.first?.valueFactor
    return plot
  }

  private func measureHead() -> HeadBlock {
    guard let first = context.data.panels.first else { return HeadBlock() }
    let panel = panelContext(first, domain: nil)
    let keys =
      panel.data.series.count > 1 && context.spec.legend != .none
      ? panel.data.series.indices.map { index in
        LegendKey(
          name: panel.data.series[index].name, look: panel.seriesLook(index),
          shape: context.spec.kind == .line ? .line : context.spec.kind == .bar ? .swatch : .dot)
      } : []
    return layoutHead(
      context, unit: ValueFormat(panel).unit.map(context.phrases.unit), keys: keys)
  }

  private var titleHeight: Double { context.theme.labelSize * 1.7 }
  private var rowCount: Int { (context.data.panels.count + columns - 1) / columns }

  private func panelContext(_ panel: ChartData.Panel, domain: ClosedRange<Double>?) -> PlotContext {
    var data = context.data
    data.panels = []
    data.series = Array(context.data.series[panel.series])
    var spec = context.spec
    if let height = context.givenHeight {
      let room = height - head.height - Double(rowCount) * (titleHeight + MultiplesLayout.rowGap)
      spec.height = Length(max(room / Double(rowCount), 60), .pt)
    }
    return PlotContext(
      spec: spec, data: data, theme: context.theme, width: panelWidth,
      lettering: context.lettering, phrases: context.phrases, language: context.language,
      sharedDomain: domain, whole: context.data, rounding: context.rounding)
  }

  private func panelContexts() -> [PlotContext] {
    let alone = context.data.panels.map { panelContext($0, domain: nil) }
    let reached: [Double]
    if context.spec.kind == .line {
      reached = context.data.series.flatMap { $0.values.compactMap { $0?.number } }
    } else {
      reached = alone.map(planBars).flatMap { [$0.domain.lowerBound, $0.domain.upperBound] }
    }
    let domain = (reached.min() ?? 0)...(reached.max() ?? 0)
    return context.data.panels.map { panelContext($0, domain: domain) }
  }

  // MARK: Bars

  /// Bars with their values when all plots can show theirs, else with an axis; all upright or all
  /// lying, on the scale of the plot that has the least room.
  private mutating func layoutBars(_ contexts: [PlotContext]) -> [Plot] {
    let wanted = context.spec.orientation ?? .vertical
    let wantsAxis = context.spec.axis == .shown || context.spec.labels == .none
    var (plots, fits) = run(contexts, wanted, axis: wantsAxis)
    var orientation = wanted
    if !fits, context.spec.orientation == nil {
      orientation = .horizontal
      (plots, fits) = run(contexts, orientation, axis: wantsAxis)
    }
    let isNegative = (contexts.first?.sharedDomain?.lowerBound ?? 0) < 0
    guard !wantsAxis, isNegative || plots.contains(where: { $0.dropped > 0 }) else {
      return plots.map(\.plot)
    }
    var silent = contexts
    for index in silent.indices { silent[index].spec.labels = .none }
    return run(silent, orientation, axis: true).plots.map(\.plot)
  }

  private func run(
    _ contexts: [PlotContext], _ orientation: ChartSpec.Orientation, axis: Bool
  ) -> (plots: [(plot: Plot, dropped: Int)], fits: Bool) {
    var values: LinearScale?
    var fits = true
    func layout(_ context: PlotContext) -> BarLayout {
      BarLayout(
        context: context, plan: planBars(context), orientation: orientation, showsAxis: axis,
        options: options)
    }
    for context in contexts {
      var trial = layout(context)
      _ = trial.run()
      fits = fits && trial.categoriesFit
      if trial.frame.values.factor < values?.factor ?? .infinity { values = trial.frame.values }
    }
    let plots = contexts.map { context in
      var final = layout(context)
      final.forcedValues = values
      let plot = final.run()
      return (plot, final.droppedCount)
    }
    return (plots, fits)
  }

  // MARK: Rows

  private func arrange(_ plots: [Plot]) -> Plot {
    var marks = head.marks
    var y = head.height > 0 ? head.height + 8 : 0
    for row in 0..<rowCount {
      let members = row * columns..<min((row + 1) * columns, plots.count)
      let height = members.map { plots[$0].size.height }.max() ?? 0
      for index in members {
        let x = Double(index - row * columns) * (panelWidth + MultiplesLayout.columnGap)
        marks += title(index, x: x, y: y)
        let first = context.data.panels[index].series.lowerBound
        // Plots of one row end on one base line.
        let slack = height - plots[index].size.height
        marks += plots[index].marks.map {
          $0.belonging(toSeriesFrom: first).offset(by: Point(x: x, y: y + titleHeight + slack))
        }
      }
      y += titleHeight + height + MultiplesLayout.rowGap
    }
    return Plot(size: Size(width: context.width, height: y - MultiplesLayout.rowGap), marks: marks)
  }

  private func title(_ panel: Int, x: Double, y: Double) -> [Mark] {
    let block = context.block(context.data.panels[panel].name, .strong, width: 1e6)
    guard block.width > panelWidth else {
      return block.place(x: x, top: y, .left, role: .panel)
    }
    let wrapped = context.block(context.data.panels[panel].name, .strong, width: panelWidth)
    return TextBlock(lines: Array(wrapped.lines.prefix(1)), leading: wrapped.leading)
      .place(x: x, top: y, .left, role: .panel)
  }
}

extension Mark {
  /// The mark with its datum counted from another first series.
  fileprivate func belonging(toSeriesFrom first: Int) -> Mark {
    func moved(_ datum: Datum?) -> Datum? {
      datum.map { Datum(series: $0.series + first, category: $0.category) }
    }
    switch self {
    case .bar(var mark):
      mark.datum = moved(mark.datum)
      return .bar(mark)
    case .point(var mark):
      mark.datum = moved(mark.datum)
      return .point(mark)
    case .text(var mark):
      mark.datum = moved(mark.datum)
      return .text(mark)
    case .line(var mark):
      mark.series += first
      return .line(mark)
    case .area, .arc, .rule: return self
    }
  }
}
