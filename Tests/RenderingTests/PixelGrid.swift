import Compression
import Drawing
import Geometry
import Testing

@testable import Rendering

/// Paints one pixel a point and names the colours by letters: `.` white, `#` black, `r` red, `b`
/// blue, `?` anything else.
func pixelGrid(
  _ list: DisplayList, width: Int, height: Int, images: [ImageResource] = []
) throws -> [String] {
  let size = Size(width: Double(width), height: Double(height))
  let png = try renderPNG(list, size: size, pixelsPerInch: 72, faces: [], images: images)
  let pixels = try #require(decodePNG(png))
  return (0..<height).map { row in
    String(
      (0..<width).map { column in
        let start = (row * width + column) * 3
        return letter(Array(pixels[start..<start + 3]))
      })
  }
}

private func letter(_ pixel: [UInt8]) -> Character {
  switch pixel {
  case [255, 255, 255]: "."
  case [0, 0, 0]: "#"
  case [255, 0, 0]: "r"
  case [0, 0, 255]: "b"
  default: "?"
  }
}

/// The RGB bytes of a PNG as our encoder writes it; nil when it is not such a file.
func decodePNG(_ png: [UInt8]) -> [UInt8]? {
  guard let size = try? pngSize(png) else { return nil }
  var offset = 8
  var data: [UInt8] = []
  while offset + 12 <= png.count {
    let length = png[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    if Array(png[offset + 4..<offset + 8]) == Array("IDAT".utf8) {
      data += png[offset + 8..<offset + 8 + length]
    }
    offset += 12 + length
  }
  guard let rows = Decompressor().decompress(data[...]) else { return nil }
  let stride = Int(size.width) * 3
  guard rows.count == (stride + 1) * Int(size.height) else { return nil }
  var pixels: [UInt8] = []
  for row in 0..<Int(size.height) {
    let start = row * (stride + 1)
    guard rows[start] == 2 else { return nil }
    for column in 0..<stride {
      let above = row == 0 ? 0 : pixels[(row - 1) * stride + column]
      pixels.append(rows[start + 1 + column] &+ above)
    }
  }
  return pixels
}
