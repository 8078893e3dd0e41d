internal import Drawing
internal import Geometry

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Finds places for remarks: near their values, clear of marks and labels, each with a straight
/// leader that crosses nothing.
///
/// All places on a fine grid are tried in the order of their cost, so that a place is found
/// whenever the grid has one.
struct AnnotationPlacer {
  private static let step = 4.0
  /// The shortest leader that is seen as one, and the longest that still ties text to value.
  private static let reach = 9.0...110

  /// The area that remarks may take.
  let bounds: Rect
  /// What remarks and leaders stay clear of.
  private var taken: [Rect] = []
  private var lines: [(start: Point, end: Point)] = []

  init(bounds: Rect, marks: [Mark]) {
    self.bounds = bounds
    for mark in marks { avoid(mark) }
  }

  private mutating func avoid(_ mark: Mark) {
    switch mark {
    case .bar(let bar): taken.append(bar.rect)
    case .point(let point): taken.append(point.box)
    case .text(let text): taken.append(text.box)
    case .line(let line): avoid(line.points)
    case .rule(let rule) where rule.role != .grid && rule.role != .separator: avoid(rule.points)
    case .area, .arc, .rule: break
    }
  }

  private mutating func avoid(_ points: [Point]) {
    lines += zip(points, points.dropFirst()).map { (start: $0, end: $1) }
  }

  /// Places a text of a size and its leader to the edge of a target; nil where there is no room.
  mutating func place(_ size: Size, at target: Rect) -> (box: Rect, leader: [Point])? {
    let others = taken.filter { !$0.intersects(target.grown(by: 1.5)) }
    for candidate in candidates(size, at: target) {
      let clear = candidate.grown(by: 2)
      guard !taken.contains(where: clear.intersects),
        !lines.contains(where: { clear.isCrossed(from: $0.start, to: $0.end) })
      else { continue }
      let leader = target.leader(to: candidate)
      guard !others.contains(where: { $0.grown(by: 0.5).isCrossed(from: leader[0], to: leader[1]) }),
        !lines.contains(where: { crosses(leader, $0) })
      else { continue }
      taken.append(candidate)
      avoid(leader)
      return (candidate, leader)
    }
    return nil
  }

  /// Boxes on a grid around the target, the cheapest first: near, above rather than below, and
  /// with a leader that is upright.
  private func candidates(_ size: Size, at target: Rect) -> [Rect] {
    let reach = Self.reach.upperBound
    let xs = stride(
      from: max(bounds.minX, target.minX - reach - size.width),
      through: min(bounds.maxX - size.width, target.maxX + reach), by: Self.step)
    let ys = stride(
      from: max(bounds.minY, target.minY - reach - size.height),
      through: min(bounds.maxY - size.height, target.maxY + reach), by: Self.step)
    let centred = target.midX - size.width / 2
    let columns = Array(xs) + (bounds.minX...bounds.maxX - size.width ~= centred ? [centred] : [])
    var found: [(cost: Double, box: Rect)] = []
    for y in ys {
      for x in columns {
        let box = Rect(x: x, y: y, width: size.width, height: size.height)
        let (dx, dy) = target.gap(to: box)
        let distance = (dx * dx + dy * dy).squareRoot()
        guard Self.reach ~= distance else { continue }
        let isBelow = box.minY > target.midY
        let slant = min(dx, dy) > 0 ? 4 + 0.2 * min(dx, dy) : 0
        let shift = 0.02 * abs(box.midX - target.midX)
        found.append((distance + (isBelow ? 14 : 0) + slant + shift, box))
      }
    }
    return found.sorted { $0.cost < $1.cost }.map(\.box)
  }

  private func crosses(_ leader: [Point], _ line: (start: Point, end: Point)) -> Bool {
    func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    return side(leader[0], leader[1], line.start) * side(leader[0], leader[1], line.end) < 0
      && side(line.start, line.end, leader[0]) * side(line.start, line.end, leader[1]) < 0
  }
}

extension Rect {
  func grown(by distance: Double) -> Rect {
    inset(by: EdgeInsets(top: -distance, right: -distance, bottom: -distance, left: -distance))
  }

  /// How far apart two boxes are on each axis; zero where they overlap on it.
  fileprivate func gap(to other: Rect) -> (Double, Double) {
    (
      max(0, max(other.minX - maxX, minX - other.maxX)),
      max(0, max(other.minY - maxY, minY - other.maxY))
    )
  }

  /// The shortest line between two boxes, with a little room at both ends.
  fileprivate func leader(to other: Rect) -> [Point] {
    let (x, otherX) = nearest(minX, maxX, other.minX, other.maxX)
    let (y, otherY) = nearest(minY, maxY, other.minY, other.maxY)
    let (dx, dy) = (otherX - x, otherY - y)
    let length = max((dx * dx + dy * dy).squareRoot(), 1e-9)
    func point(_ distance: Double) -> Point {
      Point(x: x + dx / length * distance, y: y + dy / length * distance)
    }
    return [point(1.5), point(length - 2)]
  }

  /// The nearest places of two stretches of an axis; the middle of what they share.
  private func nearest(
    _ low: Double, _ high: Double, _ otherLow: Double, _ otherHigh: Double
  ) -> (Double, Double) {
    if otherLow > high { return (high, otherLow) }
    if otherHigh < low { return (low, otherHigh) }
    let shared = (max(low, otherLow), min(high, otherHigh))
    let middle = min(max((low + high) / 2, shared.0), shared.1)
    return (middle, middle)
  }
}
