internal import Drawing
internal import Figures
internal import Geometry

extension BarLayout {
  /// Draws the grid and the ticks when there is an axis, and the base line always.
  mutating func drawAxis() {
    let theme = context.theme
    if showsAxis {
      let format = tickFormat
      for tick in ticks {
        if tick.position != plan.base {
          rule(frame.line(at: tick.position), theme.grid, theme.gridWidth, .grid)
        }
        drawTickLabel(tick, format)
      }
    }
    // The line in the middle of neutral answers would strike their labels: it lies behind.
    let role: RuleMark.Role = plan.mode == .diverging ? .grid : .baseline
    rule(frame.line(at: plan.base), theme.axis, theme.axisWidth, role)
  }

  private mutating func drawTickLabel(_ tick: Tick, _ format: ValueFormat) {
    // Both sides of diverging bars are shares: neither is negative.
    let value = plan.mode == .diverging ? tick.value.magnitude : tick.value
    let line = context.line(format.print(value), .secondary)
    let place = frame.point(band: 0, value: tick.position)
    let baseline =
      isVertical
      ? Point(
        x: frame.plot.minX - 5 - line.width, y: place.y + context.middleRise(.secondary))
      : Point(
        x: min(max(place.x - line.width / 2, 0), context.width - line.width),
        y: frame.plot.maxY + 4 + line.ascent)
    let mark = TextMark(
      line: line, baseline: baseline, role: .tick, numbers: [format.tick(value, line.text)])
    if !isVertical {
      guard mark.box.minX >= tickEnd else { return }
      tickEnd = mark.box.maxX + 4
    }
    marks.append(.text(mark))
  }

  mutating func rule(
    _ points: [Point], _ color: Color, _ width: Double, _ role: RuleMark.Role, dash: [Double] = []
  ) {
    let style = StrokeStyle(width: max(width, ChartTheme.hairline), dash: dash)
    marks.append(.rule(RuleMark(points: points, color: color, style: style, role: role)))
  }

  /// The rectangle of a value.
  func rect(of segment: StackSegment) -> Rect {
    let slot = slot(of: segment.datum)
    let middle = frame.bands.middle(segment.datum.category)
    return frame.rect(
      band: slots.stretch(slot, around: middle), from: segment.start, to: segment.end)
  }

  func slot(of datum: Datum) -> Int { plan.isStacked || sharesRow ? 0 : datum.series }

  /// A thin line from the first to the last dot of each row that several series share.
  private mutating func connectDots() {
    guard sharesRow else { return }
    for category in plan.data.categories.indices {
      let ends = plan.segments.filter { $0.datum.category == category }.map(\.end)
      guard let low = ends.min(), let high = ends.max(), low < high else { continue }
      let middle = frame.bands.middle(category)
      rule(
        [low, high].map { frame.point(band: middle, value: $0) }, context.theme.muted, 1.2, .stem)
    }
  }

  mutating func drawBars() {
    connectDots()
    for segment in plan.segments {
      let look = plan.look(of: segment.datum)
      if context.spec.kind.isBar {
        marks.append(look.bar(rect(of: segment), segment.datum))
        let isInner = plan.mode == .diverging ? segment.datum.series > 0 : segment.start != 0
        if plan.isStacked, isInner, segment.end != segment.start { separate(segment) }
      } else {
        drawDot(segment, look)
      }
    }
  }

  /// A line of paper between a segment and the one before it, so that neighbours part in any tone.
  private mutating func separate(_ segment: StackSegment) {
    let stretch = slots.stretch(0, around: frame.bands.middle(segment.datum.category))
    let ends = [
      frame.point(band: stretch.lowerBound, value: segment.start),
      frame.point(band: stretch.upperBound, value: segment.start),
    ]
    rule(ends, context.theme.paper, context.theme.separatorWidth, .separator)
  }

  private mutating func drawDot(_ segment: StackSegment, _ look: FillLook) {
    let stretch = slots.stretch(
      slot(of: segment.datum),
      around: frame.bands.middle(segment.datum.category))
    let middle = (stretch.lowerBound + stretch.upperBound) / 2
    let end = frame.point(band: middle, value: segment.end)
    if context.spec.kind == .lollipop {
      let start = frame.point(band: middle, value: segment.start)
      rule([start, end], look.color, context.theme.lineWidth * 0.8, .stem)
    }
    marks.append(look.point(end, radius: dotRadius, segment.datum))
  }

  /// Category labels: under vertical bars, or in a column left of horizontal ones.
  mutating func drawCategories() {
    for (category, block) in categoryBlocks.enumerated() {
      let datum = Datum(series: 0, category: category)
      if isVertical {
        let x = frame.band(frame.bands.middle(category))
        let inside = min(max(x, block.width / 2), context.width - block.width / 2)
        marks += block.place(
          x: inside, top: frame.plot.maxY + 4, .center, role: .category, datum: datum)
      } else {
        let middle = frame.band(frame.bands.middle(category))
        let rise = (block.lines.first?.ascent ?? 0) - context.middleRise(.label)
        let extra = block.leading * Double(block.lines.count - 1) / 2
        marks += block.place(
          x: frame.plot.minX - 6, top: middle - rise - extra, .right, role: .category,
          datum: datum)
      }
    }
  }
}
