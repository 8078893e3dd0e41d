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
  var options: ChartOptions
  let columns: Int
  let panelWidth: Double
  /// The column at the left with the heads of the rows.
  let rowHeads: [TextBlock]
  /// The heads of plots or, in a grid, of its columns.
  let titles: [TextBlock]
  var head = HeadBlock()
  var findings: [Diagnostic] = []

  init(context: PlotContext, options: ChartOptions) {
    self.context = context
    self.options = options
    self.options.insets = .zero
    let count = context.data.panels.count
    let fitting = max(Int((context.width + MultiplesLayout.columnGap) / 120), 1)
    columns =
      context.data.grid?.columns.count
      ?? min(context.spec.columns ?? (count == 4 ? 2 : 3), fitting, max(count, 1))
    rowHeads =
      context.data.grid?.rows.map { context.block($0, .strong, width: context.width * 0.16) } ?? []
    let margin = rowHeads.isEmpty ? 0 : MultiplesLayout.margin(of: rowHeads)
    let gaps = Double(columns - 1) * MultiplesLayout.columnGap
    let width = max((context.width - margin - gaps) / Double(columns), 24)
    panelWidth = width
    titles = (context.data.grid?.columns ?? context.data.panels.map(\.name)).map {
      context.wrapped($0, .strong, width: width)
    }
  }

  private static func margin(of heads: [TextBlock]) -> Double {
    (heads.map(\.width).max() ?? 0) + 12
  }

  mutating func run() -> Plot {
    head = measureHead()
    let contexts = panelContexts()
    let plots =
      context.spec.kind == .line
      ? contexts.map { layoutLines($0, options) } : layoutBars(contexts)
    var plot = arrange(plots, rows: 0..<rowCount)
    if let limit = options.pageHeight, plot.size.height > limit {
      plot.pieces = pieces(plots, limit).map { arrange(plots, rows: $0) }
    }
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
          shape: panel.shape(ofSeries: index))
      } : []
    return layoutHead(
      context, unit: panel.format.unit.map(context.phrases.unit), keys: keys)
  }

  private var titleHeight: Double {
    (titles.map(\.height).max() ?? 0) + context.theme.labelSize * 0.6
  }
  private var rowCount: Int {
    context.data.grid?.rows.count ?? (context.data.panels.count + columns - 1) / columns
  }

  /// The plot at a place of the arrangement; nil where there is none.
  private func panel(row: Int, column: Int) -> Int? {
    guard context.data.grid == nil else {
      let cell = PanelGrid.Cell(row: row, column: column)
      return context.data.panels.firstIndex { $0.cell == cell }
    }
    let index = row * columns + column
    return context.data.panels.indices.contains(index) ? index : nil
  }

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
    let silent = contexts.map { context in
      var spec = context.spec
      spec.labels = .none
      return context.with(spec: spec)
    }
    return run(silent, orientation, axis: true).plots.map(\.plot)
  }

  private func run(
    _ contexts: [PlotContext], _ orientation: ChartSpec.Orientation, axis: Bool
  ) -> (plots: [(plot: Plot, dropped: Int)], fits: Bool) {
    var values: LinearScale?
    var fits = true
    func layout(_ context: PlotContext) -> BarLayout {
      let plan = planBars(context)
      return BarLayout(
        context: context, plan: plan, valueLabels: labelValues(context, plan),
        orientation: orientation, showsAxis: axis, options: options)
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

  private func height(of row: Int, _ plots: [Plot]) -> Double {
    let members = (0..<columns).compactMap { panel(row: row, column: $0) }
    let head = rowHeads.indices.contains(row) ? rowHeads[row].height : 0
    return max(members.map { plots[$0].size.height }.max() ?? 0, head)
  }

  /// What each row has above its plots: their titles, or nothing where heads stand at the edges.
  private var titleRoom: Double { context.data.grid == nil ? titleHeight : 0 }

  /// Where the first row begins: below unit, key and the heads of the columns.
  private var rowsTop: Double {
    (head.height > 0 ? head.height + 8 : 0) + (context.data.grid == nil ? 0 : titleHeight)
  }

  /// Rows that fit together on one page; a row is never divided.
  private func pieces(_ plots: [Plot], _ limit: Double) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    var used = rowsTop
    for row in 0..<rowCount {
      let height = titleRoom + height(of: row, plots) + MultiplesLayout.rowGap
      if row > start, used + height - MultiplesLayout.rowGap > limit {
        pieces.append(start..<row)
        (start, used) = (row, rowsTop)
      }
      used += height
    }
    return pieces + [start..<rowCount]
  }

  /// Sets rows below each other, under unit, key and column heads.
  private func arrange(_ plots: [Plot], rows: Range<Int>) -> Plot {
    var marks = head.marks
    var y = rowsTop
    marks += columnHeads()
    for row in rows {
      let height = height(of: row, plots)
      marks += rowHead(row, top: y, height: height)
      for column in 0..<columns {
        guard let index = panel(row: row, column: column) else { continue }
        let x = left(of: column)
        if context.data.grid == nil { marks += title(titles[index], x: x, y: y) }
        let first = context.data.panels[index].series.lowerBound
        // Plots of one row end on one base line.
        let slack = height - plots[index].size.height
        marks += plots[index].marks.map {
          $0.belonging(toSeriesFrom: first).offset(by: Point(x: x, y: y + titleRoom + slack))
        }
      }
      y += titleRoom + height + MultiplesLayout.rowGap
    }
    return Plot(size: Size(width: context.width, height: y - MultiplesLayout.rowGap), marks: marks)
  }

  private func left(of column: Int) -> Double {
    let margin = rowHeads.isEmpty ? 0 : MultiplesLayout.margin(of: rowHeads)
    return margin + Double(column) * (panelWidth + MultiplesLayout.columnGap)
  }

  private func columnHeads() -> [Mark] {
    guard context.data.grid != nil else { return [] }
    return titles.enumerated().flatMap { column, block in
      title(block, x: left(of: column), y: rowsTop - titleHeight)
    }
  }

  /// The name of a row at the height of the middle of its plots.
  private func rowHead(_ row: Int, top: Double, height: Double) -> [Mark] {
    guard rowHeads.indices.contains(row) else { return [] }
    let block = rowHeads[row]
    return block.place(x: 0, top: top + (height - block.height) / 2, .left, role: .panel)
  }

  /// A head that ends above its plot, however many lines it has.
  private func title(_ block: TextBlock, x: Double, y: Double) -> [Mark] {
    let top = y + titleHeight - context.theme.labelSize * 0.6 - block.height
    return block.place(x: x, top: top, .left, role: .panel)
  }
}
