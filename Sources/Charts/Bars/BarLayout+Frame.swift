internal import Diagnostics
internal import Figures
internal import Geometry

extension BarLayout {
  /// Vertical bars: equal bands over the width; category labels below, wrapped to their band.
  mutating func frameVertical() {
    let (theme, data) = (context.theme, context.data)
    let target = context.plotHeight
    chooseAxisTicks(target: Int(target / 34) + 1)
    inset(left: showsAxis ? tickWidth + 5 : 0)
    let width = max(context.width - margins.left - margins.right, 20)
    var gaps = totalGaps
    let room =
      width / (Double(max(data.categories.count, 1)) + BarLayout.totalGap * Double(gaps.count))
    // A little slack is no reason to leave the edges of the column.
    let band = widestBand < room * 0.88 ? widestBand : room
    gaps[0] = (room - band) / band * (width / room) / 2
    frame.bands = BandScale(
      thicknesses: data.categories.map { _ in band }, gaps: gaps.mapValues { $0 * band })
    slots = BarSlots(count: slotCount, band: band, limit: theme.barLimit, theme: theme)
    nameRooms = nameRooms(in: band)
    categoryBlocks = data.categories.indices.map { nameBlock($0, band: band) }
    let labels = categoryBlocks.map(\.height).max() ?? 0
    margins.bottom = labels + 4
    let height = plotHeight(target: target, outside: margins.top + margins.bottom)
    frame.plot = Rect(x: margins.left, y: margins.top, width: width, height: height)
  }

  /// Keeps free what is needed beside the plot, and what other charts under it need.
  private mutating func inset(left: Double) {
    insets = PlotInsets(left: left, right: sideMargin)
    let wider = insets.joined(with: options.insets)
    (margins.left, margins.right) = (wider.left, wider.right)
  }

  /// The gap before a total, in bands.
  private static let totalGap = 0.4

  /// Where a gap sets totals apart from what they sum, in bands.
  private var totalGaps: [Int: Double] {
    let roles = context.data.roles
    guard context.spec.kind != .waterfall, let first = roles.firstIndex(of: .total), first > 0
    else {
      return [:]
    }
    return [first: BarLayout.totalGap]
  }

  /// Bands of few categories do not drift apart: no wider than twice their bars, or than a label.
  private var widestBand: Double {
    let (theme, slots) = (context.theme, Double(slotCount))
    let label = context.data.categories.map { context.line($0, .label).width }.max() ?? 0
    let values = valueLabels.map(\.line.width).max() ?? 0
    let bars = max(theme.barLimit, plan.isStacked ? 0 : values + 2) * slots
    return max(bars * (slotCount > 1 ? 1.7 : 2.4), min(label, 120) + 16)
  }

  /// Horizontal bars: category labels in a column at the left, bands as thick as their label needs.
  mutating func frameHorizontal() {
    let data = context.data
    let longest = data.categories.map { context.line($0, .label).width }.max() ?? 0
    let column = min(longest + 0.5, context.width * 0.36)
    categoryBlocks = data.categories.indices.map { categoryBlock($0, width: column) }
    inset(left: min((categoryBlocks.map(\.width).max() ?? 0), context.width * 0.45) + 6)
    let width = max(context.width - margins.left - margins.right, 20)
    chooseAxisTicks(target: Int(width / 64) + 1, along: width)
    margins.top += referenceHeadHeight + (hasNarrowSegment ? context.theme.labelSize * 0.6 : 0)
    margins.bottom = showsAxis ? context.theme.labelSize + 6 : 0
    let bands = bandThicknesses()
    let gaps = totalGaps.mapValues { $0 * (bands.min() ?? 0) }
    frame.bands = BandScale(thicknesses: bands, gaps: gaps)
    slots = BarSlots(
      count: slotCount, band: thinnestBand, limit: context.theme.barLimit * 0.72,
      theme: context.theme)
    frame.plot = Rect(
      x: margins.left, y: margins.top, width: width, height: frame.bands.length)
  }

  var slotCount: Int { plan.isStacked || sharesRow ? 1 : max(plan.data.series.count, 1) }

  var thinnestBand: Double {
    frame.bands.bands.map { $0.upperBound - $0.lowerBound }.min() ?? 0
  }

  /// The height of vertical bars: what the author's height leaves, or a share of the width.
  private func plotHeight(target: Double, outside: Double) -> Double {
    context.givenHeight.map { max($0 - outside, 40) } ?? target
  }

  /// Band thicknesses of horizontal bars: comfortable, less when many, never less than a label.
  private func bandThicknesses() -> [Double] {
    let labels = categoryBlocks.map { $0.height + 3 }
    let comfortable = comfortableBand
    let minimum = max(3 * Double(slotCount), 3)
    let count = Double(max(labels.count, 1))
    let room = (context.givenHeight ?? options.maximumHeight) - margins.top - margins.bottom
    let limit = context.givenHeight != nil ? room / count : min(comfortable, room / count)
    return labels.map { max($0, minimum, limit) }
  }

  private var comfortableBand: Double {
    let size = context.theme.labelSize
    let slot = slotCount > 1 ? size * 1.25 : size * 1.45
    let ratio = slotCount > 1 ? min(0.9, context.theme.barRatio + 0.16) : context.theme.barRatio
    let lead = hasNarrowSegment ? size * 1.15 : 0
    return slot * Double(slotCount) / ratio + lead
  }

  /// Chooses ticks, fewer when their labels would touch along a horizontal axis.
  private mutating func chooseAxisTicks(target: Int, along width: Double = .infinity) {
    guard showsAxis else { return }
    for target in stride(from: max(target, 3), through: 2, by: -1) {
      ticks = chooseTicks(covering: plan.domain, target: target)
      if let base = context.spec.baseline?.value { ticks = ticks.starting(at: base.value) }
      if let limit = context.spec.breakAt?.value.doubleValue, hasBreak {
        ticks.removeAll { $0.position > limit }
      }
      if width == .infinity || Double(ticks.count - 1) * (tickWidth + 8) <= width { return }
    }
  }

  /// What the axis covers: whole ticks when they are shown, else the data alone.
  var axisDomain: ClosedRange<Double> {
    guard showsAxis, let first = ticks.first, let last = ticks.last else {
      return plan.domain.upperBound > plan.domain.lowerBound ? plan.domain : 0...1
    }
    return first.position...max(last.position, hasBreak ? plan.domain.upperBound : last.position)
  }

  /// Whether the axis ends beyond its last tick, as a broken bar does.
  private var hasBreak: Bool { plan.segments.contains(where: \.isBroken) }

  var tickFormat: ValueFormat { plan.format.forTicks(ticks) }

  var tickWidth: Double {
    let format = tickFormat
    return ticks.map { context.line(format.print($0.value), .secondary).width }.max() ?? 0
  }

  /// Finds the scale at which the longest bar and its label still fit in the plot.
  ///
  /// What an end of the axis needs grows with the factor, so bisection finds the largest one.
  mutating func fitValueScale() {
    let length = isVertical ? frame.plot.height : frame.plot.width
    let domain = axisDomain
    let needs = endNeeds()
    let base = plan.base
    func extent(_ factor: Double) -> (below: Double, above: Double) {
      var below = (base - domain.lowerBound) * factor
      var above = (domain.upperBound - base) * factor
      for need in needs {
        let reach = (need.value - base) * factor
        if reach < 0 {
          below = max(below, -reach + need.size + (isVertical ? 0 : 8))
        } else {
          above = max(above, reach + need.size)
        }
      }
      return (below, above)
    }
    if let forced = forcedValues {
      frame.values = forced
      return
    }
    var low = 0.0
    var high = length / (domain.upperBound - domain.lowerBound)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let extent = extent(middle)
      if extent.below + extent.above <= length { low = middle } else { high = middle }
    }
    let factor = low
    let zero = extent(factor).below
    frame.values = LinearScale(
      domain: domain,
      range: zero + (domain.lowerBound - base) * factor...zero + (domain.upperBound - base) * factor
    )
  }

  /// What labels take beyond the end of a bar at a value.
  private func endNeeds() -> [(value: Double, size: Double)] {
    let height = context.line("0", .value).height + endGap
    if plan.isStacked, plan.totals.isEmpty {
      return valueLabels.filter { isLast($0.segment) && isNarrow($0) }.map { label in
        (label.segment.end, isVertical ? height : label.line.width + endGap)
      }
    }
    if plan.isStacked {
      return zip(stackEnds, plan.totals).map { end, text in
        (end, isVertical ? height : context.line(text, .strong).width + endGap)
      }
    }
    let stem = context.spec.kind.isBar ? 0 : dotRadius
    return valueLabels.flatMap { label in
      let size = (isVertical ? height : label.line.width + endGap) + stem
      let end = outerEnd(label.segment)
      // A label under a falling bar moves above it where the base line is near.
      return end >= plan.base && label.segment.isFalling
        ? [(label.segment.start, size)] : [(end, size)]
    }
  }

  /// The end of a bar, or of its interval where that reaches farther.
  func outerEnd(_ segment: StackSegment) -> Double {
    guard let interval = plan.data.interval(segment.datum) else { return segment.end }
    return segment.isFalling
      ? min(segment.end, interval.low.number) : max(segment.end, interval.high.number)
  }

  /// Whether a horizontal stack has a segment too short for its label that is not the last one:
  /// its label needs room above the bar.
  private var hasNarrowSegment: Bool {
    plan.isStacked && valueLabels.contains { isNarrow($0) && !isLast($0.segment) }
  }

  /// Whether a segment is too short for its label, judged before the scale is known.
  func isNarrow(_ label: ValueLabel) -> Bool {
    let domain = axisDomain
    let length = isVertical ? frame.plot.height : context.width - margins.left - margins.right
    let factor = length / (domain.upperBound - domain.lowerBound)
    let size = isVertical ? label.line.height : label.line.width
    return abs(label.segment.end - label.segment.start) * factor * 0.92 < size + 2
  }

  /// Whether a segment ends its stack, with no sum printed beyond it.
  func isLast(_ segment: StackSegment) -> Bool {
    plan.totals.isEmpty && plan.mode != .diverging && segment.end > 0
      && segment.end == stackEnds[segment.datum.category]
  }

  /// The far end of the positive stack of each category.
  var stackEnds: [Double] { plan.stackEnds }

  /// Radius of the dot of a lollipop or dot plot.
  var dotRadius: Double { min(max(slots.thickness / 2, 1.2), 3.6) }
}
