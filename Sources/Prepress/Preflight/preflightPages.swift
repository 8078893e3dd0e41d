import Diagnostics
import Drawing
import Geometry

/// Looks at the finished pages of a print edition for what the composed ones do not show: areas where
/// inks that lie over each other are more than dries (GWG 22), and what pictures in SVG paint.
///
/// - Parameters:
///   - inspection: the finished file.
///   - document: what was painted.
///   - profile: what the printer accepts.
/// - Returns: the findings, at the manuscript's place of the picture, or of what was painted last.
func preflightPages(
  of inspection: Inspection, _ document: PagedDocument, _ profile: PreflightProfile
) -> [Diagnostic] {
  var reader = MarkReader(inspection.file)
  var samples = SampleCache(inspection.file)
  var isCut = false
  var diagnostics = zip(inspection.pages.indices, document.pages).flatMap {
    index, composed -> [Diagnostic] in
    let page = inspection.pages[index].dictionary
    guard let trim = Rect(box: inspection.file.box(page["TrimBox"])) else { return [] }
    var raster = InkRaster(Rect(box: inspection.file.box(page["BleedBox"])) ?? trim)
    var pictures = PictureInspector(composed.list, document.images, trim: trim)
    for mark in reader.read(page) {
      raster.paint(mark, samples.samples(of: mark, cell: raster.cell))
      pictures.look(at: mark)
    }
    isCut = isCut || raster.budget.isSpent
    let regions = raster.regions(above: profile.coverage, largerThan: profile.inkArea)
    return pictures.diagnostics(page: index, profile)
      + regions.map { diagnostic($0, page: index, composed.list, trim: trim) }
  }
  if isCut || reader.isCut || samples.budget.isSpent { diagnostics.append(.unfinishedPreflight) }
  return diagnostics
}

extension Diagnostic {
  /// Told once of a file.
  static let unfinishedPreflight = Diagnostic(
    .unfinishedPreflight, "the pages paint more than is looked at", severity: .note)
}

private func diagnostic(
  _ region: InkRaster.Region, page: Int, _ list: DisplayList, trim: Rect
) -> Diagnostic {
  let box = region.box
  let middle = Point(x: box.midX - trim.minX, y: trim.maxY - box.midY)
  return Diagnostic(
    .tooMuchInk,
    "page \(page + 1) at \(whole(box.minX - trim.minX)), \(whole(trim.maxY - box.maxY)) pt: an area of "
      + "\(whole(box.width)) by \(whole(box.height)) pt takes \(percent(region.coverage)) of ink",
    at: list.span(at: middle))
}

extension DisplayList {
  /// The manuscript's place of what is painted last over a point.
  fileprivate func span(at point: Point) -> SourceSpan {
    var turn: Turn?
    var span = SourceSpan.none
    for item in items {
      let box: Rect?
      switch item.content {
      case .fill(let path, _), .stroke(let path, _, _): box = paths[path].bounds
      case .image(_, let rect): box = rect
      case .beginTurn(let begun):
        turn = begun
        continue
      case .endTurn:
        turn = nil
        continue
      default: continue
      }
      guard item.span != .none, let box, let placed = turn?.map(box) ?? box as Rect?,
        placed.minX <= point.x, placed.maxX >= point.x, placed.minY <= point.y,
        placed.maxY >= point.y
      else { continue }
      span = item.span
    }
    return span
  }
}
