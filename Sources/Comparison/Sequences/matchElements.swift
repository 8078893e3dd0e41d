/// Pairs of equal elements of two sequences, both in order: a longest common subsequence.
///
/// By Myers, “An O(ND) difference algorithm and its variations” (1986), in linear space. Where two
/// stretches differ in more than `effort` places the rest is paired as well as may be, so that the
/// time stays in proportion to the length.
func matchElements(
  _ old: [Int], _ new: [Int], effort: Int = 2_000
) -> [(old: Int, new: Int)] {
  var matcher = Matcher(old: old, new: new, effort: effort)
  matcher.match(0..<old.count, 0..<new.count)
  return matcher.pairs
}

private struct Matcher {
  let old: [Int]
  let new: [Int]
  let effort: Int
  var pairs: [(old: Int, new: Int)] = []
  /// The furthest place reached on each diagonal, from the front and from the back.
  private var forward: [Int] = []
  private var backward: [Int] = []

  init(old: [Int], new: [Int], effort: Int) {
    self.old = old
    self.new = new
    self.effort = effort
  }

  mutating func match(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
    var (x, y) = (oldRange.lowerBound, newRange.lowerBound)
    var (endX, endY) = (oldRange.upperBound, newRange.upperBound)
    while x < endX, y < endY, old[x] == new[y] {
      pairs.append((x, y))
      (x, y) = (x + 1, y + 1)
    }
    while x < endX, y < endY, old[endX - 1] == new[endY - 1] { (endX, endY) = (endX - 1, endY - 1) }
    if x < endX, y < endY, let (splitX, splitY) = split(x..<endX, y..<endY) {
      match(x..<splitX, y..<splitY)
      match(splitX..<endX, splitY..<endY)
    }
    for offset in 0..<(oldRange.upperBound - endX) { pairs.append((endX + offset, endY + offset)) }
  }

  /// A place on a shortest path through two stretches; nil when nothing in them is equal.
  private mutating func split(_ xs: Range<Int>, _ ys: Range<Int>) -> (Int, Int)? {
    let most = min((xs.count + ys.count + 1) / 2, effort)
    let middle = most + 1
    forward = Array(repeating: 0, count: 2 * middle + 1)
    backward = forward
    for edits in 0...most {
      if let found = advance(edits, middle, xs, ys) ?? retreat(edits, middle, xs, ys) {
        let isCorner = found == (0, 0) || found == (xs.count, ys.count)
        return isCorner ? nil : (xs.lowerBound + found.0, ys.lowerBound + found.1)
      }
    }
    return furthest(most, middle, xs, ys)
  }

  /// Goes one edit further from the front; a place where it meets what comes from the back.
  private mutating func advance(
    _ edits: Int, _ middle: Int, _ xs: Range<Int>, _ ys: Range<Int>
  ) -> (Int, Int)? {
    let delta = xs.count - ys.count
    for diagonal in stride(from: -edits, through: edits, by: 2) {
      var x = Matcher.start(forward, diagonal, edits, middle)
      var y = x - diagonal
      while x < xs.count, y < ys.count, old[xs.lowerBound + x] == new[ys.lowerBound + y] {
        (x, y) = (x + 1, y + 1)
      }
      forward[middle + diagonal] = x
      let opposite = delta - diagonal
      if delta & 1 == 1, abs(opposite) < edits, x <= xs.count, y <= ys.count,
        x + backward[middle + opposite] >= xs.count
      {
        return (x, y)
      }
    }
    return nil
  }

  private mutating func retreat(
    _ edits: Int, _ middle: Int, _ xs: Range<Int>, _ ys: Range<Int>
  ) -> (Int, Int)? {
    let delta = xs.count - ys.count
    for diagonal in stride(from: -edits, through: edits, by: 2) {
      var x = Matcher.start(backward, diagonal, edits, middle)
      var y = x - diagonal
      while x < xs.count, y < ys.count, old[xs.upperBound - 1 - x] == new[ys.upperBound - 1 - y] {
        (x, y) = (x + 1, y + 1)
      }
      backward[middle + diagonal] = x
      let opposite = delta - diagonal
      if delta & 1 == 0, abs(opposite) <= edits, x <= xs.count, y <= ys.count,
        x + forward[middle + opposite] >= xs.count
      {
        return (xs.count - x, ys.count - y)
      }
    }
    return nil
  }

  private static func start(_ reached: [Int], _ diagonal: Int, _ edits: Int, _ middle: Int) -> Int {
    guard edits > 0 else { return 0 }
    let (below, above) = (reached[middle + diagonal - 1], reached[middle + diagonal + 1])
    return diagonal == -edits || (diagonal != edits && below < above) ? above : below + 1
  }

  /// When the effort is spent: the place that got furthest from the front.
  private func furthest(
    _ edits: Int, _ middle: Int, _ xs: Range<Int>, _ ys: Range<Int>
  ) -> (Int, Int)? {
    var best: (Int, Int)?
    for diagonal in stride(from: -edits, through: edits, by: 2) {
      let x = forward[middle + diagonal]
      let y = x - diagonal
      guard x <= xs.count, y <= ys.count, x + y > (best.map { $0.0 + $0.1 } ?? 0) else { continue }
      best = (x, y)
    }
    return best.map { (xs.lowerBound + $0.0, ys.lowerBound + $0.1) }
  }
}
