package import Diagnostics

/// Why painting failed; the caller, which knows the place, makes a diagnostic of it.
package enum RenderingError: Error, Hashable, Sendable {
  /// Cairo's own description of a sticky error status.
  case cairo(String)
  /// A face that FreeType cannot open.
  case face(path: String, index: Int)
  /// An image whose bytes cannot be drawn.
  case image(name: String)
  /// A page or picture that is empty, not finite or larger than Cairo can hold.
  case size(width: Double, height: Double)

  package var diagnostic: Diagnostic {
    switch self {
    case .cairo(let status): Diagnostic(.paintingFailed, "painting failed: \(status)")
    case .face(let path, let index):
      Diagnostic(.unreadableFace, "face \(index) of “\(path)” cannot be opened")
    case .image(let name): Diagnostic(.undrawableImage, "image “\(name)” cannot be drawn")
    case .size(let width, let height):
      Diagnostic(.unpaintableSize, "a size of \(width) × \(height) points cannot be painted")
    }
  }
}

extension DiagnosticCode {
  package static let paintingFailed = DiagnosticCode(
    "rendering.failed",
    "Cairo refused to paint. This is a defect of Colophon or of the system's Cairo, not of the "
      + "report; the message is Cairo's own.")
  package static let unreadableFace = DiagnosticCode(
    "rendering.unreadable-face",
    "A font file of the catalogue is missing, damaged, or has no face at the index given.")
  package static let undrawableImage = DiagnosticCode(
    "rendering.undrawable-image",
    "An image passed the checks of its format but its pixels or shapes cannot be decoded.")
  package static let unpaintableSize = DiagnosticCode(
    "rendering.unpaintable-size",
    "A page or chart has no area, or is larger than 32 767 pixels or about 200 inches on a side.")

  /// The codes of this target.
  package static let renderingCodes: [DiagnosticCode] =
    [.paintingFailed, .unreadableFace, .undrawableImage, .unpaintableSize] + imageCodes
}
