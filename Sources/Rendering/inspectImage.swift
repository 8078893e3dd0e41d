import CRSVG
package import Diagnostics
package import Drawing
import Geometry

/// Finds out what an image file is and how large, and refuses it when it is damaged.
///
/// The format is told by the content, not by the name. No pixel is decoded, so the work is bounded
/// by the size of the file.
///
/// - Parameters:
///   - name: path in the report.
///   - bytes: the whole file.
///   - span: where the manuscript names the image.
/// - Returns: the image, or nil with at least one error.
package func inspectImage(
  name: String, bytes: [UInt8], at span: SourceSpan = .none
) -> Diagnosed<ImageResource?> {
  do {
    let (format, size) = try measure(bytes)
    try checkSize(size, of: format)
    return Diagnosed(ImageResource(name: name, format: format, bytes: bytes, size: size))
  } catch {
    return Diagnosed(nil, [error.diagnostic(for: name, at: span)])
  }
}

private func measure(
  _ bytes: [UInt8]
) throws(ImageError) -> (ImageResource.Format, Size) {
  if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return (.png, try pngSize(bytes)) }
  if bytes.starts(with: [0xFF, 0xD8]) { return (.jpeg, try jpegSize(bytes)) }
  if looksLikeSVG(bytes) { return (.svg, try svgSize(bytes)) }
  throw bytes.isEmpty ? .truncated : .unknownFormat
}

/// Markup whose first element is `svg`, or that is compressed as `svgz` is not.
private func looksLikeSVG(_ bytes: [UInt8]) -> Bool {
  let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
  return head.contains("<svg") || head.contains(":svg")
}

/// More than any page needs, and little enough to be held in memory.
private let pixelLimit = 100_000_000.0

private func checkSize(_ size: Size, of format: ImageResource.Format) throws(ImageError) {
  guard size.width > 0, size.height > 0 else { throw .corrupt("it has no area") }
  guard format != .svg else { return }
  guard max(size.width, size.height) <= 32_767, size.width * size.height <= pixelLimit else {
    throw .tooLarge(size)
  }
}
