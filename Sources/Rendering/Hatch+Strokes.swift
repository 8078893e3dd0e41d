import Drawing
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Hatch {
  /// At most this many lines in each direction, however fine the pitch.
  private static let lineLimit = 2000

  /// The strokes that cover a box.
  ///
  /// They lie on a grid fixed to the page, not to the box, so that
  /// the hatching of neighbouring shapes meets.
  func strokes(covering bounds: Rect) -> (path: Path, style: StrokeStyle) {
    var path = Path()
    switch kind {
    case .lines: addLines(angle: angle, over: bounds, to: &path)
    case .cross:
      addLines(angle: angle, over: bounds, to: &path)
      addLines(angle: angle + 90, over: bounds, to: &path)
    case .dots:
      addLines(angle: angle, over: bounds, to: &path)
      return (path, StrokeStyle(width: width, cap: .round, dash: [0, spacing(over: bounds)]))
    }
    return (path, StrokeStyle(width: width))
  }

  private func spacing(over bounds: Rect) -> Double {
    let diagonal = hypot(bounds.width, bounds.height)
    return max(pitch, diagonal / Double(Hatch.lineLimit), 0.01)
  }

  private func addLines(angle: Double, over bounds: Rect, to path: inout Path) {
    let radians = angle * .pi / 180
    let (along, across) = (
      Point(x: cos(radians), y: sin(radians)), Point(x: -sin(radians), y: cos(radians))
    )
    let center = Point(x: bounds.midX, y: bounds.midY)
    let reach = hypot(bounds.width, bounds.height) / 2 + width
    let spacing = spacing(over: bounds)
    guard reach.isFinite, reach > 0 else { return }
    let distance = center.x * across.x + center.y * across.y
    let position = ((center.x * along.x + center.y * along.y - reach) / spacing).rounded(.down)
    let start = position * spacing
    let end = start + 2 * reach + spacing
    let first = ((distance - reach) / spacing).rounded(.up)
    let last = ((distance + reach) / spacing).rounded(.down)
    for index in stride(from: first, through: last, by: 1) {
      let offset = index * spacing
      let from = Point(
        x: start * along.x + offset * across.x, y: start * along.y + offset * across.y)
      let to = Point(x: end * along.x + offset * across.x, y: end * along.y + offset * across.y)
      path.move(to: from)
      path.line(to: to)
    }
  }
}
