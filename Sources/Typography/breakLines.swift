/// Divides a paragraph into lines with the least total demerits (Knuth and Plass, "Breaking
/// Paragraphs into Lines", 1981).
///
/// A line that cannot be made narrow enough is still a line, and says so by `Line.excess`.
package func breakLines(_ paragraph: Paragraph, _ settings: LineSettings) -> [Line] {
  guard !paragraph.boxes.isEmpty else { return [] }
  var breaker = LineBreaker(paragraph, settings)
  return makeLines(paragraph, settings, breaks: breaker.best().breaks)
}

/// A way to set a paragraph in a number of lines other than its best.
package struct LineVariant: Sendable {
  package var lines: [Line]
  /// What the lines cost: comparable between the variants of one paragraph.
  package var demerits: Double
}

/// The cheapest way to set a paragraph in so many lines more (positive) or fewer (negative) than its
/// best; with 0 the best itself.
///
/// - Returns: nil when there is none whose gaps stay within 0.25 em of stretch.
package func breakLines(
  _ paragraph: Paragraph, _ settings: LineSettings, looseness: Int
) -> LineVariant? {
  guard !paragraph.boxes.isEmpty else { return nil }
  var breaker = LineBreaker(paragraph, settings)
  let best = breaker.best()
  let chosen: LineBreaks
  if looseness == 0 {
    chosen = best
  } else {
    guard
      let other = breaker.best(
        lines: best.breaks.count + looseness, tolerance: 2.5)
    else {
      return nil
    }
    chosen = other
  }
  return LineVariant(
    lines: makeLines(paragraph, settings, breaks: chosen.breaks), demerits: chosen.demerits)
}
