package import Rendering

/// How two pictures of a page differ.
package struct PictureDifference: Hashable, Sendable {
  /// Part of a picture in shares of its width and height, from the upper left corner.
  package struct Box: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double
  }

  /// The share of the pixels of both pictures that differ, from 0 to 1.
  package var share: Double
  /// Where they lie, in the new picture, from the top; at its edge where they lie beyond.
  package var boxes: [Box]
}

/// Part of a picture.
package struct PixelArea: Hashable, Sendable {
  package var columns: Range<Int>
  package var rows: Range<Int>

  package init(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
  }

  fileprivate func clamped(to other: PixelArea) -> PixelArea {
    PixelArea(columns: columns.clamped(to: other.columns), rows: rows.clamped(to: other.rows))
  }
}

/// Compares two pictures of a page, all that lies on either; beyond its edge a picture is white.
///
/// - Parameters:
///   - old: the older picture.
///   - new: the newer one.
///   - shift: by how many pixels the old one is moved to the right before it is compared: a text
///     that comes to a page of the other side stands nearer to the binding, and is the same. For
///     part of a pixel it is blended with its neighbour.
///   - area: the rows and columns of the new picture that count.
///   - level: a pixel differs when one of its colours does by more, of 255.
/// - Returns: how much differs, and where.
package func comparePictures(
  _ old: PixelBuffer, _ new: PixelBuffer, shift: Double = 0, area: PixelArea? = nil,
  level: Int? = nil
) -> PictureDifference {
  var grid = CellGrid(width: new.width, height: new.height)
  let before = ShiftedPicture(old, by: shift)
  let union = before.union(with: new)
  let area = area?.clamped(to: union) ?? union
  let level = level ?? (before.isBlended ? blendedLevel : exactLevel)
  var count = 0
  for row in area.rows {
    for column in area.columns where before.differs(from: new, column, row, level) {
      count += 1
      grid.mark(min(max(column, 0), new.width - 1), min(row, new.height - 1))
    }
  }
  let share = Double(count) / Double(max(1, union.columns.count * union.rows.count))
  return PictureDifference(share: share, boxes: grid.boxes())
}

/// The same glyph, painted twice, differs by nothing.
private let exactLevel = 48
/// A blended edge is off by up to a quarter, and Poppler places edges by quarters of a pixel.
private let blendedLevel = 144

private struct ShiftedPicture {
  private let picture: PixelBuffer
  private let whole: Int
  /// In 256ths.
  private let fraction: Int

  init(_ picture: PixelBuffer, by shift: Double) {
    self.picture = picture
    whole = Int(shift.rounded(.down))
    fraction = Int(((shift - shift.rounded(.down)) * 256).rounded())
  }

  var isBlended: Bool { (16...240).contains(fraction) }

  /// In pixels of the new picture.
  func union(with new: PixelBuffer) -> PixelArea {
    PixelArea(
      columns: min(0, whole)..<max(new.width, whole + picture.width),
      rows: 0..<max(new.height, picture.height))
  }

  func differs(from new: PixelBuffer, _ column: Int, _ row: Int, _ level: Int) -> Bool {
    let source = new.index(column, row)
    let near = picture.index(column - whole, row)
    let far = picture.index(column - whole - 1, row)
    for channel in 0..<3 {
      let value =
        picture.tone(near, channel) * (256 - fraction) + picture.tone(far, channel) * fraction
      if abs(new.tone(source, channel) - value >> 8) > level { return true }
    }
    return false
  }
}

extension PixelBuffer {
  fileprivate func index(_ column: Int, _ row: Int) -> Int? {
    guard (0..<width).contains(column), row < height else { return nil }
    return (row * width + column) * 3
  }

  /// What lies beyond the edge is white.
  fileprivate func tone(_ index: Int?, _ channel: Int) -> Int {
    index.map { Int(bytes[$0 + channel]) } ?? 255
  }
}
