import Drawing
import RenderingFixtures
import Seeds
import Testing

@testable import Prepress

@Suite struct LogicalStructureTests {
  /// The kids of a node as text: markers as `page.mcid`, nodes by index, annotations as `@`.
  private func kids(
    of index: StructureNodeID, in tree: StructureTree, _ markers: [[StructureNodeID]],
    annotations: [Annotation] = []
  ) -> [String] {
    let structure = LogicalStructure(tree, markers: markers, annotations: annotations)
    return structure.kids(of: Int(index.index)).map { kid in
      switch kid {
      case .node(let node): "\(node)"
      case .leaf(let leaf):
        switch leaf.content {
        case .marker(let identifier): "\(leaf.page).\(identifier)"
        case .annotation: "@"
        }
      }
    }
  }

  @Test func contentAndChildrenStandInPaintingOrder() {
    var tree = StructureTree()
    let paragraph = tree.add(.paragraph, in: StructureTree.root)
    let link = tree.add(.link, in: paragraph)
    let markers = [[.header, paragraph, link], [paragraph]]
    let annotation = Annotation(
      number: ObjectNumber(value: 9), page: 0, node: link, structParent: 2)
    #expect(kids(of: paragraph, in: tree, markers) == ["0.1", "2", "1.0"])
    #expect(kids(of: link, in: tree, markers, annotations: [annotation]) == ["0.2", "@"])
  }

  @Test func nodesWithoutContentAreDropped() {
    var tree = StructureTree()
    let section = tree.add(.section, in: StructureTree.root)
    let empty = tree.add(.paragraph, in: section)
    let full = tree.add(.paragraph, in: section)
    _ = tree.add(.section, in: StructureTree.root)
    let structure = LogicalStructure(tree, markers: [[full]], annotations: [])
    #expect(structure.isKept == [true, true, false, true, false])
    #expect(kids(of: section, in: tree, [[full]]) == ["\(full.index)"])
    #expect(kids(of: empty, in: tree, [[full]]) == [])
  }

  @Test func aNoteIsReadAfterItsReferenceAndNotWhereItIsPainted() {
    var tree = StructureTree()
    let section = tree.add(.section, in: StructureTree.root)
    let first = tree.add(.paragraph, in: section)
    let reference = tree.add(.reference, in: first)
    let second = tree.add(.paragraph, in: section)
    let note = tree.add(.note, in: section)
    tree[note].follows = reference
    let other = tree.add(.note, in: section)
    tree[other].follows = note
    let markers = [[first, reference, second, note, other]]
    let expected = [first, note, other, second].map { "\($0.index)" }
    #expect(kids(of: section, in: tree, markers) == expected)
  }

  @Test func aNoteWhoseReferenceIsNotThereIsReadWhereItIsPainted() {
    var tree = StructureTree()
    let gone = tree.add(.reference, in: StructureTree.root)
    let note = tree.add(.note, in: StructureTree.root)
    tree[note].follows = gone
    #expect(kids(of: StructureTree.root, in: tree, [[note]]) == ["2"])
  }

  @Test func aCellThatIsEmptyOrPaintedFirstKeepsItsPlace() {
    var tree = StructureTree()
    let table = tree.add(.table, in: StructureTree.root)
    let row = tree.add(.tableRow, in: table)
    let cells = (0..<3).map { _ in tree.add(.dataCell, in: row) }
    let unused = tree.add(.tableRow, in: table)
    _ = tree.add(.dataCell, in: unused)
    let markers = [[cells[2], cells[0]]]
    #expect(kids(of: row, in: tree, markers) == cells.map { "\($0.index)" })
    #expect(kids(of: table, in: tree, markers) == ["\(row.index)"])
  }

  @Test(arguments: 0..<100)
  func everyMarkerOfEveryKeptNodeIsReachedOnce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var tree = StructureTree()
    let roles: [StructureRole] = [.paragraph, .section, .note, .tableRow, .dataCell, .link]
    for index in 1..<40 {
      let parent = StructureNodeID(index: Int32(random.next() % UInt64(index)))
      let node = tree.add(roles[Int(random.next() % 6)], in: parent)
      if random.next() % 4 == 0 {
        tree[node].follows = StructureNodeID(index: Int32(random.next() % 45))
      }
    }
    let markers = (0..<4).map { _ in
      (0..<Int(random.next() % 20)).map { _ in StructureNodeID(index: Int32(random.next() % 44) - 3)
      }
    }
    let structure = LogicalStructure(tree, markers: markers, annotations: [])
    var reached: Set<[Int]> = []
    var visited: Set<Int> = []
    var pending = [0]
    while let index = pending.popLast() {
      #expect(visited.insert(index).inserted, "node \(index) has two places")
      for kid in structure.kids(of: index) {
        switch kid {
        case .node(let child): pending.append(child)
        case .leaf(let leaf): #expect(reached.insert([leaf.page, leaf.position]).inserted)
        }
      }
    }
    let expected = markers.joined().count { (0..<40).contains($0.index) }
    #expect(reached.count == expected)
  }
}
