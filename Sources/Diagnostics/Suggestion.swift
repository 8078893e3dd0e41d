/// The candidate that a misspelt word most likely meant, as a hint; nil when none is near.
///
/// Optimal string alignment distance, so that a transposition counts as one slip; a third of the
/// word's length may be wrong, and never all of it.
package func suggestion<Candidates: Sequence<String>>(
  for word: String, among candidates: Candidates
) -> String? {
  let word = Array(word.unicodeScalars)
  let limit = min(max(1, word.count / 3), word.count - 1)
  guard word.count <= 64, limit > 0 else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let scalars = Array(candidate.unicodeScalars)
    guard abs(scalars.count - word.count) <= limit else { continue }
    let found = (distance: editDistance(word, scalars), candidate: candidate)
    if found.distance <= limit, best.map({ found < $0 }) ?? true { best = found }
  }
  guard let best else { return nil }
  return "did you mean “\(best.candidate)”?"
}

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
      let isTransposed =
        row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
      if isTransposed { cost = min(cost, beforeLast[column - 1] + 1) }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
