internal import Drawing
internal import Geometry

/// What stands above a plot: the unit at the left and the legend after it, in rows.
struct HeadBlock: Sendable {
  var marks: [Mark] = []
  var height = 0.0
}

/// A key of the legend: how its series looks, and its name.
struct LegendKey: Sendable {
  enum Shape: Sendable {
    case swatch
    case line
    case dot
  }

  var name: String
  var look: FillLook
  var shape: Shape
}

extension PlotContext {
  /// What stands for a series in the legend.
  func shape(ofSeries index: Int) -> LegendKey.Shape {
    let isLine = spec.kind == .line || index >= data.series.count - spec.lines.count
    return isLine ? .line : spec.kind.isBar ? .swatch : .dot
  }
}

/// Sets unit and legend from the top left corner, in as many rows as they need.
func layoutHead(
  _ context: PlotContext, unit: String?, numbers: [ChartNumber] = [], keys: [LegendKey]
) -> HeadBlock {
  var flow = HeadFlow(context: context)
  if let unit { flow.add(unit: unit, numbers) }
  for key in keys { flow.add(key) }
  return flow.finish()
}

/// Rows that are filled from the left; an item that does not fit begins the next one.
private struct HeadFlow {
  let context: PlotContext
  var marks: [Mark] = []
  var x = 0.0
  var top = 0.0
  var rowHeight = 0.0

  private var swatch: Double { context.theme.labelSize * 0.85 }
  private var itemGap: Double { context.theme.labelSize * 1.75 }

  init(context: PlotContext) { self.context = context }

  mutating func add(unit: String, _ numbers: [ChartNumber]) {
    let block = context.block(unit, .note, width: context.width)
    reserve(block.width, block.height)
    marks += block.place(x: x, top: top, .left, role: .unit, numbers: numbers)
    x += block.width + itemGap
  }

  mutating func add(_ key: LegendKey) {
    let keyWidth = key.shape == .line ? swatch * 2 : swatch
    let indent = keyWidth + 4
    let block = context.block(key.name, .label, width: context.width - indent)
    reserve(indent + block.width, block.height)
    let ascent = block.lines.first?.ascent ?? 0
    let middle = top + ascent - context.middleRise(.label)
    marks += draw(key, middle: middle, width: keyWidth)
    marks += block.place(x: x + indent, top: top, .left, role: .legend)
    x += indent + block.width + itemGap
  }

  private mutating func reserve(_ width: Double, _ height: Double) {
    if x > 0, x + width > context.width + 0.001 {
      x = 0
      top += rowHeight + 3
      rowHeight = 0
    }
    rowHeight = max(rowHeight, height)
  }

  private func draw(_ key: LegendKey, middle: Double, width: Double) -> [Mark] {
    let box = Rect(x: x, y: middle - swatch / 2, width: width, height: swatch)
    let center = Point(x: box.midX, y: middle)
    let dot = key.look.point(center, radius: swatch * 0.36, nil)
    switch key.shape {
    case .swatch: return [key.look.bar(box, nil)]
    case .dot: return [dot]
    case .line:
      let ends = [Point(x: box.minX, y: middle), Point(x: box.maxX, y: middle)]
      let style = StrokeStyle(width: context.theme.lineWidth, dash: key.look.dash)
      return [
        .rule(RuleMark(points: ends, color: key.look.color, style: style, role: .stem)), dot,
      ]
    }
  }

  func finish() -> HeadBlock {
    HeadBlock(marks: marks, height: marks.isEmpty ? 0 : top + rowHeight)
  }
}
