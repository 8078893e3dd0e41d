/// Opaque pixels as the rows of a PNG from the top: a filter byte, then red, green and blue of each
/// pixel.
struct FilteredPixels: Equatable {
  var width: Int
  var height: Int
  var rows: [UInt8]
}
