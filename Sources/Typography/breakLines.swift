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
  /// What the lines cost more than the best ones.
  package var extraDemerits: Double
}

/// The lines of a paragraph, and what else it can be set in.
package struct BrokenParagraph: Sendable {
  package var lines: [Line]
  /// One line fewer and one line more; nil where the gaps would show it.
  package var shorter: LineVariant?
  package var longer: LineVariant?
}

/// Divides a paragraph into lines, and finds the ways to set it in a line more or fewer whose gaps
/// stay unobtrusive, so that pagination may choose among them.
package func breakLinesWithVariants(
  _ paragraph: Paragraph, _ settings: LineSettings
) -> BrokenParagraph {
  guard !paragraph.boxes.isEmpty else { return BrokenParagraph(lines: []) }
  var breaker = LineBreaker(paragraph, settings)
  let best = breaker.best()
  var result = BrokenParagraph(lines: makeLines(paragraph, settings, breaks: best.breaks))
  // On a grid another number of lines would only leave cells empty.
  guard best.breaks.count <= LineVariant.mostLines, !paragraph.isOnGrid(settings) else {
    return result
  }
  let variant = { (breaker: inout LineBreaker, count: Int) -> LineVariant? in
    guard breaker.mayFit(lines: count),
      let other = breaker.best(lines: count, tolerance: LineVariant.tolerance)
    else { return nil }
    return LineVariant(
      lines: makeLines(paragraph, settings, breaks: other.breaks),
      extraDemerits: other.demerits - best.demerits)
  }
  result.shorter = variant(&breaker, best.breaks.count - 1)
  result.longer = variant(&breaker, best.breaks.count + 1)
  return result
}

extension LineVariant {
  /// How far the lines of a variant may be stretched: by all that is unobtrusive.
  static let tolerance = 1.0
  /// A longer paragraph fills no page alone, so that no page could choose a variant of it; the search
  /// by the number of lines would take time by its square.
  static let mostLines = 60
}
