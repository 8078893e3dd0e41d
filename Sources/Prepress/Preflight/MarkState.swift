import Geometry

/// The graphics state as far as marks depend on it (ISO 32000-1, 8.4).
struct MarkState {
  var transform = AffineTransform.identity
  /// What shows; nil once all is clipped away.
  var clip: Rect? = MarkState.everywhere
  var lineWidth = 1.0
  var fill = MarkColor.black
  /// Set for a fill with a shading pattern.
  var fillShading: PlacedShading?
  var stroke = MarkColor.black
  var fillSpace = MarkSpace.gray
  var strokeSpace = MarkSpace.gray
  var text = TextState()
  private var fillOverprints = false
  private var strokeOverprints = false
  private var keepsUnused = false
  private var fillOpacity = 1.0
  private var strokeOpacity = 1.0
  private var isMultiplied = false
  /// Of the groups around.
  private var groupOpacity = 1.0
  private var groupIsMultiplied = false

  static let everywhere = Rect(x: -1e6, y: -1e6, width: 2e6, height: 2e6)

  var fillPaint: MarkPaint { paint(fill, fillSpace, fillOverprints, fillOpacity) }
  var strokePaint: MarkPaint { paint(stroke, strokeSpace, strokeOverprints, strokeOpacity) }

  private func paint(
    _ color: MarkColor, _ space: MarkSpace, _ overprints: Bool, _ opacity: Double
  ) -> MarkPaint {
    MarkPaint(
      color: color, isOverprinting: overprints && space.keepsUnused(nonzero: keepsUnused),
      keepsNamed: overprints, opacity: opacity * groupOpacity,
      isMultiplied: isMultiplied || groupIsMultiplied)
  }

  /// Sets space and colour, which without `parts` is the space's first.
  mutating func setFill(_ space: MarkSpace, _ parts: [Double]?) {
    fillSpace = space
    fillShading = nil
    fill = MarkState.color(space, parts)
  }

  mutating func setStroke(_ space: MarkSpace, _ parts: [Double]?) {
    strokeSpace = space
    stroke = MarkState.color(space, parts)
  }

  private static func color(_ space: MarkSpace, _ parts: [Double]?) -> MarkColor {
    if let parts { return space.color(parts) }
    switch space {
    case .gray, .cmyk: return .black
    case .named(let names): return space.color(names.map { _ in 1 })
    default: return space.color(Array(repeating: 0, count: space.components))
    }
  }

  /// Clips to a box too; without area nothing shows any more (8.5.4).
  mutating func clip(to box: Rect) {
    clip = clip?.intersection(box).flatMap { $0.width > 0 && $0.height > 0 ? $0 : nil }
  }

  mutating func apply(_ dictionary: PDFDictionary, _ file: PDFFile) {
    if let width = file.number(dictionary["LW"]) { lineWidth = width }
    if case .boolean(let value)? = dictionary["OP"] {
      strokeOverprints = value
      if dictionary["op"] == nil { fillOverprints = value }
    }
    if case .boolean(let value)? = dictionary["op"] { fillOverprints = value }
    if let mode = file.number(dictionary["OPM"]) { keepsUnused = mode == 1 }
    if let opacity = file.number(dictionary["ca"]) { fillOpacity = opacity.tint }
    if let opacity = file.number(dictionary["CA"]) { strokeOpacity = opacity.tint }
    if let mode = file.list(dictionary["BM"]).first {
      isMultiplied = ["Multiply", "Darken", "ColorBurn"].contains(file.name(mode) ?? "")
    }
  }

  /// A group begins with opacity and blend mode of its own; its parts inherit them here.
  mutating func enterGroup() {
    groupOpacity *= fillOpacity
    groupIsMultiplied = groupIsMultiplied || isMultiplied
    (fillOpacity, strokeOpacity, isMultiplied) = (1, 1, false)
  }
}

/// Where the next glyph stands (9.4).
struct TextState {
  var size = 0.0
  var leading = 0.0
  var mode = 0
  var isComposite = false
  private(set) var matrix = AffineTransform.identity
  private var line = AffineTransform.identity

  /// Applies an operator that moves or measures text; others leave it as it is.
  mutating func take(_ name: UInt32, _ scanner: ContentScanner) {
    switch name {
    case 0x4254: set(.identity)  // BT
    case 0x546D: set(scanner.matrix)  // Tm
    case 0x5464: move(scanner.number(0), scanner.number(1))  // Td
    case 0x5444:  // TD
      leading = -scanner.number(1)
      move(scanner.number(0), scanner.number(1))
    case 0x542A, 0x27, 0x22: move(0, -leading)  // T*, ' and "
    case 0x544C: leading = scanner.number(0)  // TL
    case 0x5472: mode = Int(exactly: scanner.number(0)) ?? 0  // Tr
    default: break
    }
  }

  private mutating func set(_ matrix: AffineTransform) {
    self.matrix = matrix
    line = matrix
  }

  private mutating func move(_ x: Double, _ y: Double) {
    set(AffineTransform.translation(Point(x: x, y: y)).then(line))
  }

  /// An estimate: half an em for a byte.
  func width(ofBytes count: Int) -> Double { Double(count) * size / 2 }

  mutating func advance(by width: Double) {
    matrix = AffineTransform.translation(Point(x: width, y: 0)).then(matrix)
  }
}

/// A path in the making, in the page's coordinates.
struct MarkPath {
  private(set) var contours: [[Point]] = []
  var isClip = false
  private static let pointLimit = 2_000_000
  private var count = 0

  mutating func extend(
    _ name: UInt32, _ scanner: ContentScanner, _ transform: AffineTransform
  ) {
    guard count < MarkPath.pointLimit else { return }
    let point = { (index: Int) in
      transform.apply(Point(x: scanner.number(index), y: scanner.number(index + 1)))
    }
    switch name {
    case 0x6D: contours.append([point(0)])  // m
    case 0x6C: append([point(0)])  // l
    case 0x63: curve(point(0), point(2), point(4))  // c
    case 0x76: curve(last ?? point(0), point(0), point(2))  // v
    case 0x79: curve(point(0), point(2), point(2))  // y
    case 0x68: close()  // h
    default:  // re
      let rect = Rect(
        x: scanner.number(0), y: scanner.number(1), width: scanner.number(2),
        height: scanner.number(3))
      contours.append(rect.corners(through: transform))
      close()
    }
    count += 1
  }

  private var last: Point? { contours.last?.last }

  private mutating func append(_ points: [Point]) {
    if contours.isEmpty { contours.append([]) }
    contours[contours.count - 1] += points
    count += points.count
  }

  mutating func close() {
    if let first = contours.last?.first { append([first]) }
  }

  /// Eight chords are near enough for areas.
  private mutating func curve(_ first: Point, _ second: Point, _ end: Point) {
    guard let start = last else { return }
    append(
      (1...8).map { step in
        let t = Double(step) / 8
        let u = 1 - t
        let (a, b, c, d) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        return Point(
          x: a * start.x + b * first.x + c * second.x + d * end.x,
          y: a * start.y + b * first.y + c * second.y + d * end.y)
      })
  }
}
