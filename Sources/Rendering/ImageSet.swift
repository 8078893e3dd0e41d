import CCairo
import CRSVG
import Drawing
import Geometry

/// The images of one renderer, decoded when they are first drawn and kept, so that a picture used
/// twice is one object in the PDF.
final class ImageSet {
  /// What the pictures are drawn on.
  enum Medium {
    /// JPEG data is passed through, pixels are never interpolated (ISO 19005-2, 6.2.8.2).
    case pdf
    case raster
  }

  private let resources: [ImageResource]
  private let medium: Medium
  private var pictures: [Picture?]

  init(_ resources: [ImageResource], for medium: Medium) {
    self.resources = resources
    self.medium = medium
    pictures = Array(repeating: nil, count: resources.count)
  }

  func draw(_ id: ImageID, in rect: Rect, on context: borrowing Context) throws(RenderingError) {
    let index = Int(id.index)
    guard resources.indices.contains(index) else { throw .image(name: "number \(index)") }
    let isDrawn = try picture(index).draw(in: rect, on: context, smoothly: medium == .raster)
    if !isDrawn { throw .image(name: resources[index].name) }
  }

  private func picture(_ index: Int) throws(RenderingError) -> Picture {
    if let picture = pictures[index] { return picture }
    let resource = resources[index]
    guard let picture = Picture(resource, number: index, for: medium) else {
      throw .image(name: resource.name)
    }
    pictures[index] = picture
    return picture
  }
}
