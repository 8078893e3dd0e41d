/// Opaque pixels in rows from the top, three bytes each: red, green, blue.
struct PixelBuffer: Equatable {
  var width: Int
  var height: Int
  var bytes: [UInt8]
}
