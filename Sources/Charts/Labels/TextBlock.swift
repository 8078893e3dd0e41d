internal import Geometry

/// Lines of text that stand together, measured and not yet placed.
struct TextBlock: Sendable {
  enum Alignment: Sendable {
    case left
    case center
    case right
  }

  var lines: [ChartLine]
  /// Distance from base line to base line, in points.
  var leading: Double

  var width: Double { lines.map(\.width).max() ?? 0 }

  var height: Double {
    guard let first = lines.first, let last = lines.last else { return 0 }
    return first.ascent + leading * Double(lines.count - 1) + last.descent
  }

  var text: String { lines.map(\.text).joined() }

  /// Places the lines in a column whose edge or middle is at `x`, from `top` down.
  func place(
    x: Double, top: Double, _ alignment: Alignment, role: TextMark.Role, datum: Datum? = nil,
    numbers: [ChartNumber] = []
  ) -> [Mark] {
    let ascent = lines.first?.ascent ?? 0
    return lines.enumerated().map { index, line in
      let shift =
        switch alignment {
        case .left: 0.0
        case .center: line.width / 2
        case .right: line.width
        }
      let baseline = Point(x: x - shift, y: top + ascent + leading * Double(index))
      return .text(
        TextMark(
          line: line, baseline: baseline, role: role, datum: datum,
          numbers: numbers.filter { line.text.contains($0.text) }))
    }
  }
}
