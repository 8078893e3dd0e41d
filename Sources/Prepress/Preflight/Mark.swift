import Geometry

/// Something that content paints, in the page's own points, y upwards.
struct Mark {
  enum Kind {
    case fill
    /// With the width that it has on the page.
    case stroke(width: Double)
    /// With the size that it has on the page.
    case text(size: Double)
    case image(PlacedImage)
  }

  var kind: Kind
  /// The outline, curves as chords; of an image its four corners.
  var contours: [[Point]] = []
  var isEvenOdd = false
  /// What its inks follow from in place of one colour.
  var shading: PlacedShading?
  var box: Rect
  /// What of it shows.
  var clip: Rect
  var paint: MarkPaint

  var visibleBox: Rect? { box.intersection(clip) }
}

/// How a mark meets what lies below it.
struct MarkPaint: Hashable {
  var color: MarkColor
  /// Inks that the colour does not use stay (OP and OPM, ISO 32000-1, 8.6.7).
  var isOverprinting = false
  /// Named inks stay that the colour does not use.
  var keepsNamed = false
  var opacity = 1.0
  /// Whether it darkens what lies below: the blend modes Multiply, Darken and ColorBurn.
  var isMultiplied = false
}

/// An image as it is placed.
struct PlacedImage {
  var object: ObjectNumber?
  var width: Double
  var height: Double
  var isBilevel: Bool
  /// From the unit square to the page.
  var transform: AffineTransform

  /// Pixels per inch, the coarser way.
  var resolution: Double {
    let across = (transform.a * transform.a + transform.b * transform.b).squareRoot()
    let up = (transform.c * transform.c + transform.d * transform.d).squareRoot()
    return min(across > 0 ? width / across : .infinity, up > 0 ? height / up : .infinity) * 72
  }
}

extension Rect {
  /// Nil when the two share no point: the box of a line may have no area.
  func intersection(_ other: Rect) -> Rect? {
    let (left, bottom) = (max(minX, other.minX), max(minY, other.minY))
    let (right, top) = (min(maxX, other.maxX), min(maxY, other.maxY))
    guard left <= right, bottom <= top else { return nil }
    return Rect(x: left, y: bottom, width: right - left, height: top - bottom)
  }

  /// The smallest rectangle around points; nil without any, or with one that is no number.
  init?(around points: some Sequence<Point>) {
    var (left, bottom) = (Double.infinity, Double.infinity)
    var (right, top) = (-Double.infinity, -Double.infinity)
    for point in points {
      guard abs(point.x) < 1e7, abs(point.y) < 1e7 else { return nil }
      (left, right) = (min(left, point.x), max(right, point.x))
      (bottom, top) = (min(bottom, point.y), max(top, point.y))
    }
    guard left <= right else { return nil }
    self.init(x: left, y: bottom, width: right - left, height: top - bottom)
  }

  /// Nil for one that reaches farther than any page.
  init?(box: [Double]?) {
    guard let box, box.count == 4, box.allSatisfy({ abs($0) < 1e7 }) else { return nil }
    self.init(x: box[0], y: box[1], width: box[2] - box[0], height: box[3] - box[1])
  }
}

extension Rect {
  func grown(by margin: Double) -> Rect {
    Rect(
      x: minX - margin, y: minY - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  func corners(through transform: AffineTransform) -> [Point] {
    [
      Point(x: minX, y: minY), Point(x: maxX, y: minY), Point(x: maxX, y: maxY),
      Point(x: minX, y: maxY),
    ].map(transform.apply)
  }
}

extension AffineTransform {
  /// By how much areas grow, as a length.
  var meanScale: Double { abs(a * d - b * c).squareRoot() }

  var inverse: AffineTransform? {
    let determinant = a * d - b * c
    guard determinant.isFinite, abs(determinant) > 1e-12 else { return nil }
    return AffineTransform(
      a: d / determinant, b: -b / determinant, c: -c / determinant, d: a / determinant,
      tx: (c * ty - d * tx) / determinant, ty: (b * tx - a * ty) / determinant)
  }

  init(_ numbers: [Double]) {
    self.init(
      a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], tx: numbers[4], ty: numbers[5])
  }
}
