import Drawing
import Geometry

/// The way from places on composed pages to places in the file: y upwards, from the corner of the
/// painted page, which reaches beyond the trim by the bleed.
struct PageFrame {
  /// Object numbers of the pages.
  let numbers: [ObjectNumber]
  private let sizes: [Size]
  private let bleed: Double

  init(_ numbers: [ObjectNumber], of document: PagedDocument) {
    self.numbers = numbers
    sizes = document.pages.map(\.size)
    bleed = document.bleed
  }

  func point(_ point: Point, page: Int) -> Point {
    Point(x: point.x + bleed, y: sizes[page].height + bleed - point.y)
  }

  /// Left, bottom, right and top of a rectangle.
  func box(_ rect: Rect, page: Int) -> [Double] {
    let topLeft = point(rect.origin, page: page)
    return [topLeft.x, topLeft.y - rect.height, topLeft.x + rect.width, topLeft.y]
  }

  /// The trimmed page.
  func trim(page: Int) -> [Double] { box(Rect(origin: .zero, size: sizes[page]), page: page) }
}

extension PDFBytes {
  mutating func numbers(_ values: [Double]) {
    append("[")
    for (index, value) in values.enumerated() {
      if index > 0 { append(" ") }
      number(value)
    }
    append("]")
  }
}
