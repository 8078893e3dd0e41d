/// The identity of one source text in a `SourceMap`.
package struct SourceID: Hashable, Sendable {
  /// Position of the source in its map; 0 is no source at all.
  package var index: UInt32

  package init(index: UInt32) { self.index = index }
}

/// A range of UTF-8 offsets in one source: twelve bytes, carried by everything made from text.
///
/// Offsets travel; `file:line:column` is computed by `SourceMap` only when printing.
package struct SourceSpan: Hashable, Sendable {
  package var source: SourceID
  package var lowerBound: UInt32
  package var upperBound: UInt32

  package init(source: SourceID, lowerBound: UInt32, upperBound: UInt32) {
    self.source = source
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  package init(source: SourceID, range: Range<Int>) {
    self.init(
      source: source, lowerBound: UInt32(clamping: range.lowerBound),
      upperBound: UInt32(clamping: range.upperBound))
  }

  /// The span of something that no source text stands behind, such as a running head.
  package static let none = SourceSpan(source: SourceID(index: 0), lowerBound: 0, upperBound: 0)

  /// The smallest span that covers both; both must lie in one source.
  package func joined(with other: SourceSpan) -> SourceSpan {
    guard source == other.source else { return self }
    return SourceSpan(
      source: source, lowerBound: min(lowerBound, other.lowerBound),
      upperBound: max(upperBound, other.upperBound))
  }
}
