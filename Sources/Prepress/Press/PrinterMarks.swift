import Geometry

/// What stands around a page for the printer: crop marks, registration marks, a colour bar.
///
/// All of it lies outside the bleed. Lines are a quarter of a point, in the ink of every plate.
struct PrinterMarks {
  /// Corners in the file's coordinates: left, bottom, right, top.
  let trim: [Double]
  let bleed: Double

  /// How far marks reach beyond the bleed, in points.
  static let reach = 26.0
  private static let gap = 3.0
  private static let length = 14.0
  private static let patch = 11.0

  /// Content that draws the marks.
  func content() -> [UInt8] {
    var bytes = PDFBytes("\nq /\(PressResource.registration) CS 1 SCN .25 w 0 J [] 0 d /")
    bytes.append("\(PressResource.knockout) gs\n")
    crop(&bytes)
    registration(&bytes)
    bytes.append("Q\n")
    colorBar(&bytes)
    return bytes.bytes
  }

  private var start: Double { bleed + PrinterMarks.gap }
  private var end: Double { start + PrinterMarks.length }

  private func crop(_ bytes: inout PDFBytes) {
    for x in [trim[0], trim[2]] {
      bytes.line(x, trim[1] - start, x, trim[1] - end)
      bytes.line(x, trim[3] + start, x, trim[3] + end)
    }
    for y in [trim[1], trim[3]] {
      bytes.line(trim[0] - start, y, trim[0] - end, y)
      bytes.line(trim[2] + start, y, trim[2] + end, y)
    }
  }

  /// A cross in a circle at the middle of each side.
  private func registration(_ bytes: inout PDFBytes) {
    let (x, y) = ((trim[0] + trim[2]) / 2, (trim[1] + trim[3]) / 2)
    let distance = bleed + PrinterMarks.gap + PrinterMarks.length / 2
    let places = [
      (x, trim[1] - distance), (x, trim[3] + distance), (trim[0] - distance, y),
      (trim[2] + distance, y),
    ]
    for (x, y) in places {
      bytes.line(x - 7, y, x + 7, y)
      bytes.line(x, y - 7, x, y + 7)
      bytes.circle(x, y, radius: 4)
    }
  }

  /// Solids, half tints and overprints of the process inks, below the page.
  private func colorBar(_ bytes: inout PDFBytes) {
    let patches = [
      "1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", ".5 0 0 0", "0 .5 0 0", "0 0 .5 0", "0 0 0 .5",
      "1 1 0 0", "1 0 1 0", "0 1 1 0", ".5 .4 .4 0",
    ]
    let side = PrinterMarks.patch
    guard trim[2] - trim[0] > Double(patches.count) * side * 2 + 60 else { return }
    let y = trim[1] - start - side - 1
    bytes.append("q\n")
    for (index, inks) in patches.enumerated() {
      bytes.append("\(inks) k ")
      for value in [trim[0] + 20 + Double(index) * side, y, side, side] {
        bytes.number(value)
        bytes.append(" ")
      }
      bytes.append("re f\n")
    }
    bytes.append("Q\n")
  }
}

extension PDFBytes {
  fileprivate mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    point(x1, y1, "m")
    point(x2, y2, "l")
    append("S\n")
  }

  private mutating func point(_ x: Double, _ y: Double, _ name: String) {
    number(x)
    append(" ")
    number(y)
    append(" \(name) ")
  }

  fileprivate mutating func circle(_ x: Double, _ y: Double, radius: Double) {
    // Distance of the control points of a quarter circle.
    let reach = radius * 0.552_284_75
    point(x + radius, y, "m")
    curve([x + radius, y + reach, x + reach, y + radius, x, y + radius])
    curve([x - reach, y + radius, x - radius, y + reach, x - radius, y])
    curve([x - radius, y - reach, x - reach, y - radius, x, y - radius])
    curve([x + reach, y - radius, x + radius, y - reach, x + radius, y])
    append("S\n")
  }

  private mutating func curve(_ values: [Double]) {
    for value in values {
      number(value)
      append(" ")
    }
    append("c ")
  }
}
