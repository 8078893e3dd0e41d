import Testing

@testable import Geometry

struct RectTests {
  private let rect = Rect(x: 10, y: 20, width: 30, height: 40)

  @Test func edgesAndMiddles() {
    #expect((rect.minX, rect.midX, rect.maxX) == (10, 25, 40))
    #expect((rect.minY, rect.midY, rect.maxY) == (20, 40, 60))
  }

  @Test func insetsTakeFromTheirOwnEdges() {
    let inner = rect.inset(by: EdgeInsets(top: 1, right: 2, bottom: 3, left: 4))
    #expect(inner == Rect(x: 14, y: 21, width: 24, height: 36))
  }

  @Test func aUnionHoldsBoth() {
    let other = Rect(x: -5, y: 50, width: 10, height: 40)
    #expect(rect.union(other) == Rect(x: -5, y: 20, width: 45, height: 70))
    #expect(rect.union(other) == other.union(rect))
  }

  @Test(arguments: [
    (Rect(x: 39, y: 59, width: 5, height: 5), true),
    (Rect(x: 40, y: 20, width: 5, height: 5), false),
    (Rect(x: 10, y: 60, width: 5, height: 5), false),
    (Rect(x: 20, y: 30, width: 1, height: 1), true),
    (Rect(x: 0, y: 0, width: 100, height: 100), true),
  ])
  func onlyInteriorsIntersect(other: Rect, expected: Bool) {
    #expect(rect.intersects(other) == expected)
    #expect(other.intersects(rect) == expected)
  }

  @Test func containingForgivesRounding() {
    #expect(rect.contains(rect.offset(by: Point(x: 0.009, y: -0.009))))
    #expect(!rect.contains(rect.offset(by: Point(x: 0.02, y: 0))))
  }
}
