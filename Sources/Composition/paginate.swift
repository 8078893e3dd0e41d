/// One page of a part: which items, floats and note lines it holds.
struct PagePlan: Sendable {
  var items: Range<Int>
  var floats: Range<Int>
  /// Notes whose marks are on the page, with the note that began on the page before.
  var notes: [NotePiece]
  var isOverfull = false
  var holdsFloatsAlone = false
  /// The paragraph that is set in a line fewer or more for the page's sake.
  var change: Change?
  /// What the page costs, and how many of its lines are empty.
  var cost = 0.0
  var emptyLines = 0.0

  struct Change: Sendable {
    var variant: Int
    var lines: Int
  }
}

/// Lines of a footnote on one page.
struct NotePiece: Hashable, Sendable {
  var note: Int
  var lines: Range<Int>
  /// Whether the note goes on on the next page.
  var isContinued = false
}

/// What pagination must know of a footnote.
struct NoteMeasure: Sendable {
  var lineCount: Int
  var leading: Double
  /// The lines before which a new paragraph begins, after the first.
  var paragraphStarts: [Int] = []

  var height: Double { Double(lineCount) * leading }

  /// Whether a page may end before a line without leaving one of a paragraph's lines alone.
  func mayDivide(before line: Int) -> Bool {
    let start = paragraphStarts.last { $0 <= line } ?? 0
    let end = paragraphStarts.first { $0 > line } ?? lineCount
    return line == start || line - start > 1 && end - line > 1
  }
}

/// Heights that pages are filled to, in points.
struct PageBudget: Sendable {
  var height: Double
  /// Height taken by the opener on the first page.
  var opener: Double
  var leading: Double
  /// Space and rule above the notes.
  var noteSeparator: Double
  var noteGap: Double
  /// Whether left and right pages face each other, and whether the first page is a left one.
  var isFacing = false
  var startsOnVerso = false
}

/// Divides a flow into pages at the least total cost: dynamic programming over all ways to end each
/// page, with floats that may wait and notes that may be split (Plass, "Optimal Pagination
/// Techniques", 1981; Mittelbach, DocEng 2016).
func paginate(_ flow: Flow, notes: [NoteMeasure], budget: PageBudget) -> [PagePlan] {
  guard !flow.items.isEmpty || !flow.floats.isEmpty else {
    return [PagePlan(items: 0..<0, floats: 0..<0, notes: [])]
  }
  var paginator = Paginator(flow: flow, notes: notes, budget: budget)
  return paginator.run()
}
