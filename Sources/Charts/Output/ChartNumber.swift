package import Diagnostics
package import Figures

/// A number within a text of a chart that belongs to no mark: of a tick, a reference, a key.
package struct ChartNumber: Sendable {
  /// How it stands in the text.
  package var text: String
  package var meaning: ChartLabel.Meaning
  package var value: ExactDecimal
  /// What the printed digits stand for.
  package var printed: ExactDecimal
  /// Nil is the chart's.
  package var unit: String?
  /// Where its author wrote it; nil for what the chart finds by itself.
  package var span: SourceSpan?
}

/// A figure within a text of a chart that an author wrote.
package struct ChartFigure: Hashable, Sendable {
  /// How it stands in the text.
  package var text: String
  /// The key of the specification that holds the text.
  package var key: String
  /// Its place in that text.
  package var span: SourceSpan

  package init(text: String, key: String, span: SourceSpan) {
    self.text = text
    self.key = key
    self.span = span
  }

  /// Whether texts of a role may hold it.
  func isShown(in role: TextMark.Role) -> Bool {
    switch key {
    case "centre": role == .centre
    case "reference": role == .reference
    case "annotations": role == .annotation
    case "names", "other": [.category, .legend, .panel].contains(role)
    default: false
    }
  }
}
