import Testing

@testable import Geometry

struct AffineTransformTests {
  @Test func pointsAreMovedScaledAndTurned() {
    let point = Point(x: 3, y: -4)
    #expect(AffineTransform.identity.apply(point) == point)
    #expect(AffineTransform.translation(Point(x: 1, y: 2)).apply(point) == Point(x: 4, y: -2))
    #expect(AffineTransform.scale(2, -1).apply(point) == Point(x: 6, y: 4))
    let quarterTurn = AffineTransform(a: 0, b: 1, c: -1, d: 0, tx: 10, ty: 0)
    #expect(quarterTurn.apply(point) == Point(x: 14, y: 3))
  }

  @Test func oneAfterTheOtherIsWhatBothDoToAPoint() {
    let turned = AffineTransform(a: 0, b: 2, c: -2, d: 0, tx: 5, ty: 7)
    let moved = AffineTransform.translation(Point(x: 3, y: -1))
    let point = Point(x: 11, y: 13)
    #expect(turned.then(moved).apply(point) == moved.apply(turned.apply(point)))
    #expect(moved.then(turned).apply(point) == turned.apply(moved.apply(point)))
  }
}
