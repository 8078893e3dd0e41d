internal import Drawing
internal import Figures
internal import Geometry

/// Lays out a waffle: a hundred cells, filled by row from the top, by largest remainder, with the
/// parts named beside it.
func layoutWaffle(_ context: PlotContext) -> Plot {
  let plan = SharePlan(context)
  let counts = apportionPercentages(plan.exactPercentages, precision: 0).map {
    Int($0.doubleValue)
  }
  let side = min(context.givenHeight.map { $0 - 14 } ?? 120, context.width * 0.42)
  let cellShare = context.cellShare
  let head = layoutHead(
    context, unit: context.phrases.cell(cellShare.text), numbers: [cellShare], keys: [])
  let origin = Point(x: 0, y: head.height + 6)
  var marks = head.marks
  var cell = 0
  for (category, count) in counts.enumerated() {
    for _ in 0..<count {
      marks.append(waffleCell(cell, category, side: max(side, 60), at: origin, context))
      cell += 1
    }
  }
  let list = waffleList(context, plan, left: max(side, 60) + 16, top: origin.y)
  marks += list.marks
  let height = max(origin.y + max(side, 60), list.bottom)
  let right = marks.map(\.right).max() ?? context.width
  let shift = Point(x: max((context.width - right) / 2, 0), y: 0)
  return Plot(
    size: Size(width: context.width, height: height), marks: marks.map { $0.offset(by: shift) },
    shares: plan)
}

extension PlotContext {
  /// What one cell stands for.
  fileprivate var cellShare: ChartNumber {
    var format = shareFormat
    format.precision = 0
    let one = ExactDecimal(1)
    return ChartNumber(
      text: format.print(one), meaning: .cell, value: one, printed: one, unit: format.valueUnit)
  }
}

private func waffleCell(
  _ index: Int, _ category: Int, side: Double, at origin: Point, _ context: PlotContext
) -> Mark {
  let pitch = side / 10
  let size = pitch - max(1, pitch * 0.1)
  let rect = Rect(
    x: origin.x + Double(index % 10) * pitch, y: origin.y + Double(index / 10) * pitch,
    width: size, height: size)
  let datum = Datum(series: 0, category: category)
  return context.shareLook(category).bar(rect, datum)
}

/// The names of the parts with their shares, one below the other beside the cells.
private func waffleList(
  _ context: PlotContext, _ plan: SharePlan, left: Double, top: Double
) -> (marks: [Mark], bottom: Double) {
  let swatch = context.theme.labelSize * 0.85
  var marks: [Mark] = []
  var y = top
  for (category, name) in context.data.categories.enumerated() {
    let label = ShareLabel(
      context, name: name, share: plan.shares[category],
      datum: Datum(series: 0, category: category),
      width: max(context.width - left - swatch - 5, 24))
    let first = y + (label.name.lines.first?.ascent ?? 0) - context.middleRise(.label)
    let key = Rect(x: left, y: first - swatch / 2, width: swatch, height: swatch)
    marks.append(context.shareLook(category).bar(key, nil))
    marks += label.place(x: left + swatch + 5, middle: y + label.height / 2, .left)
    y += label.height + 5
  }
  return (marks, y - 5)
}

extension Mark {
  /// The right edge of a cell or a text.
  fileprivate var right: Double {
    switch self {
    case .bar(let bar): bar.rect.maxX
    case .text(let text): text.box.maxX
    default: 0
    }
  }
}
