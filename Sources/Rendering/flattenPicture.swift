package import Drawing
package import Geometry

/// A picture as the pixels that it shows, for a file that knows no transparency.
///
/// - Parameters:
///   - image: the picture.
///   - size: how many pixels it becomes.
/// - Returns: nil when what lies beneath the picture shows, so that it cannot be flattened by itself.
/// - Throws: what Cairo or the picture refuses.
package func flattenPicture(
  _ image: ImageResource, to size: Size
) throws(RenderingError) -> ImageResource? {
  var flat = image
  flat.format = .png
  flat.size = Size(width: size.width.rounded(.up), height: size.height.rounded(.up))
  flat.bytes = try pixels(of: image, size: flat.size, on: .white)
  // What is opaque looks the same on any paper.
  guard try pixels(of: image, size: flat.size, on: .black) == flat.bytes else { return nil }
  return flat
}

private func pixels(
  of image: ImageResource, size: Size, on paper: Color
) throws(RenderingError) -> [UInt8] {
  let rect = Rect(origin: .zero, size: size)
  var list = DisplayList()
  list.fill(Path(rect: rect), .color(paper))
  // A pixel over the edge, which whole pixels would otherwise hold in part.
  list.image(
    ImageID(index: 0), in: Rect(x: -1, y: -1, width: size.width + 2, height: size.height + 2))
  return try renderPNG(list, size: size, pixelsPerInch: 72, faces: [], images: [image])
}
