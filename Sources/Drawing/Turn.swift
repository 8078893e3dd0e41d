package import Geometry

/// A quarter turn counterclockwise, as wide content is printed on an upright page: its head stands at
/// the left, which is the spine of a right page and the fore edge of a left one (GB/T 9704, 7.5).
package struct Turn: Hashable, Sendable {
  /// Where the top left corner of the turned content comes to stand: the bottom left of its area.
  package var origin: Point

  package init(origin: Point) { self.origin = origin }

  /// A point of the content on the page.
  package func map(_ point: Point) -> Point {
    Point(x: origin.x + point.y, y: origin.y - point.x)
  }

  /// A box of the content on the page.
  package func map(_ rect: Rect) -> Rect {
    Rect(
      x: origin.x + rect.minY, y: origin.y - rect.maxX, width: rect.height, height: rect.width)
  }

  /// The turn that moves content which has itself been moved.
  func offset(by offset: Point) -> Turn {
    Turn(
      origin: Point(
        x: origin.x + offset.x - offset.y, y: origin.y + offset.y + offset.x))
  }
}
