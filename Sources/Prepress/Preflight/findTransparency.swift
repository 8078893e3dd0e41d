package import Diagnostics
package import Drawing

/// Finds what shines through on painted pages, which PDF/X-1a cannot hold.
///
/// - Parameters:
///   - painting: as Cairo painted it, with its markers.
///   - document: what was painted.
/// - Returns: a finding for each piece of content, at its place in the manuscript.
/// - Throws: when the painting cannot be read.
package func findTransparency(
  in painting: RenderedPDF, of document: PagedDocument
) throws(PrepressError) -> [Diagnostic] {
  let pages = try Inspection(try joinedFile(painting)).pages
  return pages.enumerated().flatMap { index, page in
    page.content.transparencies.filter { $0.what != PageContent.group }.map { use in
      let origin = painting.origin(page: index, marker: use.marker)
      let picture = origin?.picture.flatMap { document.images[safe: Int($0.index)] }
      let place = picture.map { " of “\($0.name)”" } ?? ""
      return Diagnostic(
        .transparency, "page \(index + 1): \(use.what)\(place) cannot be in PDF/X-1a",
        at: origin?.span ?? .none,
        hints: (picture?.transparentElements ?? [])
          + ["use a picture without it, or press: { standard: x-4 }"])
    }
  }
}

extension ImageResource {
  /// Where in an SVG to look.
  fileprivate var transparentElements: [String] {
    guard format == .svg else { return [] }
    let found = svgTransparencies(in: bytes)
    let places = found.prefix(3).map { "line \($0.line) of “\(name)”: \($0.element)" }
    return found.count > 3 ? places + ["and \(found.count - 3) more elements of it"] : places
  }
}

extension RenderedPDF {
  fileprivate func origin(page: Int, marker: Int?) -> Origin? {
    marker.flatMap { origins[safe: page]?[safe: $0] }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
