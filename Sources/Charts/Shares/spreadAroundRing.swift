#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Places labels in a column beside a ring so that no leader line crosses another or the ring.
///
/// A leader runs straight from the ring to the column; it stays outside the ring when its end lies
/// beyond the tangent at its start. Leaders in the order of their starts, all outside the ring,
/// cannot cross. So labels of the upper half may only move up from their tangent and those of the
/// lower half only down, which always has a solution when the height is free.
///
/// - Parameters:
///   - angles: middles of the parts, clockwise from 12 o'clock when seen from the column's side,
///     ascending from the top.
///   - sizes: height of each label, gap included.
///   - radius: distance of the leaders' starts from the centre.
///   - column: distance of the leaders' ends from the centre.
/// - Returns: middle of each label, downwards from the centre.
package func spreadAroundRing(
  angles: [Double], sizes: [Double], radius: Double, column: Double
) -> [Double] {
  var ys = angles.map { -radius * cos($0) }
  let folded = angles.map { $0 < 0 ? $0 + 2 * .pi : $0 }
  let isUpper = angles.map { cos($0) > 0 }
  let middle = isUpper.firstIndex(of: false) ?? angles.count
  for index in ys.indices {
    let slope = cos(folded[index])
    guard abs(slope) > 1e-6 else { continue }
    let tangent = (column * sin(folded[index]) - radius) / slope
    ys[index] = isUpper[index] ? min(ys[index], tangent) : max(ys[index], tangent)
  }
  if middle > 0, middle < ys.count {
    let lack = (sizes[middle - 1] + sizes[middle]) / 2 - (ys[middle] - ys[middle - 1])
    if lack > 0 {
      ys[middle - 1] -= lack / 2
      ys[middle] += lack / 2
    }
  }
  for index in stride(from: middle - 2, through: 0, by: -1) {
    ys[index] = min(ys[index], ys[index + 1] - (sizes[index] + sizes[index + 1]) / 2)
  }
  for index in middle..<max(middle, ys.count) where index > middle {
    ys[index] = max(ys[index], ys[index - 1] + (sizes[index] + sizes[index - 1]) / 2)
  }
  return ys
}
