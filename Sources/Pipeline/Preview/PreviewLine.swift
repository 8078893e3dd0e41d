package import Diagnostics
internal import Drawing
package import Geometry

/// Text on a page and the place in the manuscript that it came from.
package struct PreviewLine: Sendable {
  /// In points from the top left corner of the page.
  package var box: Rect
  package var place: SourceLocation
}

extension PreviewState {
  /// Where the text of a page came from, run by run, in the order of painting.
  package func lines(ofPage index: Int) -> [PreviewLine] {
    guard let document, document.pages.indices.contains(index) else { return [] }
    let list = document.pages[index].list
    return list.items.compactMap { item in
      guard case .glyphs(let run) = item.content, let place = map.location(of: item.span),
        let box = box(of: run, in: list)
      else { return nil }
      return PreviewLine(box: box, place: place)
    }
  }

  /// From the first origin to an em after the last one, as high as the em box.
  private func box(of run: GlyphRun, in list: DisplayList) -> Rect? {
    let glyphs = list.glyphs[run.glyphs]
    guard let first = glyphs.first else { return nil }
    let left = glyphs.lazy.map(\.x).min() ?? first.x
    let right = (glyphs.lazy.map(\.x).max() ?? first.x) + run.size
    return Rect(
      x: left, y: first.y - run.size * 0.88, width: right - left, height: run.size * 1.2)
  }

  /// The first page on which each of some places of the manuscript shows, from 0; one walk over the
  /// pages finds them all.
  package func pages(of spans: [SourceSpan]) -> [Int?] {
    var found = [Int?](repeating: nil, count: spans.count)
    var sought = Dictionary(grouping: spans.indices.filter { spans[$0] != .none }) {
      spans[$0].source
    }
    for (number, page) in (document?.pages ?? []).enumerated() where !sought.isEmpty {
      for item in page.list.items {
        guard let open = sought[item.span.source],
          open.contains(where: { item.span.touches(spans[$0]) })
        else { continue }
        let rest = open.filter { !item.span.touches(spans[$0]) }
        for index in open where item.span.touches(spans[index]) { found[index] = number }
        sought[item.span.source] = rest.isEmpty ? nil : rest
      }
    }
    return found
  }
}

extension SourceSpan {
  fileprivate func touches(_ other: SourceSpan) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound && self != .none
  }
}
