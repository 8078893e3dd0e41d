/// Opaque pixels as the rows of a PNG from the top: a filter byte, then red, green and blue of each
/// pixel.
struct FilteredPixels: Equatable {
  var width: Int
  var height: Int
  var rows: [UInt8]
}

extension FilteredPixels {
  /// Each row with filter 2, Up (ISO 15948, 9.2): its bytes less those of the row above.
  init(_ pixels: PixelBuffer) {
    let stride = pixels.width * 3
    var rows: [UInt8] = []
    rows.reserveCapacity((stride + 1) * pixels.height)
    var above = [UInt8](repeating: 0, count: stride)[...]
    for row in 0..<pixels.height {
      let line = pixels.bytes[row * stride..<(row + 1) * stride]
      rows.append(2)
      rows.append(contentsOf: zip(line, above).lazy.map { $0 &- $1 })
      above = line
    }
    self.init(width: pixels.width, height: pixels.height, rows: rows)
  }
}
