/// Places labels along an axis near where they belong, without overlap and in their order: the least
/// squares solution by pooling adjacent violators.
///
/// - Parameters:
///   - ideals: where the middle of each label belongs, in the order to keep.
///   - sizes: what each label takes, gap included.
///   - bounds: where all of them must stay; when they need more room, they begin at its start.
/// - Returns: the middle of each label.
package func spreadLabels(
  ideals: [Double], sizes: [Double], within bounds: ClosedRange<Double>
) -> [Double] {
  var offsets: [Double] = []
  var end = 0.0
  for size in sizes {
    offsets.append(end + size / 2)
    end += size
  }
  let first = bounds.lowerBound
  let last = max(first, bounds.upperBound - end)
  let starts = poolAdjacentViolators(zip(ideals, offsets).map { $0 - $1 })
  return zip(starts, offsets).map { start, offset in min(max(start, first), last) + offset }
}

/// The non-decreasing sequence nearest to a given one, in linear time.
private func poolAdjacentViolators(_ values: [Double]) -> [Double] {
  var pools: [(sum: Double, count: Int)] = []
  for value in values {
    var pool = (sum: value, count: 1)
    while let before = pools.last,
      before.sum / Double(before.count) > pool.sum / Double(pool.count)
    {
      pools.removeLast()
      pool = (before.sum + pool.sum, before.count + pool.count)
    }
    pools.append(pool)
  }
  return pools.flatMap { pool in
    [Double](repeating: pool.sum / Double(pool.count), count: pool.count)
  }
}
