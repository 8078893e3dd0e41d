package import Diagnostics
internal import Drawing
internal import Geometry
internal import Prepress
internal import Rendering

extension DiagnosticCode {
  package static let flattenedPicture = DiagnosticCode(
    "pipeline.flattened-picture",
    "A picture has opacities, a mask or a filter, which PDF/X-1a cannot hold; as it is opaque as a "
      + "whole, it is printed as pixels. Its lines and letters are sharper without the opacities.")
}

extension PressDocument {
  /// Between a contone picture's resolution and that of line art.
  private static let pixelsPerInch = 450.0

  /// Turns the SVG pictures that let something of their own shine through into pixels.
  ///
  /// Only what is opaque as a whole: where the page would show through, its inks would have to become
  /// pixels too.
  mutating func flattenPictures() throws(RenderingError) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (id, place) in places {
      let image = document.images[id]
      let scale = PressDocument.pixelsPerInch / 72
      let size = Size(width: place.size.width * scale, height: place.size.height * scale)
      guard hasTransparency(image), let flat = try flattenPicture(image, to: size) else { continue }
      document.images[id] = flat
      findings.append(
        Diagnostic(
          .flattenedPicture,
          "“\(image.name)” is printed as pixels, \(Int(PressDocument.pixelsPerInch)) per inch",
          severity: .note, at: place.span))
    }
    return findings
  }

  /// Every picture with the largest size that it has, where it has it first.
  private var places: [(id: Int, place: (size: Size, span: SourceSpan))] {
    var places: [Int: (size: Size, span: SourceSpan)] = [:]
    for page in document.pages {
      for item in page.list.items {
        guard case .image(let id, let rect) = item.content else { continue }
        let known = places[Int(id.index)]
        if known.map({ $0.size.width < rect.width }) ?? true {
          places[Int(id.index)] = (rect.size, known?.span ?? item.span)
        }
      }
    }
    return places.sorted { $0.key < $1.key }.map { (id: $0.key, place: $0.value) }
  }
}
