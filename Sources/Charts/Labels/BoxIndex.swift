internal import Geometry

/// Placed boxes, found again by place.
///
/// A grid of square cells over an area, so that a query looks at neighbours only; what lies outside the
/// area belongs to the cells at its edge.
struct BoxIndex: Sendable {
  /// A box in a cell, and the entry that the cell had before.
  private struct Entry {
    var box: Int32
    var next: Int32
  }

  private static let smallestCell = 24.0
  /// Rows and columns at most.
  private static let limit = 1000

  private let origin: Point
  private let cellSize: Double
  private let columnCount: Int
  private let rowCount: Int
  private var boxes: [Rect] = []
  private var entries: [Entry] = []
  /// The newest entry of each cell, row by row; -1 where there is none.
  private var cells: [Int32]

  init(over area: Rect) {
    origin = area.origin
    let extent = max(area.width, area.height) / Double(BoxIndex.limit)
    let cellSize = extent.isFinite ? max(extent, BoxIndex.smallestCell) : BoxIndex.smallestCell
    self.cellSize = cellSize
    columnCount = BoxIndex.place(area.width / cellSize, of: BoxIndex.limit) + 1
    rowCount = BoxIndex.place(area.height / cellSize, of: BoxIndex.limit) + 1
    cells = [Int32](repeating: -1, count: columnCount * rowCount)
  }

  mutating func insert(_ box: Rect) {
    for row in rows(of: box) {
      for cell in cells(of: box, in: row) {
        entries.append(Entry(box: Int32(boxes.count), next: cells[cell]))
        cells[cell] = Int32(entries.count - 1)
      }
    }
    boxes.append(box)
  }

  func intersects(_ box: Rect) -> Bool {
    guard !boxes.isEmpty else { return false }
    return rows(of: box).contains { row in
      cells(of: box, in: row).contains { holds(box, $0) }
    }
  }

  private func holds(_ box: Rect, _ cell: Int) -> Bool {
    var entry = Int(cells[cell])
    while entry >= 0 {
      if boxes[Int(entries[entry].box)].intersects(box) { return true }
      entry = Int(entries[entry].next)
    }
    return false
  }

  private func cells(of box: Rect, in row: Int) -> ClosedRange<Int> {
    let columns = range(box.minX - origin.x, box.maxX - origin.x, of: columnCount)
    return row * columnCount + columns.lowerBound...row * columnCount + columns.upperBound
  }

  private func rows(of box: Rect) -> ClosedRange<Int> {
    range(box.minY - origin.y, box.maxY - origin.y, of: rowCount)
  }

  private func range(_ lower: Double, _ upper: Double, of count: Int) -> ClosedRange<Int> {
    let first = BoxIndex.place(lower / cellSize, of: count)
    return first...max(first, BoxIndex.place(upper / cellSize, of: count))
  }

  /// The cell at a distance in cells.
  private static func place(_ distance: Double, of count: Int) -> Int {
    distance > 0 ? Int(min(distance, Double(count - 1))) : 0
  }
}
