import CRSVG
import Geometry

/// The natural size of an SVG that refers to nothing outside itself; user units are CSS pixels.
func svgSize(_ bytes: [UInt8]) throws(ImageError) -> Size {
  if let address = externalReference(in: bytes) { throw .externalReference(address) }
  guard let handle = unsafe rsvg_handle_new_from_data(bytes, bytes.count, nil) else {
    throw .corrupt("it is not well-formed SVG")
  }
  defer { unsafe rsvg_handle_free(handle) }
  var width = 0.0
  var height = 0.0
  if unsafe rsvg_handle_get_intrinsic_size_in_pixels(handle, &width, &height) != 0 {
    return Size(width: width, height: height)
  }
  guard let box = unsafe viewBox(of: handle) else {
    throw .corrupt("it has no viewBox and no size")
  }
  return box
}

private func viewBox(of handle: OpaquePointer) -> Size? {
  var has: (width: Int32, height: Int32, viewBox: Int32) = (0, 0, 0)
  var (width, height, box) = (RsvgLength(), RsvgLength(), RsvgRectangle())
  unsafe rsvg_handle_get_intrinsic_dimensions(
    handle, &has.width, &width, &has.height, &height, &has.viewBox, &box)
  return has.viewBox == 0 ? nil : Size(width: box.width, height: box.height)
}
