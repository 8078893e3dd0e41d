import Geometry

/// What names in content stand for (ISO 32000-1, 7.8.3).
struct ContentResources {
  private let dictionary: PDFDictionary
  private let file: PDFFile

  init(_ dictionary: PDFDictionary?, in file: PDFFile) {
    self.dictionary = dictionary ?? PDFDictionary()
    self.file = file
  }

  subscript(kind: String, name: String) -> PDFObject? {
    file.dictionary(dictionary[kind])?[name]
  }

  func space(_ name: String) -> MarkSpace {
    MarkSpace(self["ColorSpace", name] ?? .name(name), in: file)
  }

  /// A shading pattern, which lies on the page or form that uses it, by `base`, whatever the
  /// transformation now (8.7.3.1).
  func pattern(_ name: String, on base: AffineTransform) -> PlacedShading? {
    guard let pattern = file.dictionary(self["Pattern", name]), let shading = pattern["Shading"]
    else { return nil }
    let matrix = file.array(pattern["Matrix"])?.map { file.number($0) ?? 0 } ?? []
    let own = matrix.count == 6 ? AffineTransform(matrix) : .identity
    return PlacedShading(shading, through: own.then(base), in: file)
  }
}
