package import Drawing
import Geometry
import Parallelism

/// Paints all pages of a document into one PDF with flat leaf markers, ready for finishing; those of
/// a long document into several, side by side.
///
/// The page of the PDF is the trimmed page with the bleed around it. Cairo writes pages and nothing
/// else: structure, links, outline, labels and metadata are the finishing's.
///
/// - Parameters:
///   - document: the pages.
///   - subsets: faces that are cut already and hold all that the pages show; nil to cut them here.
///   - tasks: how many threads may paint; the bytes do not depend on it.
/// - Returns: the painted file and what its markers stand for.
/// - Throws: what Cairo, a face or an image refuses.
package func renderPDF(
  _ document: PagedDocument, faces subsets: FaceSubsets? = nil, tasks: Int = 1
) throws(RenderingError) -> RenderedPDF {
  let faces =
    subsets ?? FaceSubsets(of: document.faces, showing: document.pages.map(\.list))
  let ranges = paintedTogether(pageCount: document.pages.count)
  let inventory = ranges.count > 1 ? GlyphInventory(of: document).list : nil
  let results = inParallel(ranges, tasks: tasks) { range in
    Result { () throws(RenderingError) in
      try paintFile(document, pages: range, after: inventory, faces)
    }
  }
  var painted = RenderedPDF(bytes: [], markers: [])
  for (index, result) in results.enumerated() {
    let file = try result.get()
    if index == 0 { painted.bytes = file.bytes } else { painted.continuations.append(file.bytes) }
    painted.markers += file.markers
    painted.origins += file.origins
  }
  return painted
}

/// The pages that one file holds.
///
/// Every file costs its fonts once more, as much as a hundred pages and more, so that only long
/// documents are divided; into powers of two, so that two cores share evenly. The number of threads
/// has no say, or the bytes would depend on the machine.
private func paintedTogether(pageCount: Int) -> [Range<Int>] {
  let files = pageCount < 320 ? 1 : pageCount < 1_600 ? 2 : 4
  return (0..<pageCount).divided(into: files)
}

private func paintFile(
  _ document: PagedDocument, pages: Range<Int>, after inventory: DisplayList?, _ faces: FaceSubsets
) throws(RenderingError) -> RenderedPDF {
  let surface = try Surface.pdf()
  var painter = Painter(
    context: try Context(surface),
    faces: try faces.open(),
    images: ImageSet(document.images, for: .pdf))
  var painted = RenderedPDF(bytes: [], markers: [])
  if let inventory {
    try surface.setPageSize(GlyphInventory.size)
    try painter.paint(inventory: inventory)
  }
  for page in document.pages[pages] {
    try surface.setPageSize(page.size.grown(by: document.bleed))
    let runs = page.list.markerRuns
    try painter.paint(page.list, runs, bleed: document.bleed)
    painted.markers.append(runs.map(\.node))
    painted.origins.append(runs.map { page.list.origin(of: $0) })
  }
  try painter.checkStatus()
  painted.bytes = try surface.finish()
  return painted
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

  /// Paints a page that finishing leaves out.
  fileprivate mutating func paint(inventory: DisplayList) throws(RenderingError) {
    begin(at: Point(x: 0, y: 0))
    try paint(inventory, items: inventory.items.indices)
    end()
    showPage()
  }
}

extension Size {
  fileprivate func grown(by bleed: Double) -> Size {
    Size(width: width + 2 * bleed, height: height + 2 * bleed)
  }
}
