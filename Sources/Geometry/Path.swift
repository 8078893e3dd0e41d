#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An outline of straight lines and cubic curves.
package struct Path: Hashable, Sendable {
  package enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case cubic(Point, Point, Point)
    case close
  }

  package var elements: [Element]

  package init(_ elements: [Element] = []) { self.elements = elements }

  package init(rect: Rect) {
    self.init([
      .move(rect.origin), .line(Point(x: rect.maxX, y: rect.minY)),
      .line(Point(x: rect.maxX, y: rect.maxY)), .line(Point(x: rect.minX, y: rect.maxY)), .close,
    ])
  }

  /// A straight line from one point to another.
  package init(from start: Point, to end: Point) { self.init([.move(start), .line(end)]) }

  package mutating func move(to point: Point) { elements.append(.move(point)) }
  package mutating func line(to point: Point) { elements.append(.line(point)) }
  package mutating func cubic(_ first: Point, _ second: Point, to end: Point) {
    elements.append(.cubic(first, second, end))
  }
  package mutating func close() { elements.append(.close) }

  private static let mostQuarterTurns = 4000.0

  /// Continues along a circle from one angle to another (radians, clockwise from 3 o'clock on a
  /// page whose y grows downwards), by a line to the arc's start and one cubic a quarter turn:
  /// the curve is within 0.03 % of the radius (Riškus 2006).
  ///
  /// An arc that is not finite, or of a thousand turns, adds nothing.
  package mutating func arc(
    center: Point, radius: Double, from start: Double, to end: Double
  ) {
    let quarterTurns = (abs(end - start) / (.pi / 2)).rounded(.up)
    guard quarterTurns < Path.mostQuarterTurns else { return }
    let point = { (angle: Double) in
      Point(x: center.x + radius * cos(angle), y: center.y + radius * sin(angle))
    }
    let isDetached = elements.isEmpty || elements.last == .close
    elements.append(isDetached ? .move(point(start)) : .line(point(start)))
    let quarters = max(1, Int(quarterTurns))
    let step = (end - start) / Double(quarters)
    let handle = radius * 4 / 3 * tan(step / 4)
    for index in 0..<quarters {
      let first = start + step * Double(index)
      let last = first + step
      let from = point(first)
      let to = point(last)
      cubic(
        Point(x: from.x - handle * sin(first), y: from.y + handle * cos(first)),
        Point(x: to.x + handle * sin(last), y: to.y - handle * cos(last)), to: to)
    }
  }

  /// A rectangle with rounded corners.
  package init(rect: Rect, cornerRadius radius: Double) {
    let radius = min(radius, rect.width / 2, rect.height / 2)
    guard radius > 0 else {
      self.init(rect: rect)
      return
    }
    self.init()
    let inner = rect.inset(by: EdgeInsets(top: radius, right: radius, bottom: radius, left: radius))
    arc(center: Point(x: inner.maxX, y: inner.minY), radius: radius, from: -.pi / 2, to: 0)
    arc(center: Point(x: inner.maxX, y: inner.maxY), radius: radius, from: 0, to: .pi / 2)
    arc(center: Point(x: inner.minX, y: inner.maxY), radius: radius, from: .pi / 2, to: .pi)
    arc(center: Point(x: inner.minX, y: inner.minY), radius: radius, from: .pi, to: .pi * 3 / 2)
    close()
  }

  package func offset(by offset: Point) -> Path {
    Path(
      elements.map { element in
        switch element {
        case .move(let point): .move(point + offset)
        case .line(let point): .line(point + offset)
        case .cubic(let first, let second, let end):
          .cubic(first + offset, second + offset, end + offset)
        case .close: .close
        }
      })
  }

  /// The box of all points, control points included; nil for an empty path.
  package var bounds: Rect? {
    var box: Rect?
    for element in elements {
      for point in element.points {
        let dot = Rect(origin: point, size: .zero)
        box = box.map { $0.union(dot) } ?? dot
      }
    }
    return box
  }
}

extension Path.Element {
  /// End and control points of the element, in order.
  package var points: [Point] {
    switch self {
    case .move(let point), .line(let point): [point]
    case .cubic(let first, let second, let end): [first, second, end]
    case .close: []
    }
  }
}
