import Foundation
import Testing

@testable import Geometry

struct PathTests {
  private let center = Point(x: 30, y: -20)

  private func arc(_ radius: Double, _ start: Double, _ end: Double) -> Path {
    var path = Path()
    path.arc(center: center, radius: radius, from: start, to: end)
    return path
  }

  /// Points along the path, close together.
  private func samples(_ path: Path) -> [Point] {
    var points: [Point] = []
    for element in path.elements {
      switch element {
      case .move(let point), .line(let point): points.append(point)
      case .cubic(let first, let second, let end):
        guard let start = points.last else { continue }
        points += (1...64).map { bezier(start, first, second, end, Double($0) / 64) }
      case .close: break
      }
    }
    return points
  }

  private func bezier(_ a: Point, _ b: Point, _ c: Point, _ d: Point, _ t: Double) -> Point {
    let s = 1 - t
    let blend = { (of: (Point) -> Double) in
      s * s * s * of(a) + 3 * s * s * t * of(b) + 3 * s * t * t * of(c) + t * t * t * of(d)
    }
    return Point(x: blend { $0.x }, y: blend { $0.y })
  }

  private func distance(_ one: Point, _ two: Point) -> Double {
    hypot(one.x - two.x, one.y - two.y)
  }

  /// Start and sweep in degrees: quarters, a full turn, backwards, a hair, three turns.
  @Test(arguments: [(0.0, 90.0), (0, 360), (-90, 360), (57, -229), (6, 0.01), (115, 1031)])
  func arcsKeepTheirRadiusAndLength(from: Double, sweep: Double) throws {
    let start = from * .pi / 180
    let end = (from + sweep) * .pi / 180
    let radius = 50.0
    let points = samples(arc(radius, start, end))
    for point in points {
      #expect(abs(distance(point, center) / radius - 1) < 0.0003)
    }
    let length = zip(points, points.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
    #expect(abs(length - radius * abs(end - start)) < 0.001 * length)
    let last = try #require(points.last)
    #expect(distance(last, Point(x: 30 + radius * cos(end), y: -20 + radius * sin(end))) < 1e-9)
  }

  @Test func aFullTurnEndsWhereItBegan() throws {
    let points = samples(arc(10, 0.3, 0.3 + 2 * .pi))
    #expect(distance(try #require(points.first), try #require(points.last)) < 1e-9)
  }

  /// On a page whose y grows downwards, growing angles turn clockwise.
  @Test func anglesGrowClockwise() throws {
    let bottom = try #require(samples(arc(10, 0, .pi / 2)).last)
    #expect(distance(bottom, Point(x: 30, y: -10)) < 1e-9)
  }

  @Test func anArcIsJoinedToAnOpenPathOnly() {
    var path = Path(from: .zero, to: Point(x: 1, y: 1))
    path.arc(center: .zero, radius: 5, from: 0, to: 1)
    #expect(path.elements[2] == .line(Point(x: 5, y: 0)))
    path.close()
    path.arc(center: .zero, radius: 5, from: 0, to: 1)
    #expect(path.elements[5] == .move(Point(x: 5, y: 0)))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func arcsWithoutEndAddNothing(end: Double) {
    #expect(arc(10, 0, end).elements.isEmpty)
  }

  @Test func roundedCornersStayInside() throws {
    let rect = Rect(x: 10, y: 20, width: 100, height: 40)
    let path = Path(rect: rect, cornerRadius: 200)
    let bounds = try #require(path.bounds)
    #expect(rect.contains(bounds, tolerance: 1e-9) && bounds.contains(rect, tolerance: 1e-9))
    #expect(Path(rect: rect, cornerRadius: 0) == Path(rect: rect))
    #expect(Path(rect: rect, cornerRadius: -3) == Path(rect: rect))
  }

  @Test func pathsMoveAsAWhole() throws {
    let path = arc(10, 0, 2)
    let moved = path.offset(by: Point(x: 3, y: 4))
    let (one, two) = (try #require(path.bounds), try #require(moved.bounds))
    #expect(two.contains(one.offset(by: Point(x: 3, y: 4)), tolerance: 1e-9))
    #expect(Path().bounds == nil)
  }
}
