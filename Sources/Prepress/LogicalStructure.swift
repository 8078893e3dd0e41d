import Drawing

/// The structure tree as it goes into the file: which nodes are kept, and what each has below it in
/// reading order.
///
/// Nodes come in the order of their creation, parents first, so one pass from the end settles
/// subtrees and one from the start settles what depends on parents. All tables are flat arrays by
/// node index.
struct LogicalStructure {
  /// A marked piece of content, or a link annotation, that belongs to a node.
  struct Leaf {
    enum Content {
      case marker(Int)
      case annotation(ObjectNumber)
    }

    var page: Int
    var content: Content

    /// Pages in order, on a page the markers in order of painting, then its annotations.
    var position: Int {
      switch content {
      case .marker(let identifier): page << 32 | identifier
      case .annotation: page << 32 | 0xFFFF_FFFF
      }
    }
  }

  enum Kid {
    case leaf(Leaf)
    case node(Int)
  }

  let nodes: [StructureNode]
  private let leaves: Grouping<Leaf>
  private let children: Grouping<Int>
  private var followers: Grouping<Int>
  /// The sibling that each node is read after, -1 for most.
  private var anchors: [Int]
  /// Where the subtree of each node begins on the pages.
  private var positions: [Int]
  private(set) var isKept: [Bool]

  init(_ tree: StructureTree, markers: [[StructureNodeID]], annotations: [Annotation]) {
    nodes = tree.nodes
    let count = nodes.count
    leaves = Grouping(LogicalStructure.leaves(markers, annotations), count: count)
    children = Grouping(LogicalStructure.children(nodes), count: count)
    anchors = nodes.indices.map { [nodes] in LogicalStructure.anchor(of: $0, among: nodes) }
    followers = Grouping([], count: count)
    positions = Array(repeating: Int.max, count: count)
    isKept = Array(repeating: false, count: count)
    settlePositions()
    keepCells()
    settleFollowers()
  }

  private static func leaves(
    _ markers: [[StructureNodeID]], _ annotations: [Annotation]
  ) -> [(key: Int, value: Leaf)] {
    var leaves: [(key: Int, value: Leaf)] = []
    for (page, nodes) in markers.enumerated() {
      for (identifier, node) in nodes.enumerated() where !node.isArtifact {
        leaves.append((Int(node.index), Leaf(page: page, content: .marker(identifier))))
      }
    }
    for annotation in annotations where !annotation.node.isArtifact {
      let leaf = Leaf(page: annotation.page, content: .annotation(annotation.number))
      leaves.append((Int(annotation.node.index), leaf))
    }
    return leaves
  }

  private static func children(_ nodes: [StructureNode]) -> [(key: Int, value: Int)] {
    nodes.indices.compactMap { index in
      guard let parent = nodes[index].parent, (0..<index).contains(Int(parent.index)) else {
        return nil
      }
      return (Int(parent.index), index)
    }
  }

  /// The sibling made earlier that a node is read after, wherever both are painted; -1 if none.
  ///
  /// What it follows may lie deeper than the sibling: then the ancestor among the siblings counts.
  private static func anchor(of index: Int, among nodes: [StructureNode]) -> Int {
    guard var target = nodes[index].follows else { return -1 }
    while nodes.indices.contains(Int(target.index)), let parent = nodes[Int(target.index)].parent {
      if parent == nodes[index].parent {
        return Int(target.index) < index ? Int(target.index) : -1
      }
      guard parent.index < target.index else { return -1 }
      target = parent
    }
    return -1
  }

  private mutating func settlePositions() {
    for index in nodes.indices.reversed() {
      for leaf in leaves[index] {
        isKept[index] = true
        positions[index] = min(positions[index], leaf.position)
      }
      guard isKept[index], let parent = nodes[index].parent, parent.index < index else { continue }
      isKept[Int(parent.index)] = true
      guard anchors[index] < 0 else { continue }
      positions[Int(parent.index)] = min(positions[Int(parent.index)], positions[index])
    }
    if !isKept.isEmpty { isKept[0] = true }
  }

  /// Empty nodes go, but an empty cell stays: a row must have as many as its table has columns
  /// (ISO 14289-1, 7.5).
  private mutating func keepCells() {
    for (index, node) in nodes.enumerated() where node.role == .dataCell || node.role == .headCell {
      if let parent = node.parent, isKept[Int(parent.index)] { isKept[index] = true }
    }
  }

  private mutating func settleFollowers() {
    for index in anchors.indices where anchors[index] >= 0 && !isKept[anchors[index]] {
      anchors[index] = -1
    }
    let pairs = anchors.indices.filter { anchors[$0] >= 0 }.map { (key: anchors[$0], value: $0) }
    followers = Grouping(pairs, count: nodes.count)
  }

  /// What a node has below it, in reading order: the order of painting, except for the parts of a
  /// table, which stand as they were made, and for nodes that follow a sibling.
  func kids(of index: Int) -> [Kid] {
    let own = leaves[index]
    let below = children[index]
    guard !below.isEmpty else { return own.map { .leaf($0) } }
    let isTabular = nodes[index].role.isTabular
    var ordered = own.map { (position: isTabular ? -1 : $0.position, kid: Kid.leaf($0)) }
    for child in below where isKept[child] && anchors[child] < 0 {
      ordered.append((isTabular ? child : positions[child], .node(child)))
    }
    let order = ordered.indices.sorted { left, right in
      (ordered[left].position, left) < (ordered[right].position, right)
    }
    return order.flatMap { withFollowers(ordered[$0].kid) }
  }

  /// The kid and everything that is read after it, which may be followed in turn.
  private func withFollowers(_ kid: Kid) -> [Kid] {
    guard case .node(let first) = kid, !followers[first].isEmpty else { return [kid] }
    var kids: [Kid] = []
    var pending = [first]
    while let index = pending.popLast() {
      kids.append(.node(index))
      pending += followers[index].reversed().filter { isKept[$0] }
    }
    return kids
  }

  /// The page on which a node's own content begins, or nil when it has none.
  func page(of index: Int) -> Int? { leaves[index].first?.page }
}

extension StructureRole {
  /// Whether the order of making decides the order of reading: cells are painted in any order.
  fileprivate var isTabular: Bool {
    self == .table || self == .tableHead || self == .tableBody || self == .tableRow
  }
}
