internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry

/// The arrangement of a line chart, carried out in the order of its steps.
struct LineLayout {
  let context: PlotContext
  let format: ValueFormat
  var marks: [Mark] = []
  var ticks: [Tick] = []
  var plot = Rect.zero
  var scale = LinearScale(domain: 0...1, range: 0...0)
  var bands = BandScale(count: 1, length: 0)
  /// Names of series and reference lines beside the ends of their lines.
  var names: [EndName] = []
  var categoryBlocks: [TextBlock] = []
  var step = 1
  /// Room for annotations above the plot, in points.
  var annotationRoom = 0.0
  /// Annotations that found no place.
  var unplacedCount = 0
  /// What other charts under it need beside their plots.
  let least: PlotInsets
  /// What ticks and names need beside the plot.
  var insets = PlotInsets.zero

  init(context: PlotContext, least: PlotInsets) {
    self.context = context
    self.least = least
    format = context.format
  }

  mutating func run() -> Plot {
    let head = measureHead()
    measureFrame(top: (head.height > 0 ? head.height + 8 : 6) + annotationRoom)
    drawAxis()
    drawLines()
    drawNames()
    drawCategories()
    annotate(below: head.height)
    marks += head.marks
    let labels = categoryBlocks.map(\.height).max() ?? 0
    return Plot(
      size: Size(width: context.width, height: plot.maxY + 5 + labels), marks: marks,
      findings: annotationFinding(context.spec, unplaced: unplacedCount) + skippedNames,
      isTruncated: !ticks.contains { $0.position == 0 }, valueFactor: scale.factor,
      insets: insets)
  }

  /// Times between two others are understood; other names are missed.
  private var skippedNames: [Diagnostic] {
    let spec = context.spec
    guard step > 1, !context.data.isTemporal else { return [] }
    return [
      Diagnostic(
        .chartLabelsDropped,
        "“\(spec.id)” names one in \(step) of its \(context.data.categories.count) categories",
        severity: .note, at: spec.x?.span ?? spec.span,
        hints: ["shorten the names, or use kind: dot, which lies when they are many"])
    ]
  }

  var isNamedAtEnds: Bool {
    context.data.series.count > 1 && context.spec.legend == .auto && !context.isPanel
      && context.data.series.allSatisfy { $0.values.contains { $0 != nil } }
      && context.data.series.allSatisfy {
        context.line($0.name, .label).width <= context.width * 0.24
      }
  }

  private mutating func annotate(below top: Double) {
    let bounds = Rect(x: 0, y: top + 2, width: context.width, height: plot.maxY - top - 2)
    let annotated = annotateMarks(context, marks, within: bounds)
    marks += annotated.marks
    unplacedCount = annotated.unplaced
  }

  private mutating func measureHead() -> HeadBlock {
    let needsKeys =
      context.data.series.count > 1 && !isNamedAtEnds && context.spec.legend != .none
    let keys = context.data.series.enumerated().map { index, series in
      LegendKey(name: series.name, look: context.seriesLook(index), shape: .line)
    }
    measureNames()
    if context.isPanel { return HeadBlock() }
    return layoutHead(
      context, unit: format.unit.map(context.phrases.unit), keys: needsKeys ? keys : [])
  }

  private mutating func measureFrame(top: Double) {
    let height = max(40, context.givenHeight.map { $0 - top - 16 } ?? context.plotHeight)
    ticks = chooseTicks(covering: domain, target: max(Int(height / 34) + 1, 3))
    if let base = context.spec.baseline?.value { ticks = ticks.starting(at: base.value) }
    let tickWidth = ticks.map { context.line(tickFormat.print($0.value), .secondary).width }.max()
    let right = (names.map(\.block.width).max().map { $0 + 8 + keyWidth }) ?? 4
    insets = PlotInsets(left: (tickWidth ?? 0) + 6, right: right)
    let sides = insets.joined(with: least)
    plot = Rect(
      x: sides.left, y: top, width: max(context.width - sides.left - sides.right, 20),
      height: height)
    scale = LinearScale(
      domain: (ticks.first?.position ?? 0)...(ticks.last?.position ?? 1), range: 0...height)
    bands = BandScale(count: context.data.categories.count, length: plot.width)
    measureCategories()
  }

  /// Shows every category when all fit, else every second, third, … of them; names without an order,
  /// which cannot be guessed from their neighbours, rather take more lines.
  private mutating func measureCategories() {
    let count = context.data.categories.count
    let band = plot.width / Double(max(count, 1))
    if !context.data.isTemporal, band >= context.theme.labelSize * 4 {
      step = 1
      categoryBlocks = context.data.categories.map {
        context.wrapped($0, .label, width: band - categoryGap)
      }
      return
    }
    for candidate in [1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 25, 50, 100, 200, 500, 1000] {
      step = min(candidate, max(count, 1))
      if step < count, band * Double(step) < context.theme.labelSize + 3 { continue }
      categoryBlocks = stride(from: first, to: count, by: step).map {
        context.block(
          context.data.categories[$0], .label, width: band * Double(step) - categoryGap,
          breaksWords: false)
      }
      if step == count || categoriesFit { return }
    }
    categoryBlocks = categoryBlocks.first.map { [$0] } ?? []
  }

  /// The first category that is named: the last one always is, as the newest value is asked for most.
  private var first: Int { (max(context.data.categories.count, 1) - 1) % step }

  private var categoryGap: Double { context.theme.labelSize * 0.5 }

  private var categoriesFit: Bool {
    let spans = categoryBlocks.indices.map { index in
      (middle: categoryMiddle(index), width: categoryBlocks[index].width)
    }
    // A year and its word stay together.
    let lines = context.data.isTemporal ? 1 : 3
    return categoryBlocks.allSatisfy { $0.lines.count <= lines }
      && zip(spans, spans.dropFirst()).allSatisfy { left, right in
        right.middle - left.middle >= (left.width + right.width) / 2 + categoryGap - 1e-6
      }
  }

  /// Where the label of a shown category stands: at its band, but inside the frame.
  private func categoryMiddle(_ index: Int) -> Double {
    let half = categoryBlocks[index].width / 2
    let x = plot.minX + bands.middle(first + index * step)
    return min(max(x, half), context.width - half)
  }

  /// From zero unless all values lie far from it.
  private var domain: ClosedRange<Double> {
    let values = context.data.series.flatMap { $0.values.compactMap { $0?.number } }
    let marks =
      values + context.spec.references.flatMap(\.values)
      + (context.sharedDomain.map { [$0.lowerBound, $0.upperBound] } ?? [])
    let low = marks.min() ?? 0
    let high = marks.max() ?? 1
    let base = context.spec.base
    if context.spec.baseline?.value != nil { return base...max(high, base) }
    let isFar = low > 0 && low > high * 0.6 || high < 0 && high < low * 0.6
    return isFar && high > low ? low...high : min(0, low)...max(0, high)
  }

  private var tickFormat: ValueFormat { format.forTicks(ticks) }

  func place(_ category: Int, _ value: Double) -> Point {
    Point(x: plot.minX + bands.middle(category), y: plot.maxY - scale.apply(value))
  }

  mutating func rule(
    _ points: [Point], _ color: Color, _ width: Double, _ role: RuleMark.Role, dash: [Double] = []
  ) {
    let style = StrokeStyle(width: max(width, ChartTheme.hairline), dash: dash)
    marks.append(.rule(RuleMark(points: points, color: color, style: style, role: role)))
  }

  private mutating func drawAxis() {
    let theme = context.theme
    let hasZero = ticks.contains { $0.position == 0 }
    for (index, tick) in ticks.enumerated() {
      let y = plot.maxY - scale.apply(tick.position)
      let ends = [Point(x: plot.minX, y: y), Point(x: plot.maxX, y: y)]
      let isBase = hasZero ? tick.position == 0 : index == 0
      rule(
        ends, isBase ? theme.axis : theme.grid, isBase ? theme.axisWidth : theme.gridWidth,
        isBase ? .baseline : .grid)
      let line = context.line(tickFormat.print(tick.value), .secondary)
      let baseline = Point(
        x: plot.minX - 6 - line.width, y: y + context.middleRise(.secondary))
      let number = tickFormat.tick(tick.value, line.text)
      marks.append(
        .text(TextMark(line: line, baseline: baseline, role: .tick, numbers: [number])))
    }
    for reference in context.spec.references {
      if let band = reference.band {
        let top = plot.maxY - scale.apply(band.high.doubleValue)
        let bottom = plot.maxY - scale.apply(band.low.doubleValue)
        let rect = Rect(x: plot.minX, y: top, width: plot.width, height: bottom - top)
        marks.append(.area(AreaMark(rect: rect, color: theme.bandFill, role: .band)))
      }
      guard let value = reference.value?.value.doubleValue else { continue }
      let y = plot.maxY - scale.apply(value)
      rule(
        [Point(x: plot.minX, y: y), Point(x: plot.maxX, y: y)], theme.reference, 0.75, .reference,
        dash: [3, 2])
    }
  }

  private mutating func drawLines() {
    let radius = max(context.theme.lineWidth * 1.15, 1.4)
    for (index, series) in context.data.series.enumerated() {
      let look = context.seriesLook(index)
      var run: [Point] = []
      for (category, value) in series.values.enumerated() {
        guard let value else {
          finish(&run, index, look)
          continue
        }
        let point = place(category, value.number)
        run.append(point)
        let datum = Datum(series: index, category: category)
        marks.append(look.point(point, radius: radius, datum))
      }
      finish(&run, index, look)
    }
    placeLineLabels()
  }

  private mutating func finish(_ run: inout [Point], _ series: Int, _ look: FillLook) {
    if run.count > 1 {
      let cap: StrokeStyle.Cap = look.dash.isEmpty ? .round : .butt
      let style = StrokeStyle(width: context.theme.lineWidth, cap: cap, dash: look.dash)
      marks.append(.line(LineMark(points: run, color: look.color, style: style, series: series)))
    }
    run = []
  }

  private mutating func drawCategories() {
    for (index, block) in categoryBlocks.enumerated() {
      let category = first + index * step
      marks += block.place(
        x: categoryMiddle(index), top: plot.maxY + 5, .center, role: .category,
        datum: Datum(series: 0, category: category))
    }
  }
}
