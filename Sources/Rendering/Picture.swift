import CCairo
import CRSVG
import Drawing
import Geometry

/// One decoded image: pixels in a Cairo surface, or the shapes of an SVG.
@safe
final class Picture {
  @safe
  private enum Content {
    case pixels(OpaquePointer, width: Double, height: Double)
    case shapes(OpaquePointer)
  }

  private let content: Content

  /// Decodes an image as far as its medium needs; nil when that fails.
  ///
  /// The number is the identity of the image in the document: Cairo shares by it.
  init?(_ resource: ImageResource, number: Int, for medium: ImageSet.Medium) {
    let loaded =
      switch (resource.format, medium) {
      case (.svg, _): Picture.shapes(resource.bytes)
      case (.png, _): Picture.png(resource.bytes)
      case (.jpeg, .pdf): Picture.passedThrough(resource, number: number)
      case (.jpeg, .raster): Picture.decoded(resource)
      }
    guard let loaded = loaded else { return nil }
    content = loaded
  }

  deinit {
    switch content {
    case .pixels(let surface, _, _): unsafe cairo_surface_destroy(surface)
    case .shapes(let handle): unsafe rsvg_handle_free(handle)
    }
  }

  /// - Returns: false when the image turns out to be undrawable.
  func draw(in rect: Rect, on context: borrowing Context, smoothly: Bool) -> Bool {
    switch content {
    case .pixels(let surface, let width, let height):
      context.translate(by: rect.origin)
      context.scale(rect.width / width, rect.height / height)
      unsafe cairo_set_source_surface(context.pointer, surface, 0, 0)
      let pattern = unsafe cairo_get_source(context.pointer)
      unsafe cairo_pattern_set_filter(pattern, smoothly ? CAIRO_FILTER_BEST : CAIRO_FILTER_FAST)
      // Without padding the edges of a scaled picture would fade into what lies outside it.
      unsafe cairo_pattern_set_extend(pattern, smoothly ? CAIRO_EXTEND_PAD : CAIRO_EXTEND_NONE)
      // Not painted without a clip: Cairo takes an opaque picture for a cleared page and forgets
      // what came before, the marker's beginning too.
      context.setPath(Path(rect: Rect(x: 0, y: 0, width: width, height: height)))
      context.fill()
      return true
    case .shapes(let handle):
      context.setPath(Path(rect: rect))
      context.clip()
      var viewport = RsvgRectangle(
        x: rect.minX, y: rect.minY, width: rect.width, height: rect.height)
      return unsafe rsvg_handle_render_document(handle, context.pointer, &viewport, nil) != 0
    }
  }

  private static func png(_ bytes: [UInt8]) -> Content? {
    let source = ByteSource(bytes)
    let surface = unsafe withExtendedLifetime(source) {
      unsafe cairo_image_surface_create_from_png_stream(ByteSource.read, source.closure)
    }
    return unsafe pixels(surface)
  }

  private static func pixels(_ surface: OpaquePointer?) -> Content? {
    guard let surface = unsafe surface else { return nil }
    guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      unsafe cairo_surface_destroy(surface)
      return nil
    }
    let width = Double(unsafe cairo_image_surface_get_width(surface))
    let height = Double(unsafe cairo_image_surface_get_height(surface))
    return unsafe .pixels(surface, width: width, height: height)
  }

  /// A surface whose pixels are never touched: the PDF gets the JPEG's own bytes.
  private static func passedThrough(_ resource: ImageResource, number: Int) -> Content? {
    let (width, height) = (Int32(resource.size.width), Int32(resource.size.height))
    let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)
    guard let content = unsafe pixels(surface), let surface = unsafe surface else { return nil }
    let status = unsafe attach(resource.bytes, as: CAIRO_MIME_TYPE_JPEG, to: surface)
    let name = Array("image-\(number)".utf8)
    guard status, unsafe attach(name, as: CAIRO_MIME_TYPE_UNIQUE_ID, to: surface) else {
      unsafe cairo_surface_destroy(surface)
      return nil
    }
    return content
  }

  private static func attach(
    _ bytes: [UInt8], as type: String, to surface: OpaquePointer
  ) -> Bool {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    unsafe copy.initialize(from: bytes, count: bytes.count)
    let status = unsafe cairo_surface_set_mime_data(
      surface, type, copy, UInt(bytes.count), { unsafe $0?.deallocate() }, copy)
    if status != CAIRO_STATUS_SUCCESS { unsafe copy.deallocate() }
    return status == CAIRO_STATUS_SUCCESS
  }

  private static func shapes(_ bytes: [UInt8]) -> Content? {
    // No base address is set: librsvg then refuses everything outside the document.
    guard let handle = unsafe rsvg_handle_new_from_data(bytes, bytes.count, nil) else {
      return nil
    }
    return unsafe .shapes(handle)
  }

  /// Decodes a JPEG through librsvg, which carries a decoder for embedded pictures.
  private static func decoded(_ resource: ImageResource) -> Content? {
    let (width, height) = (Int(resource.size.width), Int(resource.size.height))
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 \(width) \(height)'>"
      + "<image width='\(width)' height='\(height)' preserveAspectRatio='none' "
      + "href='data:image/jpeg;base64,\(base64(resource.bytes))'/></svg>"
    return shapes(Array(svg.utf8))
  }
}
