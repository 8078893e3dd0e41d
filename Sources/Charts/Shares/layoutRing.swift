internal import Drawing
internal import Geometry

/// Lays out a pie, a donut or a half-donut: parts clockwise from 12 o'clock (a half from 9 o'clock),
/// labels in two columns at the sides with leader lines.
func layoutRing(_ context: PlotContext) -> Plot {
  let plan = SharePlan(context)
  let layout = RingLayout(context: context, plan: plan)
  var radius = layout.largestRadius
  var placed = layout.place(radius: radius)
  if let height = context.givenHeight {
    while placed.height > height, radius > layout.smallestRadius {
      radius *= 0.94
      placed = layout.place(radius: radius)
    }
  }
  var plot = layout.plot(placed)
  plot.shares = plan
  return plot
}

/// The geometry of a ring around the origin, before it is moved into its frame.
struct RingPlacement: Sendable {
  var radius: Double
  var labels: [RingLabel]
  /// What lies above and below the centre.
  var top: Double
  var bottom: Double

  var height: Double { top + bottom }
}

/// A label of a ring with the part that it belongs to; coordinates around the centre.
struct RingLabel: Sendable {
  var label: ShareLabel
  /// Middle of the part, clockwise from 12 o'clock.
  var angle: Double
  var isRight: Bool
  var y = 0.0
}

struct RingLayout: Sendable {
  /// From the ring's edge to the elbow of a leader, and from there to the label.
  static let elbow = 11.0
  static let reach = 8.0

  let context: PlotContext
  let plan: SharePlan
  /// Widest that a label may be.
  let column: Double

  init(context: PlotContext, plan: SharePlan) {
    self.context = context
    self.plan = plan
    let limit = context.width * (context.width < 320 ? 0.2 : 0.3)
    let natural = zip(context.data.categories, plan.shares).map { name, share in
      context.line(name, .label).width + 4.5 + context.line(share, .strong).width
    }
    column = min(natural.max() ?? 0, limit)
  }

  var isHalf: Bool { context.spec.kind == .halfDonut }
  var turn: Double { isHalf ? .pi : 2 * .pi }
  var firstAngle: Double { isHalf ? -.pi / 2 : 0 }

  var largestRadius: Double {
    let wanted = min(max(context.width * (isHalf ? 0.26 : 0.18), 44), isHalf ? 110 : 84)
    let sides = column + RingLayout.elbow + RingLayout.reach + 3
    return max(min(wanted, context.width / 2 - sides), smallestRadius)
  }

  /// A ring that can be read, and less in a column that is hardly wider than its shares.
  var smallestRadius: Double {
    let shares = plan.shares.map { context.line($0, .strong).width }.max() ?? 0
    return max(min(22, context.width / 2 - RingLayout.elbow - RingLayout.reach - 3 - shares), 8)
  }

  func angle(_ bound: Int) -> Double { firstAngle + plan.bounds[bound] * turn }

  /// Places the labels around a ring of a radius.
  func place(radius: Double) -> RingPlacement {
    var labels = context.data.categories.indices.map { category in
      let angle = (angle(category) + angle(category + 1)) / 2
      let isRight = isHalf ? angle >= 0 : angle <= .pi
      let label = ShareLabel(
        context, name: context.data.categories[category], share: plan.shares[category],
        datum: Datum(series: 0, category: category), width: labelWidth(radius))
      return RingLabel(label: label, angle: angle, isRight: isRight)
    }
    placeColumn(&labels, isRight: true, radius: radius)
    placeColumn(&labels, isRight: false, radius: radius)
    let top = labels.map { $0.label.height / 2 - $0.y }.max() ?? 0
    let bottom = labels.map { $0.label.height / 2 + $0.y }.max() ?? 0
    return RingPlacement(
      radius: radius, labels: labels, top: max(top, radius),
      bottom: max(bottom, isHalf ? 2 : radius))
  }

  private func labelWidth(_ radius: Double) -> Double {
    max(context.width / 2 - radius - RingLayout.elbow - RingLayout.reach - 3, 12)
  }

  private func placeColumn(_ labels: inout [RingLabel], isRight: Bool, radius: Double) {
    let members = labels.indices.filter { labels[$0].isRight == isRight }
    let ordered = isRight ? members : members.reversed()
    let ys = spreadAroundRing(
      angles: ordered.map { isRight ? labels[$0].angle : -labels[$0].angle },
      sizes: ordered.map { labels[$0].label.height + context.labelGap }, radius: radius + 1,
      column: radius + RingLayout.elbow)
    for (index, y) in zip(ordered, ys) { labels[index].y = y }
  }
}
