package import Drawing
package import Geometry

/// Paints a display list on white paper and returns it as a PNG.
///
/// Grey edges and no hinting, so that the bytes depend on nothing but the list and the fonts. The
/// resolution and the sRGB intent stand in the file.
package func renderPNG(
  _ list: DisplayList, size: Size, pixelsPerInch: Double, faces: [FaceResource],
  images: [ImageResource] = []
) throws(RenderingError) -> [UInt8] {
  var usage = GlyphUsage(faceCount: faces.count)
  usage.add(list)
  let opened = try FaceSet(faces, shown: usage)
  return try renderPNG(list, size, pixelsPerInch, opened, images)
}

/// Paints a display list as a PNG with faces that are cut already; see the function of the same name.
package func renderPNG(
  _ list: DisplayList, size: Size, pixelsPerInch: Double, faces: FaceSubsets
) throws(RenderingError) -> [UInt8] {
  try renderPNG(list, size, pixelsPerInch, try faces.open(for: list), [])
}

private func renderPNG(
  _ list: DisplayList, _ size: Size, _ pixelsPerInch: Double, _ faces: FaceSet,
  _ images: [ImageResource]
) throws(RenderingError) -> [UInt8] {
  let scale = pixelsPerInch / 72
  let pixels = Size(width: size.width * scale, height: size.height * scale)
  guard pixels.width > 0, pixels.height > 0, max(pixels.width, pixels.height) <= 32_767 else {
    throw .size(width: size.width, height: size.height)
  }
  let surface = try Surface.raster(
    width: Int(pixels.width.rounded(.up)), height: Int(pixels.height.rounded(.up)))
  try paint(list, on: surface, scale: scale, faces: faces, images: images)
  return encodePNG(try surface.filteredPixels(), pixelsPerInch: pixelsPerInch)
}

private func paint(
  _ list: DisplayList, on surface: borrowing Surface, scale: Double, faces: FaceSet,
  images: [ImageResource]
) throws(RenderingError) {
  var painter = Painter(
    context: try Context(surface), faces: faces, images: ImageSet(images, for: .raster))
  painter.fillBackground(.white)
  painter.begin(scale: scale)
  try painter.paint(list, items: list.items.indices)
  painter.end()
  try painter.checkStatus()
}
