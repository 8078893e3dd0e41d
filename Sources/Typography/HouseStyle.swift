/// Choices of Chinese composition that hold for a whole document.
package struct HouseStyle: Hashable, Sendable {
  package var lineBreaking = LineBreaking.gb
  package var punctuation = PunctuationScheme.quanjiao

  package init(lineBreaking: LineBreaking = .gb, punctuation: PunctuationScheme = .quanjiao) {
    self.lineBreaking = lineBreaking
    self.punctuation = punctuation
  }
}

/// How strictly marks are kept from line edges (CLREQ 3.1.5).
package enum LineBreaking: String, Hashable, Sendable, CaseIterable {
  /// Only units that may never be divided are kept together.
  case none
  /// Closing marks do not begin a line, opening marks do not end one.
  case basic
  /// GB/T 15834: the solidus neither begins nor ends a line.
  case gb
  /// As `gb`, and dashes and ellipses do not begin a line.
  case strict
}

/// How wide full-width marks are set (CLREQ 3.1.3).
package enum PunctuationScheme: String, Hashable, Sendable, CaseIterable {
  /// 全角: one em each, half of it given up between marks and at line edges.
  case quanjiao
  /// 开明: marks that end a sentence one em, all others half an em.
  case kaiming
  /// 半角: half an em each.
  case banjiao
}
