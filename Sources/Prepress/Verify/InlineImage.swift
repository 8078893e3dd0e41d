/// The dictionary of an image that stands in content (ISO 32000-1, 8.9.7), its keys abbreviated or
/// not.
struct InlineImage {
  private var dictionary = PDFDictionary()

  /// - Parameter operation: from `BI` to `EI`.
  init(_ operation: ArraySlice<UInt8>) {
    var parser = PDFParser(Array(operation.prefix(4096)), at: 2)
    while !parser.skip(keyword: "ID") {
      guard case .name(let key)? = try? parser.object(), let value = try? parser.object() else {
        return
      }
      dictionary[InlineImage.names[key] ?? key] = value
    }
  }

  private static let names = [
    "BPC": "BitsPerComponent", "CS": "ColorSpace", "H": "Height", "IM": "ImageMask", "W": "Width",
  ]

  var space: PDFObject? { dictionary["ColorSpace"] }
  var isMask: Bool { dictionary["ImageMask"] == .boolean(true) }
  var width: Double { dictionary["Width"]?.number ?? 0 }
  var height: Double { dictionary["Height"]?.number ?? 0 }
  var bits: Int { dictionary["BitsPerComponent"] == .integer(1) ? 1 : 8 }
}
