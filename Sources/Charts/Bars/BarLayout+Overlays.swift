internal import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry

/// What lies behind and over the bars: reference bands, intervals, breaks, lines.
extension BarLayout {
  mutating func drawBands() {
    for reference in context.spec.references {
      guard let band = reference.band else { continue }
      let rect = frame.rect(
        band: 0...frame.breadth, from: band.low.doubleValue, to: band.high.doubleValue)
      marks.append(.area(AreaMark(rect: rect, color: context.theme.bandFill, role: .band)))
    }
  }

  // MARK: Intervals

  /// Position of a bar's middle along the bands.
  private func middle(_ datum: Datum) -> Double {
    let stretch = slots.stretch(slot(of: datum), around: frame.bands.middle(datum.category))
    return (stretch.lowerBound + stretch.upperBound) / 2
  }

  mutating func drawIntervals() {
    guard plan.data.hasIntervals, !plan.isStacked else { return }
    let half = min(slots.thickness * 0.22, 4)
    for segment in plan.segments {
      guard let interval = plan.data.interval(segment.datum) else { continue }
      drawInterval(interval, of: segment, half: half)
    }
  }

  /// A stem with a cap at each end; where it lies inside its bar, in what stands out from the fill.
  private mutating func drawInterval(
    _ interval: ChartData.Interval, of segment: StackSegment, half: Double
  ) {
    let middle = middle(segment.datum)
    let ends = [interval.low.number, interval.high.number]
    let bar = min(segment.start, segment.end)...max(segment.start, segment.end)
    func isInside(_ value: Double) -> Bool { context.spec.kind.isBar && bar ~= value }
    func stroke(_ line: [Point], inside: Bool) {
      if inside, insideColor(segment) == nil {
        rule(line, context.theme.paper, 2.2, .separator)
      }
      rule(line, (inside ? insideColor(segment) : nil) ?? context.theme.text, 0.8, .interval)
    }
    let edges = context.spec.kind.isBar ? [segment.start, segment.end] : []
    let stops = (ends + edges.filter { $0 > ends[0] && $0 < ends[1] }).sorted()
    for (from, to) in zip(stops, stops.dropFirst()) {
      stroke(
        [from, to].map { frame.point(band: middle, value: $0) }, inside: isInside((from + to) / 2))
    }
    for end in ends {
      let cap = [middle - half, middle + half].map { frame.point(band: $0, value: end) }
      stroke(cap, inside: isInside(end))
    }
  }

  /// Black or white on the fill of a bar; nil where the fill is no even ground, which needs a halo.
  private func insideColor(_ segment: StackSegment) -> Color? {
    plan.look(of: segment.datum).ground?.contrastingText
  }

  /// What a label stands beyond the end of when its bar has an interval.
  func whisker(_ segment: StackSegment, _ interval: ChartData.Interval) -> Rect {
    let middle = middle(segment.datum)
    let half = max(slots.thickness / 2, dotRadius)
    return frame.rect(
      band: middle - half...middle + half, from: min(segment.start, interval.low.number),
      to: max(segment.end, interval.high.number))
  }

  // MARK: Breaks

  /// Cuts a zig-zag of paper through each broken bar, and through the axis when there is one.
  mutating func drawBreaks() {
    guard plan.segments.contains(where: \.isBroken),
      let limit = context.spec.breakAt?.value.doubleValue
    else { return }
    let value = limit * 1.08
    for segment in plan.segments where segment.isBroken {
      let middle = middle(segment.datum)
      let half = slots.thickness / 2 + 1.5
      zigzag(from: middle - half, to: middle + half, at: value)
    }
    if showsAxis {
      rule(axisSpine, context.theme.axis, context.theme.gridWidth, .stem)
      zigzag(from: axisBand - 4, to: axisBand + 4, at: value)
    }
  }

  /// Cuts a zig-zag through the foot of every bar and of the axis where they begin above zero.
  mutating func drawRaisedFoot() {
    guard context.spec.baseline?.value != nil, frame.values.factor > 0 else { return }
    if showsAxis { rule(axisSpine, context.theme.axis, context.theme.gridWidth, .stem) }
    let value = plan.base + BarLayout.footHeight / frame.values.factor
    if showsAxis { zigzag(from: axisBand - 4, to: axisBand + 4, at: value) }
    guard context.spec.kind.isBar else { return }
    for segment in plan.segments where segment.start == plan.base {
      let middle = middle(segment.datum)
      let half = slots.thickness / 2 + 1.5
      zigzag(from: middle - half, to: middle + half, at: value)
    }
  }

  /// How far above the base line a zig-zag says that bars begin elsewhere, in points.
  private static let footHeight = 7.0

  /// Joins the bars of a waterfall at the level that one leaves and the next begins at.
  mutating func drawConnectors() {
    guard context.spec.kind == .waterfall else { return }
    for (segment, next) in zip(plan.segments, plan.segments.dropFirst()) {
      let (from, to) = (segment.datum.category, next.datum.category)
      let start = slots.stretch(0, around: frame.bands.middle(from)).upperBound
      let end = slots.stretch(0, around: frame.bands.middle(to)).lowerBound
      rule(
        [start, end].map { frame.point(band: $0, value: segment.end) }, context.theme.axis, 0.4,
        .connector)
    }
  }

  private var axisSpine: [Point] {
    [plan.base, axisDomain.upperBound].map { frame.point(band: axisBand, value: $0) }
  }

  /// Where the ticks are along the bands: at the left, or under lying bars.
  private var axisBand: Double { isVertical ? 0 : frame.breadth }

  /// A band of paper between two parallel zig-zags.
  private mutating func zigzag(from start: Double, to end: Double, at value: Double) {
    let count = max(Int((end - start) / 4), 4)
    let step = (end - start) / Double(count)
    let points = (0...count).map { index in
      var point = frame.point(band: start + Double(index) * step, value: value)
      let swing = index % 2 == 0 ? 1.6 : -1.6
      if isVertical { point.y += swing } else { point.x += swing }
      return point
    }
    rule(points, context.theme.paper, 3.2, .separator)
    for side in [-1.9, 1.9] {
      let edge = points.map { point in
        isVertical ? Point(x: point.x, y: point.y + side) : Point(x: point.x + side, y: point.y)
      }
      rule(edge, context.theme.axis, 0.5, .zigzag)
    }
  }

  // MARK: Lines

  /// Draws the series that are lines through the middles of their bands, on the bars' own axis.
  mutating func drawLinesOver() {
    let first = plan.data.series.count
    for series in context.data.series.indices.dropFirst(first) {
      let color = context.seriesLook(series).color
      var run: [Point] = []
      var dots: [Mark] = []
      for (category, value) in context.data.series[series].values.enumerated() {
        guard let value else {
          finishLine(&run, series, color)
          continue
        }
        let point = frame.point(band: frame.bands.middle(category), value: value.number)
        run.append(point)
        let datum = Datum(series: series, category: category)
        dots.append(.point(PointMark(center: point, radius: 2.2, color: color, datum: datum)))
      }
      finishLine(&run, series, color)
      marks += dots
    }
  }

  private mutating func finishLine(_ run: inout [Point], _ series: Int, _ color: Color) {
    if run.count > 1 {
      let halo = StrokeStyle(width: context.theme.lineWidth + 1.6, cap: .round)
      let style = StrokeStyle(width: context.theme.lineWidth, cap: .round)
      marks.append(
        .line(LineMark(points: run, color: context.theme.paper, style: halo, series: series)))
      marks.append(.line(LineMark(points: run, color: color, style: style, series: series)))
    }
    run = []
  }
}
