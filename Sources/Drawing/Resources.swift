package import Geometry

/// The identity of a face: its position in the document's list of faces.
package struct FaceID: Hashable, Sendable {
  package var index: UInt16

  package init(index: UInt16) { self.index = index }
}

/// A font face as a file and an index in it, checked against the font catalogue.
package struct FaceResource: Hashable, Sendable {
  package var path: String
  /// Position of the face in a collection file.
  package var index: Int
  /// Family as CSS and SVG name it: `Noto Serif CJK SC`.
  package var family: String
  /// CSS weight, 100 to 900.
  package var weight: Int
  package var isItalic: Bool

  package init(path: String, index: Int, family: String, weight: Int, isItalic: Bool) {
    self.path = path
    self.index = index
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
  }
}

/// The identity of an image: its position in the document's list of images.
package struct ImageID: Hashable, Sendable {
  package var index: UInt32

  package init(index: UInt32) { self.index = index }
}

/// An image whose bytes have been read and whose format and size are known.
package struct ImageResource: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable {
    case svg
    case png
    case jpeg
  }

  /// Path in the report, for diagnostics and the manifest.
  package var name: String
  package var format: Format
  package var bytes: [UInt8]
  /// Natural size: pixels, or the SVG's own units.
  package var size: Size

  package init(name: String, format: Format, bytes: [UInt8], size: Size) {
    self.name = name
    self.format = format
    self.bytes = bytes
    self.size = size
  }
}
