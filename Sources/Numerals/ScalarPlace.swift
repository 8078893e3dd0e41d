package import Diagnostics

/// From the bytes of a scalar's text to their place in its YAML.
package struct ScalarPlace: Sendable {
  private let span: SourceSpan
  private let start: Int
  /// Whether the text stands in the source as it is, but for quotes.
  package let isVerbatim: Bool

  package init(of text: String, isQuoted: Bool, at span: SourceSpan) {
    self.span = span
    let length = Int(span.upperBound) - Int(span.lowerBound)
    isVerbatim = length == text.utf8.count + (isQuoted ? 2 : 0)
    start = Int(span.lowerBound) + (isVerbatim && isQuoted ? 1 : 0)
  }

  /// Where a part stands; of a text with escapes or folded lines a place of its own within the
  /// scalar, which is never longer than what it is read from.
  package subscript(range: Range<Int>) -> SourceSpan {
    let end = Int(span.upperBound)
    let (lower, upper) = (min(start + range.lowerBound, end), min(start + range.upperBound, end))
    return SourceSpan(source: span.source, range: lower..<upper)
  }
}
