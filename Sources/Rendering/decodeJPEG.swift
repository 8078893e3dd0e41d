package import Drawing
import Geometry

/// A JPEG of grey or RGB samples as a PNG of the same pixels, for a medium whose colours are yet to
/// be converted; one of four inks, and anything else, stays as it is.
///
/// - Parameter image: a resource whose header has been read.
/// - Returns: the image with pixels that finishing can read.
/// - Throws: when the pixels cannot be decoded.
package func decodeJPEG(_ image: ImageResource) throws(RenderingError) -> ImageResource {
  guard image.format == .jpeg, (try? jpegComponents(image.bytes)) ?? 4 < 4 else { return image }
  var list = DisplayList()
  list.image(ImageID(index: 0), in: Rect(origin: .zero, size: image.size))
  var decoded = image
  decoded.format = .png
  decoded.bytes = try renderPNG(
    list, size: image.size, pixelsPerInch: 72, faces: [], images: [image])
  return decoded
}
