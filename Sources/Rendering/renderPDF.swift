package import Drawing
import Geometry

/// Paints all pages of a document into one PDF with flat leaf markers, ready for finishing.
///
/// The page of the PDF is the trimmed page with the bleed around it. Cairo writes pages and nothing
/// else: structure, links, outline, labels and metadata are the finishing's.
///
/// - Parameters:
///   - document: the pages.
///   - subsets: faces that are cut already and hold all that the pages show; nil to cut them here.
/// - Returns: the painted file and what its markers stand for.
/// - Throws: what Cairo, a face or an image refuses.
package func renderPDF(
  _ document: PagedDocument, faces subsets: FaceSubsets? = nil
) throws(RenderingError) -> RenderedPDF {
  let faces =
    subsets ?? FaceSubsets(of: document.faces, showing: document.pages.lazy.map(\.list))
  let surface = try Surface.pdf()
  var painter = Painter(
    context: try Context(surface),
    faces: try faces.open(),
    images: ImageSet(document.images, for: .pdf))
  var markers: [[StructureNodeID]] = []
  var origins: [[RenderedPDF.Origin]] = []
  for page in document.pages {
    try surface.setPageSize(page.size.grown(by: document.bleed))
    let runs = page.list.markerRuns
    try painter.paint(page.list, runs, bleed: document.bleed)
    markers.append(runs.map(\.node))
    origins.append(runs.map { page.list.origin(of: $0) })
  }
  try painter.checkStatus()
  return RenderedPDF(bytes: try surface.finish(), markers: markers, origins: origins)
}

extension Painter {
  fileprivate mutating func paint(
    _ list: DisplayList, _ runs: [MarkerRun], bleed: Double
  ) throws(RenderingError) {
    begin(at: Point(x: bleed, y: bleed))
    for run in runs {
      try paint(list, items: run.items, markedAs: run.node.isArtifact ? "NonStruct" : "Span")
    }
    end()
    showPage()
  }
}

extension Size {
  fileprivate func grown(by bleed: Double) -> Size {
    Size(width: width + 2 * bleed, height: height + 2 * bleed)
  }
}
