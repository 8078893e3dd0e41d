package import Geometry
internal import Rendering

/// The pictures of a page that differs, as PNG.
package struct PagePictures: Sendable {
  package var old: PagePicture?
  package var new: PagePicture?
}

package struct PagePicture: Sendable {
  package var width: Int
  package var height: Int
  package var png: [UInt8]
}

/// The files that pages are painted from, and how.
package struct PagePainter: Sendable {
  package var poppler: Poppler
  /// Paths of the two PDFs.
  package var oldPath: String
  package var newPath: String
  package var pixelsPerInch = 110.0
  /// Whether pictures are kept, or only compared.
  package var keepsPictures: Bool

  package init(poppler: Poppler, oldPath: String, newPath: String, keepsPictures: Bool) {
    self.poppler = poppler
    self.oldPath = oldPath
    self.newPath = newPath
    self.keepsPictures = keepsPictures
  }

  /// Paints the pages of a change and compares their pictures.
  package func paint(
    _ change: PageChange, oldSize: Size?, newSize: Size?
  ) throws(Poppler.Failure) -> (PictureDifference?, PagePictures) {
    let scale = scale(oldSize, newSize, change.shift)
    var (old, new): (PixelBuffer?, PixelBuffer?)
    if let page = change.old {
      old = try poppler.paint(page: page, of: oldPath, longSide: longSide(oldSize, scale))
    }
    if let page = change.new {
      new = try poppler.paint(page: page, of: newPath, longSide: longSide(newSize, scale))
    }
    var difference: PictureDifference?
    if let old, let new {
      let shift = change.shift * scale
      difference = comparePictures(
        old, new, shift: abs(shift) < 4_000 ? shift : 0,
        area: change.extent.flatMap { area($0, scale) })
    }
    guard keepsPictures else { return (difference, PagePictures()) }
    return (difference, PagePictures(old: old.map(encoded), new: new.map(encoded)))
  }

  private func area(_ rect: Rect, _ scale: Double) -> PixelArea? {
    let edges = [rect.minX, rect.maxX, rect.minY, rect.maxY].map { $0 * scale }
    guard edges.allSatisfy({ abs($0) < 1e6 }) else { return nil }
    let pixels = edges.map { Int($0.rounded()) }
    return PixelArea(columns: pixels[0]..<pixels[1], rows: pixels[2]..<pixels[3])
  }

  private func encoded(_ pixels: PixelBuffer) -> PagePicture {
    PagePicture(
      width: pixels.width, height: pixels.height,
      png: encodePNG(pixels, pixelsPerInch: pixelsPerInch))
  }

  /// No picture is larger than this, whatever the file says of its page.
  private static let greatestSide = 2_400.0

  private func longSide(_ size: Size?, _ scale: Double) -> Int {
    guard let size else { return 1_286 }
    let side = max(size.width, size.height) * scale
    return side.isFinite ? max(1, Int(side.rounded())) : 1_286
  }

  /// Pixels a point, the same for both pages: so many that a shift is of whole pixels, where that can
  /// be, and glyphs come out with the same edges.
  private func scale(_ old: Size?, _ new: Size?, _ shift: Double) -> Double {
    let side = [old, new].map { max($0?.width ?? 842, $0?.height ?? 842, 1) }.max() ?? 842
    let most = PagePainter.greatestSide / side
    let usual = min(pixelsPerInch / 72, most)
    guard abs(shift) > 0.05 else { return usual }
    let fitting = max(1, (abs(shift) * usual).rounded()) / abs(shift)
    return fitting <= most ? fitting : usual
  }
}
