internal import Diagnostics

/// A text as the reader sees it, each character with its place in the source.
///
/// Bound figures stand in it as they are printed, so that the words beside them can be read too.
struct Prose: Sendable {
  /// Who answers for a character.
  enum Standing: Sendable {
    case free
    /// Declared by `[…]{.literal}`, or code.
    case literal
    /// Printed by a figure.
    case bound
    /// In the author's words and compared with a figure.
    case stated
  }

  private struct Piece: Sendable {
    var start: Int
    var span: SourceSpan
    var standing: Standing
    /// Whether the text stands in the source as it is, so that offsets agree.
    var isVerbatim: Bool
    /// The figure that printed it.
    var figure: String?
  }

  private(set) var scalars: [Unicode.Scalar] = []
  private var pieces: [Piece] = []
  /// BCP 47 tag of the text.
  var language = ""
  /// Head of the table column that it is a cell of.
  var columnHead = ""

  mutating func append(
    _ text: String, at span: SourceSpan, _ standing: Standing, figure: String? = nil
  ) {
    guard !text.isEmpty else { return }
    let length = Int(span.upperBound) - Int(span.lowerBound)
    pieces.append(
      Piece(
        start: scalars.count, span: span, standing: standing,
        isVerbatim: text.utf8.count == length, figure: figure))
    scalars += text.unicodeScalars
  }

  func standing(at index: Int) -> Standing { piece(at: index)?.standing ?? .literal }

  /// The figures that it shows, in their order.
  var figures: [(id: String, span: SourceSpan)] {
    pieces.compactMap { piece in piece.figure.map { ($0, piece.span) } }
  }

  /// The figure that printed a character.
  func figure(at index: Int) -> String? { piece(at: index)?.figure }

  /// Where a range of characters stands in the source.
  func span(of range: Range<Int>) -> SourceSpan {
    guard let first = piece(at: range.lowerBound), let last = piece(at: range.upperBound - 1) else {
      return .none
    }
    let start = offset(of: range.lowerBound, in: first).lowerBound
    let end = offset(of: range.upperBound - 1, in: last).upperBound
    return SourceSpan(
      source: first.span.source, lowerBound: start, upperBound: max(start, end))
  }

  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
  }

  /// Whether the characters from an index on are those of a text.
  func has(_ text: String, at index: Int) -> Bool {
    var at = index
    for scalar in text.unicodeScalars {
      guard scalars.indices.contains(at), scalars[at] == scalar else { return false }
      at += 1
    }
    return true
  }

  /// Whether the characters before an index are those of a text.
  func has(_ text: String, before index: Int) -> Bool {
    has(text, at: index - text.unicodeScalars.count)
  }

  private func piece(at index: Int) -> Piece? {
    let following = pieces.partitioningIndex { $0.start > index }
    return following > 0 ? pieces[following - 1] : nil
  }

  private func offset(of index: Int, in piece: Piece) -> Range<UInt32> {
    guard piece.isVerbatim else { return piece.span.lowerBound..<piece.span.upperBound }
    let before = scalars[piece.start..<index].reduce(0) { $0 + UTF8.width($1) }
    let start = piece.span.lowerBound + UInt32(before)
    return start..<start + UInt32(UTF8.width(scalars[index]))
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that no element before it does.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
