import Geometry

/// How much of each ink lies where on a page, in cells of a few points: the sum over marks that lie
/// over each other, which no single mark shows.
///
/// A cell counts as covered when its middle is. Text and thin lines are left out: total ink is a
/// matter of areas (GWG 22).
struct InkRaster {
  /// Amounts of the process inks and of four named ones, 255 for solid.
  typealias Inks = SIMD8<UInt8>

  /// The named inks that have a channel, in the order in which they are met; where there are more,
  /// they share the last one.
  struct Channels {
    private(set) var names: [String] = []
    private static let first = 4

    mutating func channel(of name: String) -> Int {
      if let index = names.firstIndex(of: name) { return Channels.first + index }
      guard Channels.first + names.count < Inks.scalarCount else { return Inks.scalarCount - 1 }
      names.append(name)
      return Channels.first + names.count - 1
    }

    /// Nil for a colour whose inks are not known.
    mutating func inks(of color: MarkColor) -> Inks? {
      guard case .inks(let process, let named) = color else { return nil }
      var inks = Inks(repeating: 0)
      for (index, part) in process.components.enumerated() { inks[index] = Channels.amount(part) }
      for ink in named {
        let channel = channel(of: ink.name)
        let (sum, isMore) = inks[channel].addingReportingOverflow(Channels.amount(ink.tint))
        inks[channel] = isMore ? 255 : sum
      }
      return inks
    }

    private static func amount(_ part: Double) -> UInt8 { UInt8((part.tint * 255).rounded()) }
  }

  private var channels = Channels()

  private let box: Rect
  /// Width of a cell in points.
  let cell: Double
  private let columns: Int
  private let rows: Int
  private var cells: [Inks]
  /// Cells that may still be painted: a hostile page paints without end.
  private(set) var budget: WorkBudget
  /// As many as any page needs.
  static let pageBudget = WorkBudget(100_000_000)
  private static let sideLimit = 2000.0

  /// Two points are 0.7 mm.
  init(_ box: Rect, cell: Double = 2, budget: WorkBudget = pageBudget) {
    self.box = box
    self.cell = max(cell, max(box.width, box.height) / InkRaster.sideLimit)
    columns = max(1, Int((box.width / self.cell).rounded(.up)))
    rows = max(1, Int((box.height / self.cell).rounded(.up)))
    cells = Array(repeating: Inks(repeating: 0), count: columns * rows)
    self.budget = budget
    self.budget.spend(cells.count)
  }

  /// Total ink at a place, 4 for four solids.
  func coverage(at point: Point) -> Double {
    guard let column = column(point.x), let row = row(point.y) else { return 0 }
    return Double(InkRaster.sum(cells[row * columns + column])) / 255
  }

  private func column(_ x: Double) -> Int? { InkRaster.index((x - box.minX) / cell, columns) }
  private func row(_ y: Double) -> Int? { InkRaster.index((y - box.minY) / cell, rows) }

  private static func index(_ value: Double, _ count: Int) -> Int? {
    value >= 0 && value < Double(count) ? Int(value) : nil
  }

  private static func sum(_ inks: Inks) -> Int {
    Int(SIMD8<UInt16>(truncatingIfNeeded: inks).wrappedSum())
  }

  // MARK: Painting

  mutating func paint(_ mark: Mark, _ samples: ImageSamples?) {
    guard let visible = mark.visibleBox else { return }
    switch mark.kind {
    case .text: return
    case .stroke(let width) where width < cell: return
    case .stroke(let width):
      guard let inks = channels.inks(of: mark.paint.color) else { return }
      budget.spend(mark.contours.reduce(0) { $0 + $1.count })
      for outline in mark.contours.flatMap({ strokes($0, width: width) }) {
        fill([outline], isEvenOdd: false, visible, mark.paint) { _ in InkSample(inks: inks) }
      }
    case .fill:
      if let shading = mark.shading {
        let inks = shading.colors.compactMap { channels.inks(of: $0) }
        budget.spend(inks.count)
        guard inks.count == shading.colors.count else { return }
        fill(mark.contours, isEvenOdd: mark.isEvenOdd, visible, mark.paint) { point in
          shading.step(at: point).map { InkSample(inks: inks[$0]) }
        }
      } else if let inks = channels.inks(of: mark.paint.color) {
        fill(mark.contours, isEvenOdd: mark.isEvenOdd, visible, mark.paint) { _ in
          InkSample(inks: inks)
        }
      }
    case .image(let image):
      guard let samples, let inverse = image.transform.inverse else { return }
      let order = samples.names.map { channels.channel(of: $0) }
      fill(mark.contours, isEvenOdd: false, visible, mark.paint) { point in
        samples.sample(at: inverse.apply(point))?.ordered(by: order)
      }
    }
  }

  /// Each line of a stroke as a rectangle.
  private func strokes(_ contour: [Point], width: Double) -> [[Point]] {
    zip(contour, contour.dropFirst()).compactMap { start, end in
      let (x, y) = (end.x - start.x, end.y - start.y)
      let length = (x * x + y * y).squareRoot()
      guard length > 0 else { return nil }
      let (dx, dy) = (-y / length * width / 2, x / length * width / 2)
      return [
        Point(x: start.x + dx, y: start.y + dy), Point(x: end.x + dx, y: end.y + dy),
        Point(x: end.x - dx, y: end.y - dy), Point(x: start.x - dx, y: start.y - dy),
      ]
    }
  }

  private mutating func fill(
    _ contours: [[Point]], isEvenOdd: Bool, _ visible: Rect, _ paint: MarkPaint,
    _ sample: (Point) -> InkSample?
  ) {
    guard let own = Rect(around: contours.joined()),
      let area = visible.intersection(box)?.intersection(own), !budget.isSpent
    else { return }
    let first = Int((area.minY - box.minY) / cell)
    let last = min(rows - 1, Int((area.maxY - box.minY) / cell))
    guard first <= last else { return }
    let edges = InkRaster.edges(contours)
    for row in first...last {
      let y = box.minY + (Double(row) + 0.5) * cell
      guard y >= area.minY, y <= area.maxY, !budget.isSpent else { continue }
      for span in InkRaster.spans(edges, y, isEvenOdd: isEvenOdd) {
        let start = max(span.lowerBound, area.minX)
        let end = min(span.upperBound, area.maxX)
        cover(row: row, y, from: start, to: end, paint, sample)
      }
      budget.spend(edges.count)
    }
  }

  private mutating func cover(
    row: Int, _ y: Double, from start: Double, to end: Double, _ paint: MarkPaint,
    _ sample: (Point) -> InkSample?
  ) {
    let first = max(0, Int(((start - box.minX) / cell - 0.5).rounded(.up)))
    let last = min(columns - 1, Int(((end - box.minX) / cell - 0.5).rounded(.down)))
    guard first <= last else { return }
    for column in first...last {
      let point = Point(x: box.minX + (Double(column) + 0.5) * cell, y: y)
      guard let own = sample(point) else { continue }
      let index = row * columns + column
      cells[index] = InkRaster.combined(cells[index], own, paint)
    }
    budget.spend(last - first + 1)
  }

  /// Opaque inks replace, overprinted ones add, transparent ones mix.
  private static func combined(_ below: Inks, _ sample: InkSample, _ paint: MarkPaint) -> Inks {
    let above = sample.inks
    var result = above
    if paint.isMultiplied {
      for index in below.indices {
        let (a, b) = (255 - Int(below[index]), 255 - Int(above[index]))
        result[index] = UInt8(255 - a * b / 255)
      }
    } else if paint.isOverprinting {
      result = below.replacing(with: above, where: above .!= 0)
    } else if paint.keepsNamed {
      result.highHalf = below.highHalf.replacing(
        with: above.highHalf, where: above.highHalf .!= 0)
    }
    let opacity = paint.opacity * sample.opacity
    guard opacity < 1 else { return result }
    for index in below.indices {
      let (a, b) = (Double(below[index]), Double(result[index]))
      result[index] = UInt8(min(max(a + (b - a) * opacity, 0), 255))
    }
    return result
  }

  // MARK: Scan lines

  private struct Edge {
    var bottom: Point
    var top: Point
    /// 1 upwards, -1 downwards.
    var direction: Int
  }

  private static func edges(_ contours: [[Point]]) -> [Edge] {
    contours.flatMap { contour -> [Edge] in
      guard let first = contour.first else { return [] }
      return zip(contour, contour.dropFirst() + [first]).compactMap { start, end in
        guard start.y != end.y else { return nil }
        return start.y < end.y
          ? Edge(bottom: start, top: end, direction: 1)
          : Edge(bottom: end, top: start, direction: -1)
      }
    }
  }

  private static func spans(
    _ edges: [Edge], _ y: Double, isEvenOdd: Bool
  ) -> [ClosedRange<Double>] {
    var crossings: [(x: Double, direction: Int)] = []
    for edge in edges where edge.bottom.y <= y && y < edge.top.y {
      let part = (y - edge.bottom.y) / (edge.top.y - edge.bottom.y)
      crossings.append((edge.bottom.x + (edge.top.x - edge.bottom.x) * part, edge.direction))
    }
    crossings.sort { $0.x < $1.x }
    var spans: [ClosedRange<Double>] = []
    var winding = 0
    for (index, crossing) in crossings.enumerated() where index + 1 < crossings.count {
      winding += isEvenOdd ? 1 : crossing.direction
      let isInside = isEvenOdd ? winding % 2 != 0 : winding != 0
      if isInside { spans.append(crossing.x...crossings[index + 1].x) }
    }
    return spans
  }

  // MARK: Findings

  /// A connected area with more ink than allowed.
  struct Region: Equatable {
    var box: Rect
    /// The most in it.
    var coverage: Double
  }

  /// The areas of so many square points that have more ink than `limit`, 3 for 300 %.
  func regions(above limit: Double, largerThan area: Double) -> [Region] {
    let threshold = Int((limit * 255).rounded()) + 2
    var isKnown = [Bool](repeating: false, count: cells.count)
    var regions: [Region] = []
    for start in cells.indices
    where !isKnown[start] && InkRaster.sum(cells[start]) > threshold {
      let members = connected(from: start, above: threshold, &isKnown)
      if Double(members.count) * cell * cell >= area, regions.count < 100 {
        regions.append(region(members))
      }
    }
    return regions
  }

  private func connected(
    from start: Int, above threshold: Int, _ isKnown: inout [Bool]
  ) -> [Int] {
    var members: [Int] = []
    var pending = [start]
    isKnown[start] = true
    while let index = pending.popLast() {
      members.append(index)
      let (row, column) = (index / columns, index % columns)
      let neighbours = [
        column > 0 ? index - 1 : -1, column + 1 < columns ? index + 1 : -1,
        row > 0 ? index - columns : -1, row + 1 < rows ? index + columns : -1,
      ]
      for next in neighbours
      where next >= 0 && !isKnown[next] && InkRaster.sum(cells[next]) > threshold {
        isKnown[next] = true
        pending.append(next)
      }
    }
    return members
  }

  private func region(_ members: [Int]) -> Region {
    let across = members.map { $0 % columns }
    let up = members.map { $0 / columns }
    let (left, right) = (across.min() ?? 0, across.max() ?? 0)
    let (bottom, top) = (up.min() ?? 0, up.max() ?? 0)
    let most = members.map { InkRaster.sum(cells[$0]) }.max() ?? 0
    return Region(
      box: Rect(
        x: box.minX + Double(left) * cell, y: box.minY + Double(bottom) * cell,
        width: Double(right - left + 1) * cell, height: Double(top - bottom + 1) * cell),
      coverage: Double(most) / 255)
  }
}
