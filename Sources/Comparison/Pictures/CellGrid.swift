/// Squares of a picture in which something differs, joined into boxes.
struct CellGrid {
  private static let side = 8
  /// How many squares may lie between two that belong together: a line of text is one change.
  private static let reach = 2

  private let width: Int
  private let height: Int
  private let columns: Int
  private let rows: Int
  private var isMarked: [Bool]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    columns = (width + CellGrid.side - 1) / CellGrid.side
    rows = (height + CellGrid.side - 1) / CellGrid.side
    isMarked = Array(repeating: false, count: columns * rows)
  }

  mutating func mark(_ x: Int, _ y: Int) {
    isMarked[y / CellGrid.side * columns + x / CellGrid.side] = true
  }

  /// The boxes around squares that lie near each other; no two overlap.
  func boxes() -> [PictureDifference.Box] {
    var rest = isMarked
    var areas: [CellArea] = []
    for start in rest.indices where rest[start] { areas.append(area(from: start, &rest)) }
    return merged(areas).map(box)
  }

  private func area(from start: Int, _ rest: inout [Bool]) -> CellArea {
    var area = CellArea(column: start % columns, row: start / columns)
    var pending = [start]
    rest[start] = false
    while let next = pending.popLast() {
      let (column, row) = (next % columns, next / columns)
      area.include(column, row)
      for y in max(0, row - CellGrid.reach)...min(rows - 1, row + CellGrid.reach) {
        for x in max(0, column - CellGrid.reach)...min(columns - 1, column + CellGrid.reach)
        where rest[y * columns + x] {
          rest[y * columns + x] = false
          pending.append(y * columns + x)
        }
      }
    }
    return area
  }

  private func merged(_ areas: [CellArea]) -> [CellArea] {
    var result: [CellArea] = []
    for area in areas {
      var area = area
      while let index = result.firstIndex(where: { $0.meets(area) }) {
        area.join(result.remove(at: index))
      }
      result.append(area)
    }
    return result.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
  }

  private func box(_ area: CellArea) -> PictureDifference.Box {
    let side = Double(CellGrid.side)
    let (left, top) = (Double(area.left) * side, Double(area.top) * side)
    let right = min(Double(area.right + 1) * side, Double(width))
    let bottom = min(Double(area.bottom + 1) * side, Double(height))
    return PictureDifference.Box(
      x: left / Double(width), y: top / Double(height), width: (right - left) / Double(width),
      height: (bottom - top) / Double(height))
  }
}

/// A rectangle of squares, its edges included.
private struct CellArea {
  var left: Int
  var right: Int
  var top: Int
  var bottom: Int

  init(column: Int, row: Int) { (left, right, top, bottom) = (column, column, row, row) }

  mutating func include(_ column: Int, _ row: Int) {
    (left, right) = (min(left, column), max(right, column))
    (top, bottom) = (min(top, row), max(bottom, row))
  }

  mutating func join(_ other: CellArea) {
    include(other.left, other.top)
    include(other.right, other.bottom)
  }

  func meets(_ other: CellArea) -> Bool {
    left <= other.right + 1 && other.left <= right + 1 && top <= other.bottom + 1
      && other.top <= bottom + 1
  }
}
