import Geometry

/// A shading (ISO 32000-1, 8.7.4.5): which inks are where.
struct Shading {
  private enum Geometry {
    case axial
    case radial
  }

  private let geometry: Geometry
  private let coordinates: [Double]
  private let domain: ClosedRange<Double>
  private let extends: (start: Bool, end: Bool)
  /// Colours at equal distances over the domain: cells ask by the hundred thousand.
  let colors: [MarkColor]
  /// The heaviest of its colours.
  let heaviest: MarkColor
  private static let steps = 256

  /// Nil for meshes, functions of places and of PostScript, damaged ones, and what costs more than the
  /// budget.
  init?(_ object: PDFObject?, in file: PDFFile, _ budget: inout WorkBudget) {
    guard let shading = file.dictionary(object),
      let function = PDFFunction(shading["Function"], in: file, &budget)
    else { return nil }
    let space = MarkSpace(shading["ColorSpace"], in: file)
    budget.spend(space.cost + 16 * Shading.steps)
    switch file.number(shading["ShadingType"]) {
    case 2: geometry = .axial
    case 3: geometry = .radial
    default: return nil
    }
    coordinates = (file.array(shading["Coords"]) ?? []).map { file.number($0) ?? 0 }
    guard coordinates.count == (geometry == .axial ? 4 : 6) else { return nil }
    let ends = (file.array(shading["Domain"]) ?? [.integer(0), .integer(1)]).map {
      file.number($0) ?? 0
    }
    guard ends.count == 2, let domain = ClosedRange(between: ends) else { return nil }
    let extend = file.array(shading["Extend"]) ?? []
    extends = (extend.first == .boolean(true), extend.last == .boolean(true))
    self.domain = domain
    let length = domain.upperBound - domain.lowerBound
    colors = (0...Shading.steps).map { step in
      let part = Double(step) / Double(Shading.steps)
      return space.color(function.values(at: domain.lowerBound + part * length))
    }
    heaviest = colors.max { $0.coverage ?? 0 < $1.coverage ?? 0 } ?? .unknown
    guard colors.allSatisfy({ $0.coverage != nil }) else { return nil }
  }

  /// Which of the colours is at a place; nil where the shading paints nothing.
  fileprivate func step(at place: Point) -> Int? {
    guard let part = geometry == .axial ? axial(place) : radial(place) else { return nil }
    return Int((part.tint * Double(Shading.steps)).rounded())
  }

  private func isPainted(_ part: Double) -> Bool {
    part.isFinite && (part >= 0 || extends.start) && (part <= 1 || extends.end)
  }

  private func axial(_ point: Point) -> Double? {
    let (dx, dy) = (coordinates[2] - coordinates[0], coordinates[3] - coordinates[1])
    let length = dx * dx + dy * dy
    guard length > 0 else { return nil }
    let part = ((point.x - coordinates[0]) * dx + (point.y - coordinates[1]) * dy) / length
    return isPainted(part) ? part : nil
  }

  /// The greater of the two parts at which a circle between the ends goes through the point.
  private func radial(_ point: Point) -> Double? {
    let (dx, dy) = (coordinates[3] - coordinates[0], coordinates[4] - coordinates[1])
    let (radius, growth) = (coordinates[2], coordinates[5] - coordinates[2])
    let (x, y) = (point.x - coordinates[0], point.y - coordinates[1])
    let a = dx * dx + dy * dy - growth * growth
    let b = x * dx + y * dy + radius * growth
    let c = x * x + y * y - radius * radius
    var parts: [Double] = []
    if abs(a) < 1e-12 {
      if b != 0 { parts = [c / (2 * b)] }
    } else {
      let root = b * b - a * c
      guard root >= 0 else { return nil }
      parts = [(b + root.squareRoot()) / a, (b - root.squareRoot()) / a].sorted(by: >)
    }
    return parts.first { isPainted($0) && radius + $0 * growth >= 0 }
  }
}

/// A shading as it lies on the page.
struct PlacedShading {
  private let shading: Shading
  private let inverse: AffineTransform

  var heaviest: MarkColor { shading.heaviest }
  /// Colours at equal distances.
  var colors: [MarkColor] { shading.colors }

  /// Places a shading by the transformation that brings its coordinates to the page; nil for one that
  /// makes a line of it.
  init?(_ shading: Shading, through transform: AffineTransform) {
    guard let inverse = transform.inverse else { return nil }
    (self.shading, self.inverse) = (shading, inverse)
  }

  /// Which of the colours is at a point; nil where the shading paints nothing.
  func step(at point: Point) -> Int? { shading.step(at: inverse.apply(point)) }
}
