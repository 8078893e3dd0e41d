import CCairo
import Drawing
import Geometry

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Owner of a Cairo surface.
@safe
struct Surface: ~Copyable {
  let pointer: OpaquePointer
  /// Kept alive for the stream of a PDF surface.
  private let sink: ByteSink?

  init(owning pointer: OpaquePointer?, sink: ByteSink? = nil) throws(RenderingError) {
    guard let pointer = unsafe pointer else { throw .cairo("no surface") }
    let status = unsafe cairo_surface_status(pointer)
    guard status == CAIRO_STATUS_SUCCESS else {
      unsafe cairo_surface_destroy(pointer)
      throw .status(status)
    }
    unsafe self.pointer = pointer
    self.sink = sink
  }

  deinit { unsafe cairo_surface_destroy(pointer) }

  /// A PDF whose pages have no size yet.
  static func pdf() throws(RenderingError) -> Surface {
    let sink = ByteSink()
    let pointer = unsafe cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, 1, 1)
    let surface = unsafe try Surface(owning: pointer, sink: sink)
    unsafe cairo_pdf_surface_restrict_to_version(surface.pointer, CAIRO_PDF_VERSION_1_5)
    // Otherwise the time of day would get into the bytes.
    unsafe cairo_pdf_surface_set_metadata(
      surface.pointer, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z")
    return surface
  }

  /// An opaque raster.
  static func raster(width: Int, height: Int) throws(RenderingError) -> Surface {
    guard (1...32_767).contains(width), (1...32_767).contains(height) else {
      throw .size(width: Double(width), height: Double(height))
    }
    return unsafe try Surface(
      owning: cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
  }

  /// Sets the size of the next page in points, before anything is drawn on it.
  func setPageSize(_ size: Size) throws(RenderingError) {
    let isPossible = size.width > 0 && size.height > 0 && max(size.width, size.height) <= 14_400
    guard isPossible else { throw .size(width: size.width, height: size.height) }
    unsafe cairo_pdf_surface_set_size(pointer, size.width, size.height)
  }

  /// The pixels of a raster as the rows of a PNG, in one pass over Cairo's words.
  func filteredPixels() throws(RenderingError) -> FilteredPixels {
    unsafe cairo_surface_flush(pointer)
    guard let data = unsafe cairo_image_surface_get_data(pointer) else {
      throw .cairo("no pixels")
    }
    let width = Int(unsafe cairo_image_surface_get_width(pointer))
    let height = Int(unsafe cairo_image_surface_get_height(pointer))
    let stride = Int(unsafe cairo_image_surface_get_stride(pointer))
    let length = width * 3 + 1
    let rows = unsafe [UInt8](unsafeUninitializedCapacity: length * height) { bytes, count in
      guard let start = bytes.baseAddress else { return }
      for row in 0..<height {
        let line = unsafe UnsafeRawPointer(data + row * stride)
        let above = row == 0 ? nil : unsafe line - stride
        unsafe filterUp(line, above, width, into: start + row * length)
      }
      count = length * height
    }
    return FilteredPixels(width: width, height: height, rows: rows)
  }

  /// Ends a PDF and returns its bytes.
  consuming func finish() throws(RenderingError) -> [UInt8] {
    unsafe cairo_surface_finish(pointer)
    try check(unsafe cairo_surface_status(pointer))
    return sink?.bytes ?? []
  }
}

/// Writes one row with filter 2, Up (ISO 15948, 9.2): red, green and blue less those of the row above,
/// which in drawn pictures is most often the same.
private func filterUp(
  _ line: UnsafeRawPointer, _ above: UnsafeRawPointer?, _ width: Int,
  into target: UnsafeMutablePointer<UInt8>
) {
  unsafe target[0] = 2
  if let above = unsafe above, unsafe memcmp(line, above, width * 4) == 0 {
    unsafe (target + 1).update(repeating: 0, count: width * 3)
    return
  }
  for column in 0..<width {
    let pixel = unsafe line.load(fromByteOffset: column * 4, as: UInt32.self)
    let old = unsafe above?.load(fromByteOffset: column * 4, as: UInt32.self) ?? 0
    let place = column * 3 + 1
    unsafe target[place] = UInt8(truncatingIfNeeded: pixel >> 16 &- old >> 16)
    unsafe target[place + 1] = UInt8(truncatingIfNeeded: pixel >> 8 &- old >> 8)
    unsafe target[place + 2] = UInt8(truncatingIfNeeded: pixel &- old)
  }
}
