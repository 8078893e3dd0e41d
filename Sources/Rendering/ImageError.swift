package import Diagnostics
import Geometry

/// What is wrong with an image file.
enum ImageError: Error, Equatable {
  case unknownFormat
  case truncated
  case corrupt(String)
  case tooLarge(Size)
  /// An SVG that points to something outside itself.
  case externalReference(String)

  func diagnostic(for name: String, at span: SourceSpan) -> Diagnostic {
    switch self {
    case .unknownFormat:
      Diagnostic(
        .unknownImageFormat, "“\(name)” is neither SVG, PNG nor JPEG", at: span,
        hints: ["convert it to one of these"])
    case .truncated:
      Diagnostic(.truncatedImage, "“\(name)” ends before the image does", at: span)
    case .corrupt(let reason):
      Diagnostic(.corruptImage, "“\(name)” is damaged: \(reason)", at: span)
    case .tooLarge(let size):
      Diagnostic(
        .tooLargeImage, "“\(name)” has \(Int(size.width)) × \(Int(size.height)) pixels", at: span,
        hints: ["at most 100 million pixels and 32 767 on a side can be placed"])
    case .externalReference(let address):
      Diagnostic(
        .externalImageReference, "“\(name)” refers to “\(address)” outside itself", at: span,
        hints: ["embed what it refers to in the SVG"])
    }
  }
}

extension DiagnosticCode {
  package static let unknownImageFormat = DiagnosticCode(
    "image.unknown-format", "An image file is neither SVG, PNG nor JPEG, told by its content.")
  package static let truncatedImage = DiagnosticCode(
    "image.truncated", "An image file ends early; it was probably not copied whole.")
  package static let corruptImage = DiagnosticCode(
    "image.corrupt", "An image file breaks the rules of its format or fails its own checksums.")
  package static let tooLargeImage = DiagnosticCode(
    "image.too-large", "An image has more pixels than any page can show or memory should hold.")
  package static let externalImageReference = DiagnosticCode(
    "image.external-reference",
    "An SVG refers to another file or address. Images must be self-contained: a report reads "
      + "nothing outside its own folder, and the same report gives the same bytes everywhere.")

  static let imageCodes: [DiagnosticCode] = [
    .unknownImageFormat, .truncatedImage, .corruptImage, .tooLargeImage, .externalImageReference,
  ]
}
