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

  /// The share of pixels that differ, from 0 to 1.
  package var share: Double
  /// Where they lie, in the new picture, from the top.
  package var boxes: [Box]
}

/// Compares two pictures of a page.
///
/// - Parameters:
///   - shift: by how many pixels the old one is moved to the right before it is compared: a text
///     that comes to a page of the other side stands nearer to the binding, and is the same.
///   - level: a pixel differs when one of its colours does by more, of 255. Grey edges of the same
///     glyph at another fraction of a pixel stay below.
package func comparePictures(
  _ old: PixelBuffer, _ new: PixelBuffer, shift: Int = 0, level: Int = 48
) -> PictureDifference {
  var grid = CellGrid(width: new.width, height: new.height)
  var count = 0
  for row in 0..<new.height {
    let isOutside = row >= old.height
    var (column, source) = (0, row * new.width * 3)
    while column < new.width {
      let other = column - shift
      let isMissing = isOutside || other < 0 || other >= old.width
      // What one page has beyond the other's edge counts unless it is white.
      let target = isMissing ? nil : (row * old.width + other) * 3
      if differs(new.bytes, source, old.bytes, target, level) {
        count += 1
        grid.mark(column, row)
      }
      column += 1
      source += 3
    }
  }
  let share = Double(count) / Double(max(1, new.width * new.height))
  return PictureDifference(share: share, boxes: grid.boxes())
}

private func differs(
  _ new: [UInt8], _ source: Int, _ old: [UInt8], _ target: Int?, _ level: Int
) -> Bool {
  for channel in 0..<3 {
    let before = target.map { Int(old[$0 + channel]) } ?? 255
    if abs(Int(new[source + channel]) - before) > level { return true }
  }
  return false
}
