/// Pairs the pages, or the paragraphs, of two stretches by how much of their words they share, in order, so that the sum
/// of likeness is the greatest (Needleman and Wunsch 1970).
func pairLikePages(
  _ old: [PageFace], _ oldRange: Range<Int>, _ new: [PageFace], _ newRange: Range<Int>
) -> [PageMatch] {
  if oldRange.isEmpty || newRange.isEmpty { return unpaired(oldRange, newRange) }
  if oldRange.count == 1, newRange.count == 1 {
    return [PageMatch(old: oldRange.lowerBound, new: newRange.lowerBound)]
  }
  // A whole other document: page by page rather than hours.
  if oldRange.count * newRange.count > 250_000 { return inStep(oldRange, newRange) }
  let likeness = LikenessTable(old, oldRange, new, newRange)
  return likeness.matches()
}

private func unpaired(_ old: Range<Int>, _ new: Range<Int>) -> [PageMatch] {
  old.map { PageMatch(old: $0) } + new.map { PageMatch(new: $0) }
}

private func inStep(_ old: Range<Int>, _ new: Range<Int>) -> [PageMatch] {
  let count = min(old.count, new.count)
  let pairs = (0..<count).map {
    PageMatch(old: old.lowerBound + $0, new: new.lowerBound + $0)
  }
  return pairs + unpaired(old.dropFirst(count), new.dropFirst(count))
}

private struct LikenessTable {
  let oldRange: Range<Int>
  let newRange: Range<Int>
  /// Rows of old pages, one column a new page.
  private var scores: [Double] = []
  private var pairScores: [Double] = []
  /// Pages that share less are two pages, not one that was changed.
  private static let least = 0.3

  init(_ old: [PageFace], _ oldRange: Range<Int>, _ new: [PageFace], _ newRange: Range<Int>) {
    self.oldRange = oldRange
    self.newRange = newRange
    let width = newRange.count
    scores = Array(repeating: 0, count: (oldRange.count + 1) * (width + 1))
    pairScores = Array(repeating: 0, count: oldRange.count * width)
    for row in 0..<oldRange.count {
      for column in 0..<width {
        let like = likeness(
          old[oldRange.lowerBound + row].words, new[newRange.lowerBound + column].words)
        let paired = like < LikenessTable.least ? 0 : like
        pairScores[row * width + column] = paired
        let above = row * (width + 1) + column
        scores[above + width + 2] = max(
          scores[above] + paired, scores[above + 1], scores[above + width + 1])
      }
    }
  }

  func matches() -> [PageMatch] {
    let width = newRange.count
    var (row, column) = (oldRange.count, width)
    var matches: [PageMatch] = []
    while row > 0 || column > 0 {
      let here = row * (width + 1) + column
      if row > 0, column > 0, pairScores[(row - 1) * width + column - 1] > 0,
        scores[here] == scores[here - width - 2] + pairScores[(row - 1) * width + column - 1]
      {
        (row, column) = (row - 1, column - 1)
        matches.append(
          PageMatch(old: oldRange.lowerBound + row, new: newRange.lowerBound + column))
      } else if column > 0, row == 0 || scores[here] == scores[here - 1] {
        column -= 1
        matches.append(PageMatch(new: newRange.lowerBound + column))
      } else {
        row -= 1
        matches.append(PageMatch(old: oldRange.lowerBound + row))
      }
    }
    return matches.reversed()
  }
}

/// The share of words in common, from 0 to 1 (Dice 1945); pages without words are somewhat alike.
func likeness(_ old: [Int], _ new: [Int]) -> Double {
  if old.isEmpty && new.isEmpty { return 0.5 }
  var (x, y, shared) = (0, 0, 0)
  while x < old.count, y < new.count {
    if old[x] == new[y] {
      shared += 1
      (x, y) = (x + 1, y + 1)
    } else if old[x] < new[y] {
      x += 1
    } else {
      y += 1
    }
  }
  return 2 * Double(shared) / Double(old.count + new.count)
}
