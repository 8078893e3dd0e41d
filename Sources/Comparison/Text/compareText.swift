package import Prepress

/// Compares texts by paragraphs, and by words and Han characters within those that differ.
///
/// Paragraphs are whole when tags say what they are. If not, the words between paragraphs that are
/// equal are compared as one stretch, so that a paragraph that a page parts in another place, or
/// that was taken for two, is not another text.
package func compareText(
  _ old: [DocumentContent.Paragraph], _ new: [DocumentContent.Paragraph], areWhole: Bool
) -> [TextChange] {
  let (oldTexts, newTexts) = (old.map(TokenizedParagraph.init), new.map(TokenizedParagraph.init))
  var interner = Interner<[String]>()
  let oldNumbers = oldTexts.map { interner.number(of: $0.words) }
  let newNumbers = newTexts.map { interner.number(of: $0.words) }
  var changes: [TextChange] = []
  var (x, y) = (0, 0)
  for pair in matchElements(oldNumbers, newNumbers) + [(old.count, new.count)] {
    let (gone, come) = (oldTexts[x..<pair.old], newTexts[y..<pair.new])
    changes += areWhole ? compareWhole(gone, come) : GapComparison(gone, come).changes()
    (x, y) = (pair.old + 1, pair.new + 1)
  }
  return joinMoves(changes).map(\.classified)
}

/// Compares each paragraph with the one that is like it.
private func compareWhole(
  _ old: ArraySlice<TokenizedParagraph>, _ new: ArraySlice<TokenizedParagraph>
) -> [TextChange] {
  var interner = Interner<String>()
  func faces(_ texts: ArraySlice<TokenizedParagraph>) -> [PageFace] {
    texts.map { text in
      PageFace(identity: 0, words: text.words.map { interner.number(of: $0) }.sorted())
    }
  }
  let (oldFaces, newFaces) = (faces(old), faces(new))
  return pairLikePages(oldFaces, oldFaces.indices, newFaces, newFaces.indices).flatMap { match in
    let gone = match.old.map { old[(old.startIndex + $0)...(old.startIndex + $0)] } ?? []
    let come = match.new.map { new[(new.startIndex + $0)...(new.startIndex + $0)] } ?? []
    return GapComparison(gone, come).changes()
  }
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
