/// Opaque pixels in rows from the top, three bytes each: red, green, blue.
package struct PixelBuffer: Equatable, Sendable {
  package var width: Int
  package var height: Int
  package var bytes: [UInt8]

  package init(width: Int, height: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}
