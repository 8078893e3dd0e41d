internal import Geometry

/// A path in the making, in the page's coordinates (ISO 32000-1, 8.5.2).
struct ReadPath {
  /// The operator of each segment with the number of its points: without them the same points would
  /// be lines, curves or parts of their own.
  private(set) var segments: [UInt64] = []
  private(set) var points: [Point] = []
  /// How it is to clip, when it is.
  var clip: ContentOperator?

  mutating func extend(
    _ name: ContentOperator, _ scanner: ContentScanner, _ matrix: AffineTransform
  ) {
    let numbers = scanner.operands.indices.map { scanner.number($0) }
    if name == .rectangle, numbers.count == 4 {
      return add(Rect(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3]), matrix)
    }
    let pairs = stride(from: 0, to: numbers.count - 1, by: 2)
    add(name, pairs.map { matrix.apply(Point(x: numbers[$0], y: numbers[$0 + 1])) })
  }

  /// Adds a rectangle as the lines that it stands for (8.5.2.1).
  mutating func add(_ rect: Rect, _ matrix: AffineTransform) {
    let corners = rect.corners(through: matrix)
    for (index, corner) in corners.enumerated() { add(index == 0 ? .move : .line, [corner]) }
    add(.close, [])
  }

  private mutating func add(_ name: ContentOperator, _ more: [Point]) {
    segments.append(name.code << 32 | UInt64(more.count))
    points += more
  }

  /// Whether it is one rectangle along the edges of the page.
  var isRectangle: Bool {
    guard segments.count == 5, points.count == 4 else { return false }
    let pairs = zip(points, points.dropFirst() + points.prefix(1))
    return pairs.allSatisfy { $0.x == $1.x || $0.y == $1.y }
  }

  mutating func removeAll() {
    segments.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
    clip = nil
  }
}
