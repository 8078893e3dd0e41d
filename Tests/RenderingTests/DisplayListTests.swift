import Drawing
import Geometry
import Testing

@Suite struct DisplayListTests {
  @Test func `equal paints share one identity, be they few or many`() {
    let paints = (0..<40).map { Paint.color(Color(gray: Double($0) / 40)) }
    var list = DisplayList()
    for _ in 0..<2 {
      for (index, paint) in paints.enumerated() {
        #expect(list.intern(paint) == PaintID(index: UInt32(index)))
        #expect(list.intern(paints[index / 2]) == PaintID(index: UInt32(index / 2)))
      }
    }
    #expect(list.paints == paints)
  }

  @Test func `a list that is added keeps its paints`() {
    func list(_ grays: Range<Int>) -> DisplayList {
      var list = DisplayList()
      for gray in grays {
        list.fill(
          Path(rect: Rect(x: Double(gray), y: 0, width: 1, height: 1)),
          .color(Color(gray: Double(gray) / 100)))
      }
      return list
    }
    for (first, second) in [(3, 5), (8, 12), (9, 10), (20, 60)] {
      var sum = list(0..<first)
      sum.append(list(first / 2..<second), at: .zero)
      #expect(sum.paints.count == second)
      for item in sum.items {
        guard case .fill(let path, let paint) = item.content else { continue }
        let x = sum.paths[path].bounds?.minX ?? -1
        #expect(sum.paints[Int(paint.index)] == .color(Color(gray: x / 100)))
      }
    }
  }
}
