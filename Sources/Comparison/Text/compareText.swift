package import Prepress

/// Compares texts by paragraphs, and by words and Han characters within those that differ.
///
/// Between paragraphs that are equal the words are compared as one stretch. So a paragraph that a
/// page parts in another place, or that was joined with the next, is not another text.
package func compareText(
  _ old: [DocumentContent.Paragraph], _ new: [DocumentContent.Paragraph]
) -> [TextChange] {
  let (oldTexts, newTexts) = (old.map(TokenizedParagraph.init), new.map(TokenizedParagraph.init))
  var interner = Interner<[String]>()
  let oldNumbers = oldTexts.map { interner.number(of: $0.words) }
  let newNumbers = newTexts.map { interner.number(of: $0.words) }
  var changes: [TextChange] = []
  var (x, y) = (0, 0)
  for pair in matchElements(oldNumbers, newNumbers) + [(old.count, new.count)] {
    changes += GapComparison(oldTexts[x..<pair.old], newTexts[y..<pair.new]).changes()
    (x, y) = (pair.old + 1, pair.new + 1)
  }
  return joinMoves(changes).map(\.classified)
}

/// A paragraph in tokens.
struct TokenizedParagraph {
  var source: DocumentContent.Paragraph
  var tokens: [Token]
  var words: [String] { tokens.map(\.text) }

  init(_ source: DocumentContent.Paragraph) {
    self.source = source
    tokens = tokenize(source.text)
  }
}

/// A paragraph that is gone from one place and new at another has moved.
private func joinMoves(_ changes: [TextChange]) -> [TextChange] {
  /// Shorter texts, such as cells, come again by chance.
  let leastLength = 12
  var removed: [String: [Int]] = [:]
  for (index, change) in changes.enumerated() where change.kind == .removed {
    removed[change.runs.map(\.text).joined(), default: []].append(index)
  }
  var joined: [TextChange?] = changes
  for (index, change) in changes.enumerated() where change.kind == .added {
    let text = change.runs.map(\.text).joined()
    guard text.count >= leastLength, let from = removed[text]?.popLast() else { continue }
    joined[index]?.kind = .moved
    joined[index]?.oldPage = changes[from].oldPage
    joined[index]?.runs = [TextChange.Run(kind: .kept, text: text)]
    joined[from] = nil
  }
  return joined.compactMap { $0 }
}
