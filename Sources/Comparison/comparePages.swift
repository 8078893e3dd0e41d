internal import Geometry
internal import Prepress

/// Matches the pages of two editions and tells which may differ.
///
/// A guide is the comparison of another edition of the same two documents whose running matter is
/// marked, when that of this one is not.
package func comparePages(
  _ old: EditionContent, _ new: EditionContent, guide: EditionComparison? = nil
) -> [PageChange] {
  let known = guide.map {
    Dictionary($0.pages.map { ([$0.old, $0.new], $0) }) { first, _ in first }
  }
  var faces = FaceReader()
  let (oldFaces, newFaces) = (old.pages.map { faces.read($0) }, new.pages.map { faces.read($0) })
  return matchPages(oldFaces, newFaces).map { match in
    guard let oldIndex = match.old else { return PageChange(kind: .added, new: match.new) }
    guard let newIndex = match.new else { return PageChange(kind: .removed, old: oldIndex) }
    let (before, after) = (old.pages[oldIndex], new.pages[newIndex])
    var change = PageChange(kind: .changed, old: oldIndex, new: newIndex)
    change.hasOtherWords = before.words != after.words
    change.shift = (after.left ?? 0) - (before.left ?? after.left ?? 0)
    change.size = after.size
    change.hasOtherSize = haveOtherSizes(before.size, after.size)
    if let other = known?[[oldIndex, newIndex]] { change.adopt(other) }
    if oldIndex != newIndex, let from = before.extent, let to = after.extent {
      change.extent = union(from, to)
    }
    if showsSame(before, after, movedBy: newIndex - oldIndex) {
      change.kind = match.isMoved ? .moved : .same
    }
    return change
  }
}

extension PageChange {
  /// Takes over where the bodies lie.
  ///
  /// The print edition's sheet is larger on all sides alike.
  fileprivate mutating func adopt(_ other: PageChange) {
    guard let rect = other.extent, let size, let inner = other.size else { return }
    shift = other.shift
    extent = Rect(
      x: 0, y: rect.minY + (size.height - inner.height) / 2, width: rect.width, height: rect.height)
  }
}

/// With room for the glyphs that stand at the outermost points; across the page it is not known how
/// far lines go.
private func union(_ old: Rect, _ new: Rect) -> Rect {
  let room = 14.0
  let (top, bottom) = (min(old.minY, new.minY), max(old.maxY, new.maxY))
  return Rect(x: 0, y: top - room, width: 14_400, height: bottom - top + 2 * room)
}

/// A quarter of a point is less than a pixel of the pictures, and more than what writing a number
/// loses.
private func haveOtherSizes(_ old: Size?, _ new: Size?) -> Bool {
  guard let old, let new else { return false }
  return max(abs(old.width - new.width), abs(old.height - new.height)) > 0.25
}

/// Whether two pages show the same, whatever their folios say.
///
/// Running matter of a left and of a
/// right page stands in other places and is compared by what is painted only where the sides agree.
private func showsSame(
  _ old: EditionContent.Page, _ new: EditionContent.Page, movedBy distance: Int
) -> Bool {
  guard let before = old.body, let after = new.body, before == after, old.words == new.words,
    old.size == new.size, old.places.count == new.places.count,
    zip(old.places, new.places).allSatisfy({ abs($0 - $1) < 0.05 })
  else { return false }
  let isOtherSide = distance % 2 != 0
  return isOtherSide
    || (old.margin == new.margin && old.numbers.agree(with: new.numbers, movedBy: distance))
}

extension LoneNumbers {
  /// Whether nothing differs but the numbers of pages.
  ///
  /// A page that stays has its number still. One that moves has one that moves as far, or less where
  /// pages came before those that are counted.
  fileprivate func agree(with new: LoneNumbers, movedBy distance: Int) -> Bool {
    if distance == 0 { return self == new }
    guard values.count == new.values.count else { return false }
    let steps = min(distance, 0)...max(distance, 0)
    return zip(values.sorted(), new.values.sorted()).allSatisfy { steps.contains($1 &- $0) }
  }
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
