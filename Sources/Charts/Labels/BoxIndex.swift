internal import Geometry

/// Placed boxes, found again by place: a grid of square cells, so that a query looks at neighbours
/// only.
struct BoxIndex: Sendable {
  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  private let cellSize: Double
  private var boxes: [Rect] = []
  private var cells: [Cell: [Int]] = [:]

  init(cellSize: Double = 24) { self.cellSize = cellSize }

  mutating func insert(_ box: Rect) {
    for cell in cells(of: box) { cells[cell, default: []].append(boxes.count) }
    boxes.append(box)
  }

  func intersects(_ box: Rect) -> Bool {
    cells(of: box).contains { cell in
      cells[cell]?.contains { boxes[$0].intersects(box) } ?? false
    }
  }

  private func cells(of box: Rect) -> [Cell] {
    let columns = range(box.minX, box.maxX)
    return range(box.minY, box.maxY).flatMap { row in
      columns.map { Cell(column: $0, row: row) }
    }
  }

  private func range(_ lower: Double, _ upper: Double) -> ClosedRange<Int> {
    let first = Int(min(max(lower / cellSize, -1e5), 1e5).rounded(.down))
    let last = Int(min(max(upper / cellSize, -1e5), 1e5).rounded(.down))
    return first...max(first, last)
  }
}
