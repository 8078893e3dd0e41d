internal import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry

/// One arrangement of a bar chart: an orientation, with or without a value axis, carried out in the
/// order of its steps.
struct BarLayout: Sendable {
  let context: PlotContext
  let plan: BarPlan
  let orientation: ChartSpec.Orientation
  let showsAxis: Bool
  let options: ChartOptions

  var marks: [Mark] = []
  var ticks: [Tick] = []
  var head = HeadBlock()
  /// Names of the series beside the last bar, in place of a legend.
  var sideLabels: [SideLabel] = []
  var categoryBlocks: [TextBlock] = []
  /// What the value labels take beyond the ends of the bars.
  var valueLines: [ValueLabel] = []
  var margins = EdgeInsets.zero
  var frame: BarFrame
  var slots: BarSlots
  /// Where the last tick label of a horizontal axis ends.
  var tickEnd = -Double.infinity
  /// Labels that found no place.
  var droppedCount = 0
  var findings: [Diagnostic] = []
  /// What ticks, categories and names need beside the plot.
  var insets = PlotInsets.zero
  /// Room for annotations above upright bars, in points.
  var annotationRoom = 0.0
  /// Annotations that found no place.
  var unplacedCount = 0
  /// The value scale that sibling plots share.
  var forcedValues: LinearScale?

  init(
    context: PlotContext, plan: BarPlan, orientation: ChartSpec.Orientation, showsAxis: Bool,
    options: ChartOptions
  ) {
    self.context = context
    self.plan = plan
    self.orientation = orientation
    self.showsAxis = showsAxis
    self.options = options
    slots = BarSlots(count: 1, band: 0, limit: 0, theme: context.theme)
    frame = BarFrame(
      orientation: orientation, plot: .zero,
      values: LinearScale(domain: 0...1, range: 0...0), bands: BandScale(count: 1, length: 0))
  }

  var isVertical: Bool { orientation == .vertical }

  /// Whether values are printed: not by themselves under lines, which would strike them.
  var showsLabels: Bool {
    context.spec.labels == .shown || context.spec.labels == .auto && context.spec.lines.isEmpty
  }

  /// Whether the dots of all series stand on one row of their category.
  var sharesRow: Bool {
    context.spec.kind == .dot && !isVertical && plan.data.series.count > 1 && !plan.isStacked
  }

  /// The text gap between a bar's end and its label, in points.
  var endGap: Double { isVertical ? 2.5 : 3.5 }

  mutating func run() -> Plot {
    measureHead()
    measureValues()
    measureSideLabels()
    if isVertical { frameVertical() } else { frameHorizontal() }
    fitValueScale()
    drawBands()
    drawAxis()
    if !context.spec.kind.isBar { drawIntervals() }
    drawBars()
    if context.spec.kind.isBar { drawIntervals() }
    drawConnectors()
    drawBreaks()
    drawRaisedFoot()
    drawReferences()
    drawLinesOver()
    placeValueLabels()
    drawSideLabels()
    drawCategories()
    annotate()
    marks += head.marks
    return Plot(
      size: Size(width: context.width, height: frame.plot.maxY + margins.bottom), marks: marks,
      findings: findings, valueFactor: frame.values.factor, insets: insets)
  }

  private mutating func annotate() {
    let bounds = Rect(
      x: 0, y: head.height + 2, width: context.width, height: frame.plot.maxY - head.height - 2)
    let annotated = annotateMarks(context, marks, within: bounds)
    marks += annotated.marks
    unplacedCount = annotated.unplaced
  }

  private mutating func measureHead() {
    let usesSide = canLabelAtSide
    let keys =
      context.data.series.count > 1 && !usesSide && context.spec.legend != .none
      ? context.data.series.indices.map { index in
        LegendKey(
          name: context.data.series[index].name, look: context.seriesLook(index),
          shape: context.shape(ofSeries: index))
      } : []
    if !context.isPanel { head = layoutHead(context, unit: plan.unit, keys: keys) }
    let tickRise = showsAxis && isVertical ? context.theme.labelSize * 0.75 : 0
    margins.top = (head.height > 0 ? head.height + 7 + tickRise / 2 : tickRise) + annotationRoom
  }

  private mutating func measureValues() {
    guard showsLabels else { return }
    let shown = plan.segments.filter { !plan.isStacked || $0.end != $0.start }
    valueLines = shown.map { segment in
      let ends = plan.data.interval(segment.datum).map(intervalEnds) ?? []
      let text = plan.labels[segment.datum.series][segment.datum.category]
      return ValueLabel(
        datum: segment.datum, line: context.line(text + inBrackets(ends), .value),
        segment: segment, numbers: ends)
    }
  }

  /// The ends of an interval, which are printed behind its value.
  private func intervalEnds(_ interval: ChartData.Interval) -> [ChartNumber] {
    [interval.low.exact, interval.high.exact].map { end in
      // A percent sign is repeated in Chinese (GB/T 15835, 5.1.4), and goes without saying elsewhere.
      let text = context.phrases.isChinese ? plan.format.print(end) : plan.format.number(end)
      return ChartNumber(
        text: text, meaning: .interval, value: end,
        printed: plan.format.style.printedValue(of: end), unit: plan.format.valueUnit)
    }
  }

  private func inBrackets(_ ends: [ChartNumber]) -> String {
    guard !ends.isEmpty else { return "" }
    let range = ends.map(\.text).joined(separator: plan.format.style.language.rangeDash)
    return context.phrases.isChinese ? "（\(range)）" : " (\(range))"
  }
}

/// A value label that waits for its place.
struct ValueLabel: Sendable {
  var datum: Datum
  var line: ChartLine
  var segment: StackSegment
  /// The ends of its interval.
  var numbers: [ChartNumber] = []
}
