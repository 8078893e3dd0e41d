/// A search through the texts of pages that never goes back: what is found is in reading order.
struct PageSearch {
  /// A part of what was sought, on one page.
  struct Finding {
    var page: Int
    /// Where it ends on the page, in characters.
    var end: Int
    /// How many characters of what was sought stand here.
    var length: Int
  }

  /// The shortest part of a paragraph on a page: a line with a margin for punctuation.
  private static let shortest = 15

  private let pages: [[Character]]
  private(set) var page = 0
  private var offset = 0

  init(_ pages: [String]) { self.pages = pages.map(Array.init) }

  mutating func restart(at page: Int = 0) { (self.page, offset) = (page, 0) }

  /// Finds a text, whole on a page or broken over pages that follow each other, and goes to its end.
  ///
  /// - Returns: the parts, one for each page; nil when the text does not stand there.
  mutating func find(_ text: String) -> [Finding]? {
    let sought = Array(text)
    for page in page..<pages.count {
      let start = page == self.page ? offset : 0
      guard let found = find(sought[...], on: page, from: start) else { continue }
      if let last = found.last { (self.page, offset) = (last.page, last.end) }
      return found
    }
    return nil
  }

  private func find(_ sought: ArraySlice<Character>, on page: Int, from start: Int) -> [Finding]? {
    if let end = position(of: sought, on: page, from: start) {
      return [Finding(page: page, end: end, length: sought.count)]
    }
    let next = page + 1
    guard next < pages.count, sought.count >= 2 * Self.shortest else { return nil }
    guard position(of: sought.prefix(Self.shortest), on: page, from: start) != nil else {
      return nil
    }
    for length in (Self.shortest...sought.count - Self.shortest).reversed() {
      guard let end = position(of: sought.prefix(length), on: page, from: start),
        let rest = find(sought.dropFirst(length), on: next, from: 0)
      else { continue }
      return [Finding(page: page, end: end, length: length)] + rest
    }
    return nil
  }

  /// Where the first occurrence ends.
  private func position(
    of sought: ArraySlice<Character>, on page: Int, from start: Int
  ) -> Int? {
    let text = pages[page]
    guard let first = sought.first, start + sought.count <= text.count else {
      return sought.isEmpty ? start : nil
    }
    for at in start...text.count - sought.count where text[at] == first {
      if text[at..<at + sought.count] == sought { return at + sought.count }
    }
    return nil
  }
}
