package import Diagnostics
internal import Drawing
package import Geometry
internal import Rendering

/// A report as a preview shows it: a value that nothing changes, so that pages may be painted from
/// it while the next one is made.
package struct PreviewState: Sendable {
  /// Counts what has been shown; a page of one version never mixes with another.
  package var version: Int
  /// The version that made the pages: one that only looks closer leaves them as they are.
  package var pictures: Int
  package var title: String
  /// The pages; those of the last version that had any while there are errors.
  var document: PagedDocument?
  package var diagnostics: [Diagnostic]
  package var map: SourceMap
  /// Whether everything that `check` looks at has been looked at.
  package var isChecked: Bool
  /// From noticing a change to having its pages.
  package var duration: Duration

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  package var pageCount: Int { document?.pages.count ?? 0 }

  package func size(ofPage index: Int) -> Size { document?.pages[index].size ?? .zero }

  package func label(ofPage index: Int) -> String { document?.pages[index].label.text ?? "" }

  /// Paints a page.
  ///
  /// - Parameters:
  ///   - index: from 0.
  ///   - resolution: in pixels per inch.
  /// - Returns: a PNG; nil when there is no such page.
  package func image(ofPage index: Int, resolution: Double) -> [UInt8]? {
    guard let document, document.pages.indices.contains(index) else { return nil }
    let page = document.pages[index]
    return try? renderPNG(
      page.list, size: page.size, pixelsPerInch: resolution, faces: document.faces,
      images: document.images)
  }
}
