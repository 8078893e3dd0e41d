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
  /// What is to be printed of the values, at the bars or where there is room.
  let valueLabels: [ValueLabel]

  var marks: [Mark] = []
  var ticks: [Tick] = []
  /// Unit and legend; nothing where plots share them.
  var head = HeadBlock()
  /// Names of the series beside the last bar, in place of a legend.
  var sideLabels: [SideLabel] = []
  var categoryBlocks: [TextBlock] = []
  /// How wide the names under upright bars can be.
  var nameRooms: [Double] = []
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
    context: PlotContext, plan: BarPlan, valueLabels: [ValueLabel],
    orientation: ChartSpec.Orientation, showsAxis: Bool, options: ChartOptions
  ) {
    self.context = context
    self.plan = plan
    self.valueLabels = valueLabels
    self.orientation = orientation
    self.showsAxis = showsAxis
    self.options = options
    slots = BarSlots(count: 1, band: 0, limit: 0, theme: context.theme)
    frame = BarFrame(
      orientation: orientation, plot: .zero,
      values: LinearScale(domain: 0...1, range: 0...0), bands: BandScale(count: 1, length: 0))
  }

  var isVertical: Bool { orientation == .vertical }

  /// Whether the dots of all series stand on one row of their category.
  var sharesRow: Bool {
    context.spec.kind == .dot && !isVertical && plan.data.series.count > 1 && !plan.isStacked
  }

  /// The text gap between a bar's end and its label, in points.
  var endGap: Double { isVertical ? 2.5 : 3.5 }

  mutating func run() -> Plot {
    inset(by: head)
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

  /// Keeps free what stands above the plot.
  private mutating func inset(by head: HeadBlock) {
    let tickRise = showsAxis && isVertical ? context.theme.labelSize * 0.75 : 0
    margins.top = (head.height > 0 ? head.height + 7 + tickRise / 2 : tickRise) + annotationRoom
  }
}
