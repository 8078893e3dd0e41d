package import Diagnostics

/// One number as the reader sees it, and where it comes from: an entry of the manifest.
package struct PrintedNumber: Hashable, Sendable {
  package var figure: String
  /// The exact value, unrounded.
  package var value: ExactDecimal
  /// The value as printed, in the figure's own unit: what the digits on the page stand for.
  package var printedValue: ExactDecimal
  /// All that is printed, words and unit included.
  ///
  /// A number and its unit stay on one line.
  package var text: String
  package var origin: Figure.Origin
  /// Data files behind the value, as `figures.yaml` names them.
  package var files: [String]
  /// The cell of a source that the value was taken from as it is; its span leads to file and line.
  package var cell: DataCell?
  package var provider: String?
  package var asOf: String?
  /// The other end of a range, whose whole text stands in the first.
  package var rangeEnd: [PrintedNumber] = []
  /// The words of a range with its first end, and what stands between the ends.
  package var rangeTexts: [String] = []
  /// Whether the author's own words state it, and are only compared with the figure.
  package var isStated = false
  /// Where it is used.
  package var span: SourceSpan

  /// What is printed of this number alone: of a range, its own end.
  package var ownText: String { rangeTexts.first ?? text }

  /// All that is printed, in parts that have places of their own.
  package var parts: [(text: String, span: SourceSpan)] {
    (rangeTexts.isEmpty ? [text] : rangeTexts).map { ($0, span) }
      + rangeEnd.map { ($0.text, $0.span) }
  }
}
