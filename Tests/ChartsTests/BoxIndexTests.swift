import Geometry
import Seeds
import Testing

@testable import Charts

@Suite struct BoxIndexTests {
  @Test(
    "An index of boxes answers as looking at each box does, inside its area and out of it",
    arguments: 0..<200)
  func bruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func box(within size: Double) -> Rect {
      Rect(
        x: .random(in: -size...2 * size, using: &random),
        y: .random(in: -size...2 * size, using: &random),
        width: .random(in: 0...size / 3, using: &random),
        height: .random(in: 0...size / 3, using: &random))
    }
    let size: Double = [1, 40, 300, 9000, 90_000].randomElement(using: &random) ?? 1
    let area = Rect(
      x: .random(in: -size...size, using: &random), y: .random(in: -size...size, using: &random),
      width: .random(in: 0...size, using: &random), height: .random(in: 0...size, using: &random))
    var index = BoxIndex(over: area)
    var boxes: [Rect] = []
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let next = box(within: size)
      #expect(index.intersects(next) == boxes.contains { $0.intersects(next) })
      if Bool.random(using: &random) {
        index.insert(next)
        boxes.append(next)
      }
    }
  }

  @Test func `what has no place is no reason to stop`() {
    var index = BoxIndex(over: Rect(x: 0, y: 0, width: .infinity, height: .nan))
    for value in [Double.nan, .infinity, -.infinity, 1e300, 0] {
      index.insert(Rect(x: value, y: 0, width: 1, height: value))
    }
    #expect(index.intersects(Rect(x: 0, y: -1, width: 2, height: 2)))
  }
}
