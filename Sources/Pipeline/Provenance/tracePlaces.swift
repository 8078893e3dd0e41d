internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Typography

/// Finds where texts stand on the pages.
///
/// Nothing is kept per glyph while text is set: a run in the display list has the span of what it was
/// made from, a cell's also the structure node of the cell, and a chart's items stand on the page in
/// their own order. So one walk over the finished pages, with a binary search for each run, gives
/// every box.
///
/// - Returns: the places of each text, in the order of the pages.
func tracePlaces(
  of texts: [TracedText], on document: PagedDocument, fonts: FontLibrary
) -> [[PrintedPlace]] {
  let index = TraceIndex(texts, document.structure)
  var places = [[PrintedPlace]](repeating: [], count: texts.count)
  for (number, page) in document.pages.enumerated() {
    var walk = PageWalk(page: page, number: number, index: index, fonts: fonts)
    walk.run(&places)
  }
  return places
}

private struct PageWalk {
  let page: Page
  let number: Int
  let index: TraceIndex
  let fonts: FontLibrary
  private var turn: Turn?
  /// The chart that is being passed, and its first item.
  private var chart: (node: StructureNodeID, start: Int)?

  init(page: Page, number: Int, index: TraceIndex, fonts: FontLibrary) {
    self.page = page
    self.number = number
    self.index = index
    self.fonts = fonts
  }

  mutating func run(_ places: inout [[PrintedPlace]]) {
    for (position, item) in page.list.items.enumerated() {
      if index.isChart(item.node), chart?.node != item.node { chart = (item.node, position) }
      switch item.content {
      case .beginTurn(let turn): self.turn = turn
      case .endTurn: turn = nil
      case .glyphs(let run):
        let found = index.texts(showing: item, at: position - (chart?.start ?? 0))
        let described = index.texts(describing: item)
        guard !found.isEmpty || !described.isEmpty, let box = page.list.box(of: run, fonts)
        else { continue }
        let place = PrintedPlace(page: number, box: turn?.map(box) ?? box, items: [position])
        for text in found { places[text].add(place) }
        for text in described { places[text].enclose(place) }
      case .image(_, let rect):
        let place = PrintedPlace(page: number, box: turn?.map(rect) ?? rect, items: [position])
        for text in index.texts(describing: item) { places[text].enclose(place) }
      default: continue
      }
    }
  }
}

extension [PrintedPlace] {
  /// Adds a place to the one that the page has, wherever it stands on it.
  fileprivate mutating func enclose(_ place: PrintedPlace) {
    if let last, last.page == place.page {
      self[count - 1].box = last.box.union(place.box)
    } else {
      // What a description is for is no text that could lead to an entry.
      append(PrintedPlace(page: place.page, box: place.box, items: []))
    }
  }

  /// Adds the place of a run; runs that follow each other on a line make one.
  fileprivate mutating func add(_ place: PrintedPlace) {
    if let last, last.page == place.page, let item = last.items.last,
      [item] == place.items.map({ $0 - 1 }),
      last.box.isBeside(place.box)
    {
      self[count - 1].box = last.box.union(place.box)
      self[count - 1].items += place.items
    } else {
      append(place)
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
