internal import Drawing
internal import Typography

/// The terms of an index under one letter.
struct IndexGroup: Equatable, Sendable {
  /// Nil for what begins with no letter.
  var letter: String?
  var entries: [IndexEntry]
}

/// A term of the index with its pages and with the terms below it.
struct IndexEntry: Equatable, Sendable {
  /// A page, or a range of pages, as it is printed, and the place that it links to.
  struct Pages: Equatable, Sendable {
    var first: String
    var last: String?
    var destination: String
  }

  var term: String
  var pages: [Pages] = []
  var see: [String] = []
  var seeAlso: [String] = []
  var children: [IndexEntry] = []
}

/// Sorts the marks of a report into an index: by letter, term and page.
///
/// The marks are in the order of the text; `places` has the page of every place that they name.
func sortIndex(
  _ terms: [IndexTerm], places: [String: PageSlot], language: String
) -> [IndexGroup] {
  var sorter = IndexSorter(collation: Collation(language: language), places: places)
  sorter.learn(terms)
  return sorter.groups(of: terms)
}

private struct IndexSorter {
  let collation: Collation
  let places: [String: PageSlot]
  /// What a term is sorted as, by its path: the first mark that says so decides for all.
  var sort: [[String]: String] = [:]

  mutating func learn(_ terms: [IndexTerm]) {
    for term in terms {
      for (depth, text) in term.sort.suffix(term.path.count).enumerated() {
        // `sort="B"` of the path A!B is that of the last term, `sort="A!B"` that of both.
        let level = depth + max(term.path.count - term.sort.count, 0)
        let path = Array(term.path.prefix(level + 1))
        if sort[path] == nil { sort[path] = text }
      }
    }
  }

  func groups(of terms: [IndexTerm]) -> [IndexGroup] {
    var letters: [String?: [IndexTerm]] = [:]
    for term in terms {
      let text = sortText(Array(term.path.prefix(1)))
      letters[collation.initial(of: text), default: []].append(term)
    }
    let keyed = letters.map { (key: $0.key.map(collation.key) ?? [], letter: $0.key) }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { group in
      IndexGroup(letter: group.letter, entries: entries(letters[group.letter] ?? [], level: 0))
    }
  }

  private func sortText(_ path: [String]) -> String { sort[path] ?? path.last ?? "" }

  private func entries(_ terms: [IndexTerm], level: Int) -> [IndexEntry] {
    var marks: [String: [IndexTerm]] = [:]
    for term in terms where term.path.count > level {
      marks[term.path[level], default: []].append(term)
    }
    let keyed = marks.map { name, marks in
      let path = Array(marks[0].path.prefix(level + 1))
      return (key: collation.key(sortText(path)) + [0] + Array(name.utf8), name: name)
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      entry($0.name, marks[$0.name] ?? [], level: level)
    }
  }

  private func entry(_ name: String, _ marks: [IndexTerm], level: Int) -> IndexEntry {
    let own = marks.filter { $0.path.count == level + 1 }
    return IndexEntry(
      term: name, pages: pages(of: own), see: unique(own.compactMap(\.see)),
      seeAlso: unique(own.compactMap(\.seeAlso)), children: entries(marks, level: level + 1))
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// Pages in order, three or more in a row as a range.
  private func pages(of marks: [IndexTerm]) -> [IndexEntry.Pages] {
    let marked = marks.compactMap { mark in
      mark.destination.flatMap { name in places[name].map { (slot: $0, name: name) } }
    }
    var runs: [[(slot: PageSlot, name: String)]] = []
    for mark in marked.sorted(by: { $0.slot.index < $1.slot.index }) {
      let last = runs.last?.last?.slot
      if last == mark.slot { continue }
      if let last, mark.slot.follows(last) {
        runs[runs.count - 1].append(mark)
      } else {
        runs.append([mark])
      }
    }
    return runs.flatMap { run -> [IndexEntry.Pages] in
      guard run.count > 2, let last = run.last else { return run.map { page($0.slot, $0.name) } }
      var range = page(run[0].slot, run[0].name)
      range.last = last.slot.label.text
      return [range]
    }
  }

  private func page(_ slot: PageSlot, _ name: String) -> IndexEntry.Pages {
    IndexEntry.Pages(first: slot.label.text, last: nil, destination: name)
  }
}

extension PageSlot {
  fileprivate func follows(_ other: PageSlot) -> Bool {
    index == other.index + 1 && label.style == other.label.style
      && label.number == other.label.number + 1
  }
}
