internal import Diagnostics
internal import Drawing
internal import Manuscript

/// Which numbers a display item shows: by the span of a text, the node of a cell, or the place of an
/// item in its chart.
struct NumberIndex: Sendable {
  /// Spans of texts in the order of the sources, each with the numbers that it prints.
  private var spans: [(span: SourceSpan, entries: [Int])] = []
  /// The number in each cell, by structure node; -1 for none.
  private var cells: [Int32]
  /// The numbers of each chart, by structure node and item.
  private var charts: [StructureNodeID: [Int: [Int]]] = [:]

  init(_ entries: [NumberEntry], _ structure: StructureTree, _ compilation: Compilation) {
    cells = [Int32](repeating: -1, count: structure.nodes.count)
    addTexts(entries)
    let blocks = Dictionary(grouping: entries.indices.filter { entries[$0].spot != nil }) {
      entries[$0].span
    }
    for (index, node) in structure.nodes.enumerated() where node.role == .figure {
      charts[StructureNodeID(index: Int32(index))] = blocks[node.span].map { items($0, entries) }
    }
    addCells(of: structure, blocks, entries)
    addCentres(of: compilation.charts, entries, structure)
  }

  func isChart(_ node: StructureNodeID) -> Bool { charts[node] != nil }

  func entries(showing item: DisplayItem, at position: Int) -> [Int] {
    if !item.node.isArtifact {
      if cells[Int(item.node.index)] >= 0 { return [Int(cells[Int(item.node.index)])] }
      if let chart = charts[item.node] { return chart[position] ?? [] }
    }
    let next = spans.partitioningIndex { $0.span.place > item.span.place }
    guard next > 0, spans[next - 1].span.contains(item.span) else { return [] }
    return spans[next - 1].entries
  }

  private mutating func addTexts(_ entries: [NumberEntry]) {
    let texts = entries.indices.filter { entries[$0].spot == nil }
    let sorted = texts.map { (entries[$0].span, $0) }.sorted { left, right in
      (left.0.source.index, left.0.lowerBound, left.1)
        < (right.0.source.index, right.0.lowerBound, right.1)
    }
    for (span, index) in sorted {
      if spans.last?.span == span {
        spans[spans.count - 1].entries.append(index)
      } else {
        spans.append((span, [index]))
      }
    }
  }

  // MARK: Blocks

  private func items(_ members: [Int], _ entries: [NumberEntry]) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    for member in members {
      guard case .items(let items)? = entries[member].spot else { continue }
      for item in items { found[item, default: []].append(member) }
    }
    return found
  }

  /// Cells by their nodes, which come in the order of rows and columns.
  private mutating func addCells(
    of structure: StructureTree, _ blocks: [SourceSpan: [Int]], _ entries: [NumberEntry]
  ) {
    var numbers: [NumberEntry.Spot: Int] = [:]
    var (body, row) = (StructureNodeID.artifact, StructureNodeID.artifact)
    var place = (row: -1, column: -1)
    for (index, node) in structure.nodes.enumerated() {
      let id = StructureNodeID(index: Int32(index))
      switch node.role {
      case .tableBody:
        let members = blocks[node.span] ?? []
        numbers = Dictionary(
          members.compactMap { member in entries[member].spot.map { ($0, member) } }
        ) { first, _ in first }
        (body, place.row) = (id, -1)
      case .tableRow where node.parent == body:
        (row, place) = (id, (place.row + 1, -1))
      case .dataCell where node.parent == row:
        place.column += 1
        cells[index] = numbers[.cell(row: place.row, column: place.column)].map(Int32.init) ?? -1
      default: continue
      }
    }
  }

  /// Figures in the middle of rings, on the lines that print them.
  private mutating func addCentres(
    of jobs: [Compilation.ChartJob], _ entries: [NumberEntry], _ structure: StructureTree
  ) {
    let centres = jobs.filter { !$0.centre.isEmpty }
    guard !centres.isEmpty else { return }
    for (index, node) in structure.nodes.enumerated() where node.role == .figure {
      guard let job = centres.first(where: { $0.block == node.span }) else { continue }
      let places = Set((job.texts["centre"] ?? []).map(\.span)).subtracting([job.block])
      for (number, entry) in entries.enumerated() where places.contains(entry.span) {
        for line in job.centre where line.text.contains(entry.text) {
          for item in line.items {
            charts[StructureNodeID(index: Int32(index)), default: [:]][item, default: []]
              .append(number)
          }
        }
      }
    }
  }
}

extension SourceSpan {
  /// Where it begins, for ordering.
  fileprivate var place: UInt64 { UInt64(source.index) << 32 | UInt64(lowerBound) }
}
