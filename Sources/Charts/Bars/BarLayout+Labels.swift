internal import Diagnostics
internal import Drawing
internal import Figures
package import Geometry

extension BarLayout {
  /// Gives every value label a place inside the frame that touches nothing, or none at all.
  ///
  /// Labels of simple and grouped bars stand beyond the bar's end, else inside it; when one finds
  /// no place all are left out, as a chart with some of its labels reads as if the others were
  /// zero, and the axis speaks instead. Segments of a stack bear their label inside, else beside.
  mutating func placeValueLabels() {
    var placer = LabelPlacer(layout: self)
    placeValues(&placer)
    placeTotals(&placer)
    marks += placer.plates.map {
      .area(AreaMark(rect: $0, color: context.theme.paper, role: .plate))
    }
  }

  private mutating func placeValues(_ placer: inout LabelPlacer) {
    let blank = placer
    var placed: [Mark] = []
    for label in valueLabels {
      if let mark = placer.place(label) {
        placed.append(.text(mark))
      } else if plan.isStacked {
        droppedCount += 1
      } else {
        droppedCount = valueLabels.count
        placer = blank
        return
      }
    }
    marks += placed
    placeMissing(&placer)
  }

  private mutating func placeMissing(_ placer: inout LabelPlacer) {
    guard context.printsValues else { return }
    let data = plan.data
    for category in data.categories.indices {
      let series = data.series.indices.filter { data.series[$0].values[category] == nil }
      if plan.isStacked && series.count < data.series.count { continue }
      for index in plan.isStacked ? Array(series.prefix(1)) : series {
        let datum = Datum(series: index, category: category)
        let label = ValueLabel(
          datum: datum, line: context.line(context.phrases.missing, .secondary),
          segment: StackSegment(datum: datum, start: 0, end: 0))
        if let mark = placer.placeOutside(label) { marks.append(.text(mark)) }
      }
    }
  }

  private mutating func placeTotals(_ placer: inout LabelPlacer) {
    for (category, (end, text)) in zip(stackEnds, plan.totals).enumerated() {
      let datum = Datum(series: 0, category: category)
      let label = ValueLabel(
        datum: datum, line: context.line(text, .strong),
        segment: StackSegment(datum: datum, start: 0, end: end))
      guard var mark = placer.placeOutside(label) else {
        droppedCount += 1
        continue
      }
      mark.role = .total
      marks.append(.text(mark))
    }
  }
}

/// Finds places for value labels, one after the other, and remembers what is taken.
private struct LabelPlacer {
  let layout: BarLayout
  /// Bars and placed labels.
  var taken: BoxIndex
  /// Lines that a label should not be struck through by.
  var rules: BoxIndex
  /// Where paper must lie under labels on hatchings.
  var plates: [Rect] = []
  let bounds: Rect

  init(layout: BarLayout) {
    self.layout = layout
    let left = layout.isVertical ? 0 : layout.frame.plot.minX
    bounds = Rect(
      x: left, y: layout.head.height, width: layout.context.width - left,
      height: layout.frame.plot.maxY - layout.head.height)
    taken = BoxIndex(over: bounds)
    rules = BoxIndex(over: bounds)
    for mark in layout.marks {
      switch mark {
      case .bar(let bar): taken.insert(bar.rect)
      case .point(let point): taken.insert(point.box)
      case .text(let text): taken.insert(text.box)
      case .rule(let rule) where rule.role == .reference: rules.insert(rule.box)
      case .rule(let rule) where rule.role == .interval: taken.insert(rule.box)
      default: continue
      }
    }
  }

  mutating func place(_ label: ValueLabel) -> TextMark? {
    if layout.plan.isStacked {
      return placeInside(label, atEnd: false)
        ?? (layout.isLast(label.segment) ? placeOutside(label) : nil) ?? placeBeside(label)
    }
    if layout.isLowest(label.segment), let mark = placeBefore(label) { return mark }
    return placeOutside(label, avoidingRules: true) ?? placeInside(label, atEnd: true)
      ?? placeBeyondRule(label) ?? placeOutside(label) ?? placeBehind(label)
  }

  /// Left of the first dot of a row, where the others do not lie.
  private mutating func placeBefore(_ label: ValueLabel) -> TextMark? {
    let rect = layout.labelRect(of: label.segment)
    let baseline = Point(
      x: rect.minX - layout.endGap - label.line.width,
      y: rect.midY + layout.context.middleRise(.value))
    guard baseline.x > bounds.minX + 1 else { return nil }
    return accept(label, at: baseline, avoidingRules: true)
  }

  mutating func placeOutside(_ label: ValueLabel, avoidingRules: Bool = false) -> TextMark? {
    place(label, isBelow: label.segment.isFalling, avoidingRules: avoidingRules)
  }

  /// Beyond the start of a bar that falls to the base line.
  private mutating func placeBehind(_ label: ValueLabel) -> TextMark? {
    guard label.segment.isFalling, label.segment.start > layout.plan.base else { return nil }
    return place(label, isBelow: false, avoidingRules: false)
  }

  private mutating func place(
    _ label: ValueLabel, isBelow isNegative: Bool, avoidingRules: Bool
  ) -> TextMark? {
    let rect = layout.labelRect(of: label.segment)
    let gap = layout.endGap
    let line = label.line
    let baseline: Point
    if layout.isVertical {
      let y = isNegative ? rect.maxY + gap + line.ascent : rect.minY - gap - line.descent
      baseline = Point(x: rect.midX - line.width / 2, y: y)
    } else {
      let x = isNegative ? rect.minX - gap - line.width : rect.maxX + gap
      baseline = Point(x: x, y: rect.midY + layout.context.middleRise(.value))
    }
    return accept(label, at: baseline, avoidingRules: avoidingRules)
  }

  /// Past the reference line that strikes the label's own place.
  private mutating func placeBeyondRule(_ label: ValueLabel) -> TextMark? {
    for reference in layout.context.spec.references {
      guard let value = reference.value?.value.doubleValue else { continue }
      let segment = label.segment
      guard layout.isVertical, value >= segment.end, !segment.isFalling else { continue }
      let rect = layout.rect(of: label.segment)
      let baseline = Point(
        x: rect.midX - label.line.width / 2,
        y: layout.frame.value(value) - 1.5 - label.line.descent)
      if let mark = accept(label, at: baseline, avoidingRules: true) { return mark }
    }
    return nil
  }

  /// Inside the bar, in black or white by contrast; only where the bar has room and none is needed
  /// beyond it.
  mutating func placeInside(_ label: ValueLabel, atEnd: Bool) -> TextMark? {
    let context = layout.context
    let rect = layout.rect(of: label.segment)
    guard context.spec.kind.isBar, label.line.width + 2 <= rect.width,
      label.line.height + 0.5 <= rect.height
    else { return nil }
    let look = layout.plan.look(of: label.datum)
    let ground = look.ground ?? context.theme.paper
    let color = ground.contrastingText
    guard ground.contrast(with: color) >= 4.5, look.ground != nil || !atEnd else { return nil }
    let line = context.line(label.line.text, .value, color: color)
    var center = Point(x: rect.midX, y: rect.midY)
    if atEnd {
      let isNegative = label.segment.isFalling
      if layout.isVertical {
        let inset = 2 + line.height / 2
        center.y = isNegative ? rect.maxY - inset : rect.minY + inset
      } else {
        let inset = 4 + line.width / 2
        center.x = isNegative ? rect.minX + inset : rect.maxX - inset
      }
    }
    let rise = context.middleRise(.value)
    let baseline = Point(x: center.x - line.width / 2, y: center.y + rise)
    let mark = TextMark(
      line: line, baseline: baseline, role: .value, datum: label.datum, numbers: label.numbers)
    if rules.intersects(mark.box) { return nil }
    taken.insert(mark.box)
    if look.ground == nil {
      plates.append(
        mark.box.inset(
          by: EdgeInsets(top: -1, right: -1, bottom: -1, left: -1)))
    }
    return mark
  }

  /// In the gap at the right of a vertical stack, or above a horizontal one.
  private mutating func placeBeside(_ label: ValueLabel) -> TextMark? {
    guard layout.isVertical else { return placeAbove(label) }
    let rect = layout.rect(of: label.segment)
    let rise = layout.context.middleRise(.value)
    let lowest = bounds.maxY - label.line.descent - 0.5
    let baseline = Point(x: rect.maxX + 2.5, y: min(rect.midY + rise, lowest))
    let band = layout.frame.bands.band(label.datum.category)
    guard baseline.x + label.line.width <= layout.frame.band(band.upperBound) else { return nil }
    return accept(label, at: baseline, avoidingRules: true)
  }

  private mutating func placeAbove(_ label: ValueLabel) -> TextMark? {
    let rect = layout.rect(of: label.segment)
    let baseline = Point(
      x: rect.midX - label.line.width / 2, y: rect.minY - 0.5 - label.line.descent)
    return accept(label, at: baseline, avoidingRules: true)
  }

  private mutating func accept(
    _ label: ValueLabel, at baseline: Point, avoidingRules: Bool
  ) -> TextMark? {
    let mark = TextMark(
      line: label.line, baseline: baseline, role: .value, datum: label.datum,
      numbers: label.numbers)
    guard bounds.contains(mark.box), !taken.intersects(mark.box) else { return nil }
    if avoidingRules, rules.intersects(mark.box) { return nil }
    taken.insert(mark.box)
    return mark
  }
}

extension BarLayout {
  /// Whether a dot is the first of a row that several series share.
  fileprivate func isLowest(_ segment: StackSegment) -> Bool {
    guard sharesRow, segment.end > plan.base else { return false }
    let row = plan.segments.filter { $0.datum.category == segment.datum.category }
    return row.allSatisfy { segment.end < $0.end || $0.datum == segment.datum }
  }

  /// What a label stands beyond the end of: the bar, or the dot at the value.
  fileprivate func labelRect(of segment: StackSegment) -> Rect {
    let rect = rect(of: segment)
    if let interval = plan.data.interval(segment.datum) { return whisker(segment, interval) }
    guard !context.spec.kind.isBar else { return rect }
    let end = segment.isFalling ? -dotRadius : dotRadius
    return isVertical
      ? Rect(
        x: rect.midX - dotRadius, y: frame.value(segment.end) - abs(end), width: 2 * dotRadius,
        height: 2 * dotRadius)
      : Rect(
        x: frame.value(segment.end) - dotRadius, y: rect.midY - dotRadius, width: 2 * dotRadius,
        height: 2 * dotRadius)
  }
}

extension PointMark {
  package var box: Rect {
    Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
  }
}

extension RuleMark {
  /// The area that the rule covers, its width included.
  package var box: Rect {
    let half = style.width / 2
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    let left = (xs.min() ?? 0) - half
    let top = (ys.min() ?? 0) - half
    return Rect(
      x: left, y: top, width: (xs.max() ?? 0) + half - left, height: (ys.max() ?? 0) + half - top)
  }
}
