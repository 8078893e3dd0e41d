internal import Diagnostics
internal import Drawing
internal import Figures
internal import Geometry

/// A label in the margin beside the plot: the name of a series, or of a reference line.
struct SideLabel: Sendable {
  var block: TextBlock
  /// Where on the value axis the label belongs.
  var value: Double
  var role: TextMark.Role
  var datum: Datum?
  var numbers: [ChartNumber] = []
}

extension BarLayout {
  /// Whether the series of vertical stacked bars can be named beside the last bar.
  var canLabelAtSide: Bool {
    let data = plan.data
    let last = data.categories.count - 1
    guard isVertical, plan.isStacked, context.spec.legend == .auto, context.spec.lines.isEmpty,
      !context.isPanel, (2...8) ~= data.series.count,
      data.series.allSatisfy({ ($0.values[last]?.number ?? 0) > 0 })
    else { return false }
    return data.series.allSatisfy {
      context.line($0.name, .label).width <= context.width * 0.22
    }
  }

  mutating func measureSideLabels() {
    guard isVertical else { return }
    if canLabelAtSide {
      let last = context.data.categories.count - 1
      for segment in plan.segments where segment.datum.category == last {
        let name = context.data.series[segment.datum.series].name
        sideLabels.append(
          SideLabel(
            block: context.block(name, .label, width: context.width * 0.24),
            value: (segment.start + segment.end) / 2, role: .legend, datum: segment.datum))
      }
    }
    for reference in context.spec.references {
      guard let value = reference.middle else { continue }
      let (text, numbers) = reference.text(plan.format)
      sideLabels.append(
        SideLabel(
          block: context.block(text, .secondary, width: context.width * 0.2),
          value: value, role: .reference, numbers: numbers))
    }
  }

  /// The margin that side labels need at the right.
  var sideMargin: Double {
    guard let width = sideLabels.map(\.block.width).max() else { return 0 }
    return width + 9
  }

  /// The height that labels of reference lines need above horizontal bars.
  var referenceHeadHeight: Double {
    guard !isVertical else { return 0 }
    let rows = context.spec.references.count { $0.middle != nil }
    return Double(rows) * context.theme.labelSize * 1.3 + (rows > 0 ? 3 : 0)
  }

  mutating func drawReferences() {
    let theme = context.theme
    var row = 0
    for reference in context.spec.references {
      guard let value = reference.middle else { continue }
      var points = frame.line(at: value)
      if !isVertical {
        let (text, numbers) = reference.text(plan.format)
        let line = context.line(text, .secondary)
        let top =
          frame.plot.minY - referenceHeadHeight + Double(row) * theme.labelSize * 1.3
        let x = min(max(points[0].x - line.width / 2, 0), context.width - line.width)
        let baseline = Point(x: x, y: top + line.ascent)
        marks.append(
          .text(
            TextMark(line: line, baseline: baseline, role: .reference, numbers: numbers)))
        points[0].y = top + line.height + 1
        row += 1
      }
      if reference.band == nil {
        rule(points, theme.reference, 0.75, .reference, dash: [3, 2])
      }
    }
  }

  /// Names follow the last bar where no grid would pass through them, else the plot.
  private var sideEdge: Double {
    showsAxis || !context.spec.references.isEmpty
      ? frame.plot.maxX : frame.band(frame.bands.length)
  }

  /// Places the labels beside the plot, apart from each other and near what they name.
  mutating func drawSideLabels() {
    let gap = context.labelGap
    let ordered = sideLabels.indices.sorted { left, right in
      let values = (sideLabels[left].value, sideLabels[right].value)
      return values.0 != values.1 ? values.0 > values.1 : left < right
    }.map { sideLabels[$0] }
    let bounds = frame.plot.minY...max(frame.plot.minY, frame.plot.maxY)
    let middles = spreadLabels(
      ideals: ordered.map { frame.value($0.value) }, sizes: ordered.map { $0.block.height + gap },
      within: bounds)
    for (label, middle) in zip(ordered, middles) {
      let left = sideEdge + 9
      marks += label.block.place(
        x: left, top: middle - label.block.height / 2, .left, role: label.role, datum: label.datum,
        numbers: label.numbers)
      drawSideLeader(label, to: Point(x: left - 2, y: middle))
    }
  }

  private mutating func drawSideLeader(_ label: SideLabel, to end: Point) {
    let y = frame.value(label.value)
    guard label.role == .legend else {
      if abs(y - end.y) > 3 {
        rule(
          [Point(x: frame.plot.maxX, y: y), end], context.theme.reference, 0.4, .leader)
      }
      return
    }
    let last = frame.bands.middle(context.data.categories.count - 1)
    let start = frame.band(slots.stretch(0, around: last).upperBound) + 1.5
    let elbow = Point(x: max(start, sideEdge - 2), y: y)
    rule(
      [Point(x: start, y: y), elbow, end], context.theme.axis, ChartTheme.hairline, .leader)
  }
}
