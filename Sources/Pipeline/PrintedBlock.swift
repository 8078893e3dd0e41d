internal import Charts
internal import Declarations
internal import Diagnostics
internal import Manuscript

/// A chart or table block with its texts as they are shown.
struct PrintedBlock: Sendable {
  /// The declaration, with figures printed and marks of numbers taken off.
  var value: YAMLValue
  /// All of the block.
  var span: SourceSpan
  /// The texts that had figures or marks, in pieces, by the place of their scalar; each number has a
  /// span of its own.
  var pieces: [SourceSpan: [Inline]] = [:]
  /// The figures in the texts, each with its place.
  var figures: [ChartFigure] = []
  /// Ids of the figures whose values stand in place of numbers, by the place of their scalar.
  var values: [SourceSpan: String] = [:]

  /// Whether any text is shown otherwise than it is written.
  var isChanged: Bool { !pieces.isEmpty || !values.isEmpty }

  /// A text in pieces.
  ///
  /// - Parameters:
  ///   - text: what was decoded from the key; an absent or empty text has no pieces.
  ///   - path: the key, in the key around it.
  /// - Returns: the pieces; a text without numbers is one, of the block's span.
  func inlines(of text: String?, at path: String...) -> [Inline] {
    guard let text, !text.isEmpty else { return [] }
    return place(of: path).flatMap { pieces[$0] } ?? [.text(text, span)]
  }

  /// The same of a text whose scalar is known.
  func inlines(of text: String, atScalar place: SourceSpan?) -> [Inline] {
    place.flatMap { pieces[$0] } ?? [.text(text, span)]
  }

  func place(of path: [String]) -> SourceSpan? {
    path.reduce(Optional(value)) { value, key in value?[key] }?.span
  }
}

extension YAMLValue {
  /// The value of a key of a mapping.
  subscript(key: String) -> YAMLValue? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.name == key }?.value
  }
}
