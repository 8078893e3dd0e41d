/// What a page is matched by.
struct PageFace {
  /// The same number for pages that show the same.
  var identity: Int
  /// The words of the page as numbers, sorted.
  var words: [Int]
}

/// A page of one file, of the other, or of both.
struct PageMatch: Hashable, Sendable {
  var old: Int?
  var new: Int?
  /// Whether it stands elsewhere in the order.
  var isMoved = false
}

/// Matches pages by what they show, not by their numbers: an inserted page moves the others along
/// and changes none.
///
/// Equal pages are a longest common subsequence; between them like pages are paired, in order; a
/// page that is gone here and new there has moved.
func matchPages(_ old: [PageFace], _ new: [PageFace]) -> [PageMatch] {
  var matches: [PageMatch] = []
  var (x, y) = (0, 0)
  let equal = matchElements(old.map(\.identity), new.map(\.identity))
  for pair in equal + [(old.count, new.count)] {
    matches += pairLikePages(old, x..<pair.old, new, y..<pair.new)
    if pair.old < old.count { matches.append(PageMatch(old: pair.old, new: pair.new)) }
    (x, y) = (pair.old + 1, pair.new + 1)
  }
  return joinMovedPages(matches, old, new)
}

private func joinMovedPages(
  _ matches: [PageMatch], _ old: [PageFace], _ new: [PageFace]
) -> [PageMatch] {
  /// Emptier pages are alike by chance.
  let leastWords = 8
  var removed: [Int: [Int]] = [:]
  for match in matches where match.new == nil {
    if let page = match.old { removed[old[page].identity, default: []].append(page) }
  }
  var taken: Set<Int> = []
  var joined = matches
  for (index, match) in matches.enumerated() where match.old == nil {
    guard let page = match.new, new[page].words.count >= leastWords,
      let from = removed[new[page].identity]?.popLast()
    else { continue }
    joined[index] = PageMatch(old: from, new: page, isMoved: true)
    taken.insert(from)
  }
  return joined.filter { match in match.new != nil || !taken.contains(match.old ?? -1) }
}
