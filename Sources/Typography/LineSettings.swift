/// How a paragraph is to be broken; lengths in points.
package struct LineSettings: Hashable, Sendable {
  package enum Alignment: String, Hashable, Sendable, CaseIterable {
    case justify
    case start
    case center
    case end
  }

  package var measure: Double
  /// Indent of the first line; negative hangs it out.
  package var indent: Double
  package var alignment: Alignment
  /// Narrowest last line that is not a runt, in points (CLREQ: two Han characters).
  package var shortestLastLine: Double
  /// Whether words may be divided where their style hyphenates; nil is only when justified.
  package var hyphenates: Bool?

  package init(
    measure: Double, indent: Double = 0, alignment: Alignment = .justify,
    shortestLastLine: Double = 0, hyphenates: Bool? = nil
  ) {
    self.measure = measure
    self.indent = indent
    self.alignment = alignment
    self.shortestLastLine = shortestLastLine
    self.hyphenates = hyphenates
  }

  var allowsHyphens: Bool { hyphenates ?? (alignment == .justify) }

  /// Width that a break at a gap adds to its line: marks hang out of justified lines only.
  func breakWidth(of gap: Gap) -> Double {
    alignment == .justify ? Double(gap.breakWidth) : max(Double(gap.breakWidth), 0)
  }

  /// Where the first line of a paragraph begins: an indent also holds what its first mark keeps.
  func indent(of paragraph: Paragraph) -> Double {
    indent > 0 && !paragraph.isOnGrid(self) ? indent + paragraph.indentedSpare : indent
  }
}
