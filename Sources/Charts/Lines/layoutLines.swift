internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry

/// Lays out a line chart: one line for each series over equally spaced categories, a value axis,
/// and the names of the series at the ends of their lines.
func layoutLines(_ context: PlotContext) -> Plot {
  var layout = LineLayout(context: context)
  return layout.run()
}

private struct LineLayout {
  let context: PlotContext
  let format: ValueFormat
  var marks: [Mark] = []
  var ticks: [Tick] = []
  var plot = Rect.zero
  var scale = LinearScale(domain: 0...1, range: 0...0)
  var bands = BandScale(count: 1, length: 0)
  var names: [(series: Int, block: TextBlock)] = []
  var categoryBlocks: [TextBlock] = []
  var step = 1

  init(context: PlotContext) {
    self.context = context
    format = ValueFormat(context)
  }

  mutating func run() -> Plot {
    let head = measureHead()
    measureFrame(top: head.height > 0 ? head.height + 8 : 6)
    drawAxis()
    drawLines()
    drawNames()
    drawCategories()
    marks += head.marks
    let labels = categoryBlocks.map(\.height).max() ?? 0
    return Plot(
      size: Size(width: context.width, height: plot.maxY + 5 + labels), marks: marks)
  }

  private var isNamedAtEnds: Bool {
    context.data.series.count > 1 && context.spec.legend == .auto
      && context.data.series.allSatisfy { $0.values.contains { $0 != nil } }
      && context.data.series.allSatisfy {
        context.line($0.name, .label).width <= context.width * 0.24
      }
  }

  private mutating func measureHead() -> HeadBlock {
    let needsKeys =
      context.data.series.count > 1 && !isNamedAtEnds && context.spec.legend != .none
    let keys = context.data.series.enumerated().map { index, series in
      LegendKey(name: series.name, color: context.theme.fill(index), shape: .line)
    }
    if isNamedAtEnds {
      names = context.data.series.enumerated().map { index, series in
        (index, context.block(series.name, .label, width: context.width * 0.26))
      }
    }
    return layoutHead(
      context, unit: format.unit.map(context.phrases.unit), keys: needsKeys ? keys : [])
  }

  private mutating func measureFrame(top: Double) {
    let height = max(40, context.givenHeight.map { $0 - top - 16 } ?? context.plotHeight)
    ticks = chooseTicks(covering: domain, target: max(Int(height / 34) + 1, 3))
    let tickWidth = ticks.map { context.line(tickFormat.print($0.value), .secondary).width }.max()
    let right = (names.map(\.block.width).max().map { $0 + 8 + keyWidth }) ?? 4
    let left = (tickWidth ?? 0) + 6
    plot = Rect(x: left, y: top, width: max(context.width - left - right, 20), height: height)
    scale = LinearScale(
      domain: (ticks.first?.position ?? 0)...(ticks.last?.position ?? 1), range: 0...height)
    bands = BandScale(count: context.data.categories.count, length: plot.width)
    measureCategories()
  }

  /// Shows every category when all fit, else every second, third, … of them.
  private mutating func measureCategories() {
    let count = context.data.categories.count
    let band = plot.width / Double(max(count, 1))
    for candidate in 1...max(count, 1) {
      step = candidate
      categoryBlocks = stride(from: 0, to: count, by: step).map {
        context.block(context.data.categories[$0], .label, width: band * Double(step) - 3)
      }
      let fits = categoryBlocks.allSatisfy {
        $0.lines.count <= 3 && $0.width <= band * Double(candidate)
      }
      if fits { break }
    }
  }

  /// From zero unless all values lie far from it.
  private var domain: ClosedRange<Double> {
    let values = context.data.series.flatMap { $0.values.compactMap { $0?.number } }
    let marks = values + context.spec.references.compactMap { $0.value?.value.doubleValue }
    let low = marks.min() ?? 0
    let high = marks.max() ?? 1
    let isFar = low > 0 && low > high * 0.6 || high < 0 && high < low * 0.6
    return isFar && high > low ? low...high : min(0, low)...max(0, high)
  }

  private var tickFormat: ValueFormat { format.forTicks(ticks) }

  private func place(_ category: Int, _ value: Double) -> Point {
    Point(x: plot.minX + bands.middle(category), y: plot.maxY - scale.apply(value))
  }

  private mutating func rule(
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
      marks.append(.text(TextMark(line: line, baseline: baseline, role: .tick)))
    }
    for reference in context.spec.references {
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
      let color = context.theme.fill(index)
      var run: [Point] = []
      for (category, value) in series.values.enumerated() {
        guard let value else {
          finish(&run, index, color)
          continue
        }
        let point = place(category, value.number)
        run.append(point)
        let datum = Datum(series: index, category: category)
        marks.append(
          .point(PointMark(center: point, radius: radius, color: color, datum: datum)))
      }
      finish(&run, index, color)
    }
    placeLineLabels()
  }

  private mutating func finish(_ run: inout [Point], _ series: Int, _ color: Color) {
    if run.count > 1 {
      let style = StrokeStyle(width: context.theme.lineWidth, cap: .round)
      marks.append(.line(LineMark(points: run, color: color, style: style, series: series)))
    }
    run = []
  }

  /// Values above (or below) their points, for a single series and only when all find a place.
  private mutating func placeLineLabels() {
    guard context.spec.labels != .none, context.data.series.count == 1 else { return }
    var taken = BoxIndex()
    for mark in marks {
      if case .point(let point) = mark { taken.insert(point.box) }
      if case .text(let text) = mark { taken.insert(text.box) }
    }
    let values = context.data.series[0].values
    var labels: [Mark] = []
    for (category, value) in values.enumerated() {
      guard let value else { continue }
      let line = context.line(format.print(value.exact), .value)
      let point = place(category, value.number)
      let isValley = isLocalMinimum(values, category)
      let y = isValley ? point.y + 4 + line.ascent : point.y - 4 - line.descent
      let text = TextMark(
        line: line, baseline: Point(x: point.x - line.width / 2, y: y), role: .value,
        datum: Datum(series: 0, category: category))
      let frame = Rect(x: 0, y: 0, width: context.width, height: plot.maxY)
      guard frame.contains(text.box), !taken.intersects(text.box) else { return }
      taken.insert(text.box)
      labels.append(.text(text))
    }
    marks += labels
  }

  private func isLocalMinimum(_ values: [ChartValue?], _ index: Int) -> Bool {
    guard let value = values[index]?.number, index > 0, index + 1 < values.count,
      let before = values[index - 1]?.number, let after = values[index + 1]?.number
    else { return false }
    return value < before && value < after
  }

  /// A stroke in the series' colour before its name: lines may end at one point.
  private var keyWidth: Double { context.theme.labelSize * 1.75 }

  private mutating func drawNames() {
    let placed = names.compactMap { name -> (Int, TextBlock, Double)? in
      let values = context.data.series[name.series].values
      guard let last = values.last(where: { $0 != nil }), let value = last else { return nil }
      return (name.series, name.block, plot.maxY - scale.apply(value.number))
    }.sorted { $0.2 != $1.2 ? $0.2 < $1.2 : $0.0 < $1.0 }
    let ys = spreadLabels(
      ideals: placed.map(\.2), sizes: placed.map { $0.1.height + 1 }, within: plot.minY...plot.maxY)
    for ((series, block, _), y) in zip(placed, ys) {
      let datum = Datum(series: series, category: context.data.categories.count - 1)
      let left = plot.maxX + 4
      let key = [Point(x: left, y: y), Point(x: left + keyWidth - 4, y: y)]
      rule(key, context.theme.fill(series), context.theme.lineWidth, .stem)
      marks += block.place(
        x: left + keyWidth, top: y - block.height / 2, .left, role: .legend, datum: datum)
    }
  }

  private mutating func drawCategories() {
    for (index, block) in categoryBlocks.enumerated() {
      let category = index * step
      let x = plot.minX + bands.middle(category)
      let inside = min(max(x, block.width / 2), context.width - block.width / 2)
      marks += block.place(
        x: inside, top: plot.maxY + 5, .center, role: .category,
        datum: Datum(series: 0, category: category))
    }
  }
}
