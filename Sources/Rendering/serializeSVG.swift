package import Drawing
package import Geometry

/// Writes a display list as an SVG picture whose text is text: it can be selected, searched, read
/// aloud and restyled.
///
/// Each cluster of text carries its place, so that a reader without our fonts still sees words where
/// they belong. Lengths are points, one user unit each. The same list gives the same bytes.
package func serializeSVG(
  _ list: DisplayList, size: Size, title: String, description: String, faces: SVGFaces,
  images: [ImageResource] = []
) -> [UInt8] {
  var writer = SVGWriter(list: list, faces: faces, images: images, title: title)
  writer.writeItems()
  return writer.document(size: size, title: title, description: description)
}
