internal import Charts
internal import Diagnostics
internal import Drawing

/// Which texts a display item shows: by the span of a text, the node of a cell, or the place of an
/// item in its chart.
struct TraceIndex: Sendable {
  /// Spans in the order of the sources, each with the texts that were made from it.
  private var spans: [(span: SourceSpan, texts: [Int])] = []
  /// The text in each cell, by structure node; -1 for none.
  private var cells: [Int32]
  /// The texts of each chart, by structure node and item.
  private var charts: [StructureNodeID: [Int: [Int]]] = [:]
  /// The texts that describe each chart.
  private var descriptions: [StructureNodeID: [Int]] = [:]

  init(_ texts: [TracedText], _ structure: StructureTree) {
    cells = [Int32](repeating: -1, count: structure.nodes.count)
    addSpans(texts)
    let blocks = Dictionary(grouping: texts.indices.filter { texts[$0].spot != nil }) {
      texts[$0].span
    }
    var pieces: [SourceSpan: Int] = [:]
    for (index, node) in structure.nodes.enumerated() where node.role == .figure {
      let piece = pieces[node.span, default: 0]
      pieces[node.span] = piece + 1
      charts[StructureNodeID(index: Int32(index))] = blocks[node.span].map {
        items($0, texts, piece)
      }
      descriptions[StructureNodeID(index: Int32(index))] = blocks[node.span]?.filter {
        texts[$0].spot == .picture
      }
    }
    addCells(of: structure, blocks, texts)
  }

  func isChart(_ node: StructureNodeID) -> Bool { charts[node] != nil }

  /// The texts in the description of the chart that an item belongs to.
  func texts(describing item: DisplayItem) -> [Int] { descriptions[item.node] ?? [] }

  func texts(showing item: DisplayItem, at position: Int) -> [Int] {
    if !item.node.isArtifact {
      if cells[Int(item.node.index)] >= 0 { return [Int(cells[Int(item.node.index)])] }
      if let own = charts[item.node]?[position] { return own }
    }
    let next = spans.partitioningIndex { $0.span.place > item.span.place }
    guard next > 0, spans[next - 1].span.contains(item.span) else { return [] }
    return spans[next - 1].texts
  }

  private mutating func addSpans(_ texts: [TracedText]) {
    let own = texts.indices.filter { texts[$0].spot == nil }
    // Of those that begin at one place the narrowest comes last, where it is looked for.
    let sorted = own.sorted { left, right in
      let (first, second) = (texts[left].span, texts[right].span)
      return (first.place, second.upperBound, left) < (second.place, first.upperBound, right)
    }
    for index in sorted {
      if spans.last?.span == texts[index].span {
        spans[spans.count - 1].texts.append(index)
      } else {
        spans.append((texts[index].span, [index]))
      }
    }
  }

  // MARK: Blocks

  /// The texts of a piece of a chart, the nodes of which follow each other.
  private func items(_ members: [Int], _ texts: [TracedText], _ piece: Int) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for member in members {
      guard case .items(let items)? = texts[member].spot, items.piece == piece else { continue }
      for item in items.range { found[item, default: []].append(member) }
    }
    return found
  }

  /// Cells by their nodes, which come in the order of rows and columns.
  private mutating func addCells(
    of structure: StructureTree, _ blocks: [SourceSpan: [Int]], _ texts: [TracedText]
  ) {
    var members: [TracedText.Spot: Int] = [:]
    var (body, row) = (StructureNodeID.artifact, StructureNodeID.artifact)
    var place = (row: -1, column: -1)
    for (index, node) in structure.nodes.enumerated() {
      let id = StructureNodeID(index: Int32(index))
      switch node.role {
      case .tableBody:
        let found = (blocks[node.span] ?? []).compactMap { index in
          texts[index].spot.map { ($0, index) }
        }
        members = Dictionary(found) { first, _ in first }
        (body, place.row) = (id, -1)
      case .tableRow where node.parent == body:
        (row, place) = (id, (place.row + 1, -1))
      case .dataCell where node.parent == row:
        place.column += 1
        cells[index] = members[.cell(row: place.row, column: place.column)].map(Int32.init) ?? -1
      default: continue
      }
    }
  }
}
