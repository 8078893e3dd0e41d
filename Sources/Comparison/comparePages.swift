/// Matches the pages of two editions and tells which may differ. Those are painted then.
package func comparePages(_ old: EditionContent, _ new: EditionContent) -> [PageChange] {
  var faces = FaceReader()
  let (oldFaces, newFaces) = (old.pages.map { faces.read($0) }, new.pages.map { faces.read($0) })
  return matchPages(oldFaces, newFaces).map { match in
    guard let oldIndex = match.old else { return PageChange(kind: .added, new: match.new) }
    guard let newIndex = match.new else { return PageChange(kind: .removed, old: oldIndex) }
    let (before, after) = (old.pages[oldIndex], new.pages[newIndex])
    var change = PageChange(kind: .changed, old: oldIndex, new: newIndex)
    change.hasOtherWords = before.words != after.words
    change.shift = (after.left ?? 0) - (before.left ?? after.left ?? 0)
    if showsSame(before, after, shift: change.shift) { change.kind = match.isMoved ? .moved : .same }
    return change
  }
}

/// Whether two pages show the same, whatever their folios say. Running matter of a left and of a
/// right page stands in other places and is compared by what is painted only where the sides agree.
private func showsSame(
  _ old: EditionContent.Page, _ new: EditionContent.Page, shift: Double
) -> Bool {
  guard let before = old.body, let after = new.body else { return false }
  return before == after && old.words == new.words && old.size == new.size
    && (old.margin == new.margin || abs(shift) > 1)
}

/// Gives equal pages equal identities.
private struct FaceReader {
  private struct Identity: Hashable {
    var body: [UInt8]?
    var words: [String]
  }

  private var words = Interner<String>()
  private var identities = Interner<Identity>()

  mutating func read(_ page: EditionContent.Page) -> PageFace {
    let identity = identities.number(of: Identity(body: page.body, words: page.words))
    return PageFace(identity: identity, words: page.words.map { words.number(of: $0) }.sorted())
  }
}
