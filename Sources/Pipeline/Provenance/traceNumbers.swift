internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Typography

/// Every number that a composed report prints, with its places.
func printedNumbers(on document: PagedDocument, _ compilation: Compilation) -> [NumberEntry] {
  var entries = listNumbers(compilation)
  traceNumbers(&entries, on: document, compilation)
  return entries
}

/// Finds where numbers stand on the pages.
///
/// Nothing is kept per glyph while text is set: a run in the display list has the span of what it was
/// made from, a cell's also the structure node of the cell, and a chart's items stand on the page in
/// their own order. So one walk over the finished pages, with a binary search for each run, gives
/// every box.
///
/// - Parameters:
///   - entries: the numbers; receive their places, in the order of the pages.
///   - document: the composed report.
///   - compilation: the charts and tables that the numbers stand in.
func traceNumbers(
  _ entries: inout [NumberEntry], on document: PagedDocument, _ compilation: Compilation
) {
  let index = NumberIndex(entries, document.structure, compilation)
  let faces = compilation.layout.fonts
  for (number, page) in document.pages.enumerated() {
    var walk = PageWalk(page: page, number: number, index: index, faces: faces)
    walk.run(&entries)
  }
}

private struct PageWalk {
  let page: Page
  let number: Int
  let index: NumberIndex
  let faces: FontLibrary
  private var turn: Turn?
  /// The chart that is being passed, and its first item.
  private var chart: (node: StructureNodeID, start: Int)?

  init(page: Page, number: Int, index: NumberIndex, faces: FontLibrary) {
    self.page = page
    self.number = number
    self.index = index
    self.faces = faces
  }

  mutating func run(_ entries: inout [NumberEntry]) {
    for (position, item) in page.list.items.enumerated() {
      if index.isChart(item.node), chart?.node != item.node { chart = (item.node, position) }
      switch item.content {
      case .beginTurn(let turn): self.turn = turn
      case .endTurn: turn = nil
      case .glyphs(let run):
        let found = index.entries(showing: item, at: position - (chart?.start ?? 0))
        guard !found.isEmpty, let box = page.list.box(of: run, faces) else { continue }
        let place = turn?.map(box) ?? box
        for entry in found { entries[entry].add(place, page: number, item: position) }
      default: continue
      }
    }
  }
}

extension NumberEntry {
  /// Adds the box of a run; runs that follow each other on a line make one place.
  fileprivate mutating func add(_ box: Rect, page: Int, item: Int) {
    if let last = places.last, last.page == page, last.items.last == item - 1,
      last.box.isBeside(box)
    {
      places[places.count - 1].box = last.box.union(box)
      places[places.count - 1].items.append(item)
    } else {
      places.append(Place(page: page, box: box, items: [item]))
    }
  }
}

extension Rect {
  /// Whether two boxes stand on one line, upright or turned.
  fileprivate func isBeside(_ other: Rect) -> Bool {
    let common = { (low: Double, high: Double, size: Double) in high - low > size / 2 }
    return common(max(minY, other.minY), min(maxY, other.maxY), min(height, other.height))
      || common(max(minX, other.minX), min(maxX, other.maxX), min(width, other.width))
        && height > width
  }
}

extension DisplayList {
  /// The area of a run: from its first glyph to the end of its last, as high as its face; spaces at
  /// its ends do not count.
  fileprivate func box(of run: GlyphRun, _ fonts: FontLibrary) -> Rect? {
    let face = fonts.face(run.face)
    let shown = glyphs[run.glyphs].filter { $0.id != face.space }
    guard let first = shown.first, let left = shown.map(\.x).min() else { return nil }
    let right = shown.map { $0.x + face.advance(of: $0.id) * run.size }.max() ?? left
    return Rect(
      x: left, y: first.y - face.ascent * run.size, width: right - left,
      height: (face.ascent + face.descent) * run.size)
  }
}
