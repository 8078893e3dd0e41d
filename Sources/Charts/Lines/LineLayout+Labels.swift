internal import Geometry

extension LineLayout {
  /// Prints the values of a single series beside their points, clear of the line, and only when all
  /// find a place.
  mutating func placeLineLabels() {
    guard context.spec.labels != .none, context.data.series.count == 1 else { return }
    var taken = BoxIndex(over: area)
    for mark in marks {
      if case .point(let point) = mark { taken.insert(point.box) }
      if case .text(let text) = mark { taken.insert(text.box) }
      if case .rule(let rule) = mark, rule.role == .reference { taken.insert(rule.box) }
    }
    let values = context.data.series[0].values
    var labels: [Mark] = []
    for (category, value) in values.enumerated() {
      guard let value else { continue }
      guard let mark = lineLabel(category, value, taken) else { return }
      taken.insert(mark.box)
      labels.append(.text(mark))
    }
    marks += labels
  }

  /// Where labels may stand.
  private var area: Rect { Rect(x: 0, y: 0, width: context.width, height: plot.maxY) }

  /// The first place above or below a point, straight or to a side, that nothing else takes.
  private func lineLabel(_ category: Int, _ value: ChartValue, _ taken: BoxIndex) -> TextMark? {
    let line = context.line(format.print(value.exact), .value)
    let point = place(category, value.number)
    let sides = [0, -0.3, 0.3, -0.45, 0.45]
    for rise in [4.0, 7, 11] {
      for isAbove in [true, false] {
        for side in sides {
          let y = isAbove ? point.y - rise - line.descent : point.y + rise + line.ascent
          let text = TextMark(
            line: line, baseline: Point(x: point.x + (side - 0.5) * line.width, y: y),
            role: .value, datum: Datum(series: 0, category: category))
          guard area.contains(text.box), !taken.intersects(text.box),
            !isStruck(text.box, near: category)
          else { continue }
          return text
        }
      }
    }
    return nil
  }

  /// Whether the line to a neighbouring point passes through a box.
  private func isStruck(_ box: Rect, near category: Int) -> Bool {
    let values = context.data.series[0].values
    return [category - 1, category].contains { first in
      guard values.indices.contains(first), values.indices.contains(first + 1),
        let start = values[first]?.number, let end = values[first + 1]?.number
      else { return false }
      return box.isCrossed(from: place(first, start), to: place(first + 1, end))
    }
  }
}

extension Rect {
  /// Whether a straight line passes through the interior (Liang and Barsky's clipping).
  func isCrossed(from start: Point, to end: Point) -> Bool {
    var (enter, leave) = (0.0, 1.0)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let edges = [
      (-dx, start.x - minX), (dx, maxX - start.x), (-dy, start.y - minY), (dy, maxY - start.y),
    ]
    for (slope, room) in edges {
      if slope == 0 {
        if room < 0 { return false }
      } else if slope < 0 {
        enter = max(enter, room / slope)
      } else {
        leave = min(leave, room / slope)
      }
    }
    return enter < leave
  }
}
