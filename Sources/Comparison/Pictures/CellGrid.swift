/// Squares of a picture in which something differs, joined into boxes.
struct CellGrid {
  private static let side = 8
  /// How many squares may lie between two that belong together: a line of text is one change.
  private static let reach = 2

  private let width: Int
  private let height: Int
  private let columns: Int
  private let rows: Int
  /// What differs within each square, in pixels; nil where nothing does.
  private var cells: [PixelBox?]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    columns = (width + CellGrid.side - 1) / CellGrid.side
    rows = (height + CellGrid.side - 1) / CellGrid.side
    cells = Array(repeating: nil, count: columns * rows)
  }

  mutating func mark(_ x: Int, _ y: Int) {
    let index = y / CellGrid.side * columns + x / CellGrid.side
    if cells[index] == nil {
      cells[index] = PixelBox(x, y)
    } else {
      cells[index]?.include(x, y)
    }
  }

  /// The boxes around squares that lie near each other; no two overlap.
  func boxes() -> [PictureDifference.Box] {
    var rest = cells
    var areas: [PixelBox] = []
    for start in rest.indices where rest[start] != nil { areas.append(area(from: start, &rest)) }
    return merged(areas).map(box)
  }

  private func area(from start: Int, _ rest: inout [PixelBox?]) -> PixelBox {
    var area = rest[start] ?? PixelBox(0, 0)
    var pending = [start]
    rest[start] = nil
    while let next = pending.popLast() {
      let (column, row) = (next % columns, next / columns)
      for y in max(0, row - CellGrid.reach)...min(rows - 1, row + CellGrid.reach) {
        for x in max(0, column - CellGrid.reach)...min(columns - 1, column + CellGrid.reach) {
          guard let cell = rest[y * columns + x] else { continue }
          area.join(cell)
          rest[y * columns + x] = nil
          pending.append(y * columns + x)
        }
      }
    }
    return area
  }

  private func merged(_ areas: [PixelBox]) -> [PixelBox] {
    var result: [PixelBox] = []
    for area in areas {
      var area = area
      while let index = result.firstIndex(where: { $0.meets(area) }) {
        area.join(result.remove(at: index))
      }
      result.append(area)
    }
    return result.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
  }

  private func box(_ area: PixelBox) -> PictureDifference.Box {
    PictureDifference.Box(
      x: Double(area.left) / Double(width), y: Double(area.top) / Double(height),
      width: Double(area.right + 1 - area.left) / Double(width),
      height: Double(area.bottom + 1 - area.top) / Double(height))
  }
}

/// A rectangle of pixels, its edges included.
private struct PixelBox {
  var left: Int
  var right: Int
  var top: Int
  var bottom: Int

  init(_ x: Int, _ y: Int) { (left, right, top, bottom) = (x, x, y, y) }

  mutating func include(_ x: Int, _ y: Int) {
    (left, right) = (min(left, x), max(right, x))
    (top, bottom) = (min(top, y), max(bottom, y))
  }

  mutating func join(_ other: PixelBox) {
    include(other.left, other.top)
    include(other.right, other.bottom)
  }

  func meets(_ other: PixelBox) -> Bool {
    left <= other.right + 1 && other.left <= right + 1 && top <= other.bottom + 1
      && other.top <= bottom + 1
  }
}
