internal import Drawing
internal import Figures
internal import Geometry
internal import Typography

extension RingLayout {
  /// Moves a placement into its frame and makes the marks.
  func plot(_ placed: RingPlacement) -> Plot {
    let center = Point(x: context.width / 2, y: placed.top)
    var marks = arcs(center: center, radius: placed.radius)
    for label in placed.labels {
      let side = label.isRight ? 1.0 : -1.0
      let edge = center.x + side * (placed.radius + RingLayout.elbow + RingLayout.reach)
      marks.append(leader(label, center: center, radius: placed.radius, to: edge - side * 2.5))
      marks += label.label.place(
        x: edge, middle: center.y + label.y, label.isRight ? .left : .right)
    }
    marks += centre(center, radius: placed.radius)
    return Plot(size: Size(width: context.width, height: placed.height), marks: marks)
  }

  private var hole: Double { context.spec.kind == .pie ? 0 : context.theme.donutHole }

  private func arcs(center: Point, radius: Double) -> [Mark] {
    let arcs = context.data.categories.indices.map { category in
      let look = context.shareLook(category)
      return ArcMark(
        center: center, innerRadius: radius * hole, outerRadius: radius, start: angle(category),
        end: angle(category + 1), paint: look.paint,
        datum: Datum(series: 0, category: category), outline: look.outline)
    }.filter { $0.end > $0.start }
    guard arcs.count > 1 else { return arcs.map { .arc($0) } }
    return arcs.map { .arc($0) } + arcs.compactMap(separator)
  }

  /// A line of paper along the start of a part; a half ring needs none at its open end.
  private func separator(_ arc: ArcMark) -> Mark? {
    if isHalf, arc.start <= firstAngle { return nil }
    let style = StrokeStyle(width: max(context.theme.separatorWidth, ChartTheme.hairline))
    let ends = [
      arc.point(angle: arc.start, radius: arc.innerRadius),
      arc.point(angle: arc.start, radius: arc.outerRadius),
    ]
    return .rule(
      RuleMark(points: ends, color: context.theme.paper, style: style, role: .separator))
  }

  private func leader(
    _ label: RingLabel, center: Point, radius: Double, to end: Double
  ) -> Mark {
    let side = label.isRight ? 1.0 : -1.0
    let arc = ArcMark(
      center: center, innerRadius: 0, outerRadius: radius, start: 0, end: 0,
      paint: .color(context.theme.axis), datum: label.label.datum)
    let y = center.y + label.y
    let points = [
      arc.point(angle: label.angle, radius: radius + 1),
      Point(x: center.x + side * (radius + RingLayout.elbow), y: y), Point(x: end, y: y),
    ]
    let style = StrokeStyle(width: max(0.35, ChartTheme.hairline))
    return .rule(
      RuleMark(points: points, color: context.theme.axis, style: style, role: .leader))
  }

  /// The text in the hole: the author's, or the sum with its unit.
  private func centre(_ center: Point, radius: Double) -> [Mark] {
    guard hole > 0 else { return [] }
    let lines = centreTexts
    let room = radius * hole * 2 * 0.86
    guard let main = lines.first, !main.isEmpty else { return [] }
    let big = fitted(main, .centre, width: room, height: room / Double(lines.count + 1))
    let small = lines.dropFirst().map {
      fitted($0, .secondary, width: room * 0.9, height: room / 3)
    }
    let steps = small.map { $0.height * 1.2 }
    let first = small.first.map { big.descent + $0.ascent + 0.5 } ?? 0
    let extra = first + steps.dropFirst().reduce(0, +)
    let rise = big.ascent * 0.42
    var baseline = isHalf ? center.y - extra - 2 : center.y + rise - extra / 2
    return ([big] + small).enumerated().map { index, line in
      if index > 0 { baseline += index == 1 ? first : steps[index - 1] }
      let place = Point(x: center.x - line.width / 2, y: baseline)
      let numbers = index == 0 ? [centreSum(line.text)].compactMap(\.self) : []
      return .text(TextMark(line: line, baseline: place, role: .centre, numbers: numbers))
    }
  }

  /// The sum, where the author wrote nothing in its place.
  private func centreSum(_ text: String) -> ChartNumber? {
    guard context.spec.centre == nil else { return nil }
    let format = context.format
    return ChartNumber(
      text: text, meaning: .total, value: plan.sum,
      printed: format.style.printedValue(of: plan.sum), unit: format.valueUnit)
  }

  private var centreTexts: [String] {
    if let text = context.spec.centre {
      return text.split(separator: "\n").map(String.init)
    }
    var format = context.format
    guard let unit = format.unit else { return [] }
    if format.style.scale == .one { format.precision = min(context.data.decimals, 12) }
    return [format.number(plan.sum), unit]
  }

  /// The text in the largest size at which it fits, down to 6 points.
  private func fitted(
    _ text: String, _ voice: PlotContext.Voice, width: Double, height: Double
  ) -> ChartLine {
    var style = context.style(voice)
    var line = context.lettering.chartLine(text, style)
    while line.width > width || line.height > height, style.size > 6 {
      style.size = max(6, style.size * 0.9)
      line = context.lettering.chartLine(text, style)
    }
    return line
  }
}
