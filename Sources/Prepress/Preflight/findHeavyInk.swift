import Diagnostics
import Drawing
import Geometry

/// Finds areas of a finished print edition where inks that lie over each other are more than dries
/// (GWG 22), and the manuscript's place of what was painted last there.
///
/// - Parameters:
///   - inspection: the finished file.
///   - document: what was painted.
///   - profile: what the printer accepts.
func findHeavyInk(
  in inspection: Inspection, of document: PagedDocument, _ profile: PreflightProfile
) -> [Diagnostic] {
  var reader = MarkReader(inspection.file)
  var samples: [ObjectNumber: ImageSamples] = [:]
  return inspection.pages.indices.flatMap { index -> [Diagnostic] in
    let page = inspection.pages[index].dictionary
    guard let trim = Rect(box: inspection.file.box(page["TrimBox"])) else { return [] }
    var raster = InkRaster(Rect(box: inspection.file.box(page["BleedBox"])) ?? trim)
    for mark in reader.read(page) {
      if case .image(let image) = mark.kind, let number = image.object, samples[number] == nil {
        samples[number] = ImageSamples(number, in: inspection.file)
      }
      raster.paint(mark, mark.image.flatMap { samples[$0] })
    }
    return raster.regions(above: profile.coverage, largerThan: profile.inkArea).map { region in
      let place = Point(x: region.box.minX - trim.minX, y: trim.maxY - region.box.maxY)
      let middle = Point(x: region.box.midX - trim.minX, y: trim.maxY - region.box.midY)
      let span =
        document.pages.indices.contains(index)
        ? document.pages[index].list.span(at: middle) : .none
      return Diagnostic(
        .tooMuchInk,
        "page \(index + 1) at \(whole(place.x)), \(whole(place.y)) pt: an area of "
          + "\(whole(region.box.width)) by \(whole(region.box.height)) pt takes "
          + "\(percent(region.coverage)) of ink",
        at: span)
    }
  }
}

extension Mark {
  fileprivate var image: ObjectNumber? {
    if case .image(let image) = kind { image.object } else { nil }
  }
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
