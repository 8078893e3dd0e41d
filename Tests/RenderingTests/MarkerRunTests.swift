import Diagnostics
import Drawing
import Geometry
import Testing

@testable import Rendering

@Suite struct MarkerRunTests {
  private let square = Path(rect: Rect(x: 0, y: 0, width: 1, height: 1))
  private let first = StructureNodeID(index: 1)
  private let second = StructureNodeID(index: 2)

  private func list(_ nodes: [StructureNodeID]) -> DisplayList {
    var list = DisplayList()
    for node in nodes { list.fill(square, .color(.black), node: node) }
    return list
  }

  @Test func consecutiveItemsOfOneNodeShareAMarker() {
    let runs = list([first, first, second, first, .artifact, .header]).markerRuns
    #expect(runs.map(\.node) == [first, second, first, .artifact, .header])
    #expect(runs.map(\.items) == [0..<2, 2..<3, 3..<4, 4..<5, 5..<6])
  }

  @Test func aGroupIsNeverSplit() {
    var list = list([first])
    list.group(opacity: 0.5) { list in
      list.fill(square, .color(.black))
      list.group { $0.fill(square, .color(.black), node: second) }
      list.fill(square, .color(.black), node: first)
    }
    list.fill(square, .color(.black), node: second)
    let runs = list.markerRuns
    #expect(runs.map(\.node) == [first, second])
    #expect(runs.map(\.items) == [0..<1, 1..<9])
  }

  @Test func aGroupOfDecorationIsAnArtifactOfItsKind() {
    var list = DisplayList()
    list.group { $0.fill(square, .color(.black), node: .header) }
    #expect(list.markerRuns.map(\.node) == [.header])
  }

  @Test func anUnbalancedGroupRunsToTheEnd() {
    var list = DisplayList()
    list.append(.beginGroup(clip: nil, opacity: 1), node: .artifact, span: .none)
    list.fill(square, .color(.black), node: first)
    #expect(list.markerRuns == [MarkerRun(items: 0..<2, node: first)])
    list = DisplayList()
    list.append(.endGroup, node: .artifact, span: .none)
    #expect(list.markerRuns.map(\.items) == [0..<1])
  }
}
