import Diagnostics
import Drawing
import Geometry

/// Judges what pictures in SVG paint, on the finished page.
///
/// Composition knows no more of them than their boxes. Of each picture the thinnest line and the
/// coarsest image are told.
struct PictureInspector {
  private struct Picture {
    var box: Rect
    var name: String
    var span: SourceSpan
    /// The thinnest line, with its place on the page.
    var line: (width: Double, box: Rect)?
    var image: (resolution: Double, box: Rect)?
  }

  private var pictures: [Picture] = []
  private let trim: Rect

  /// Remembers the pictures of a page; `trim` is the trimmed page in the file's coordinates.
  init(_ list: DisplayList, _ images: [ImageResource], trim: Rect) {
    self.trim = trim
    var turn: Turn?
    for item in list.items {
      switch item.content {
      case .beginTurn(let begun): turn = begun
      case .endTurn: turn = nil
      case .image(let image, let rect):
        guard images.indices.contains(Int(image.index)),
          images[Int(image.index)].format == .svg
        else { continue }
        let box = turn?.map(rect) ?? rect
        pictures.append(
          Picture(box: box, name: images[Int(image.index)].name, span: item.span))
      default: continue
      }
    }
  }

  mutating func look(at mark: Mark) {
    guard !pictures.isEmpty, let visible = mark.visibleBox else { return }
    let box = Rect(
      x: visible.minX - trim.minX, y: trim.maxY - visible.maxY, width: visible.width,
      height: visible.height)
    guard
      let index = pictures.lastIndex(where: { $0.box.contains(box, tolerance: 1) })
    else { return }
    switch mark.kind {
    case .stroke(let width): note(line: width, box, mark, index)
    case .fill: note(line: min(mark.box.width, mark.box.height), box, mark, index)
    case .image(let image) where image.width * image.height > 64:
      if image.resolution < pictures[index].image?.resolution ?? .infinity {
        pictures[index].image = (image.resolution, box)
      }
    case .image, .text: return
    }
  }

  private mutating func note(line width: Double, _ box: Rect, _ mark: Mark, _ index: Int) {
    guard mark.paint.color.coverage != 0, width < pictures[index].line?.width ?? .infinity else {
      return
    }
    pictures[index].line = (width, box)
  }

  func diagnostics(page: Int, _ profile: PreflightProfile) -> [Diagnostic] {
    pictures.flatMap { picture -> [Diagnostic] in
      var found: [Diagnostic] = []
      if let line = picture.line, line.width < profile.riskyLineWidth - 0.001 {
        let severity: Severity = line.width < profile.lineWidth - 0.001 ? .error : .warning
        let message = "a line of “\(picture.name)” is \(decimal(line.width)) pt thick"
        found.append(diagnostic(.thinLine, message, page, line.box, severity, picture.span))
      }
      if let image = picture.image, image.resolution < profile.goodResolution {
        let severity: Severity = image.resolution < profile.resolution ? .error : .warning
        let message =
          "“\(picture.name)” holds an image of \(whole(image.resolution)) pixels to the inch"
        found.append(diagnostic(.coarseImage, message, page, image.box, severity, picture.span))
      }
      return found
    }
  }

  private func diagnostic(
    _ code: DiagnosticCode, _ message: String, _ page: Int, _ box: Rect, _ severity: Severity,
    _ span: SourceSpan
  ) -> Diagnostic {
    let place = "page \(page + 1) at \(whole(box.minX)), \(whole(box.minY)) pt"
    return Diagnostic(code, "\(place): \(message)", severity: severity, at: span)
  }
}
