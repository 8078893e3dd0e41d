/// Choices of Chinese composition that hold for a whole document.
package struct HouseStyle: Hashable, Sendable {
  package var lineBreaking = LineBreaking.gb
  package var punctuation = PunctuationScheme.quanjiao
  /// Whether one of `、，。` hangs out at a line's end; not the habit of the mainland (E2.5).
  package var hangsMarks = false
  package var indentedBracket = IndentedBracket.trim
  package var grid = GridFitting.none
  package var tolerance = GapTolerance()

  package init(
    lineBreaking: LineBreaking = .gb, punctuation: PunctuationScheme = .quanjiao,
    hangsMarks: Bool = false, indentedBracket: IndentedBracket = .trim,
    grid: GridFitting = .none
  ) {
    self.lineBreaking = lineBreaking
    self.punctuation = punctuation
    self.hangsMarks = hangsMarks
    self.indentedBracket = indentedBracket
    self.grid = grid
  }
}

/// How far gaps between characters may be opened before a line is reported, in em (E4.3).
package struct GapTolerance: Hashable, Sendable {
  /// Beyond it a line is a relaxation.
  package var warn = 0.1
  /// Beyond it a line is a violation.
  package var error = 0.25

  package init() {}
}

/// What becomes of the spare half of an opening mark behind a first-line indent (GB/T 15834,
/// 5.1.10).
package enum IndentedBracket: String, Hashable, Sendable, CaseIterable {
  /// The ink stands at the indent, as at any line's start.
  case trim
  /// The mark keeps its full em.
  case keep
}

/// Whether the Han characters of justified text keep to cells of one em (E7.9).
package enum GridFitting: String, Hashable, Sendable, CaseIterable {
  /// Lines are filled, wherever their characters come to stand.
  case none
  /// Every Han character stands a whole number of em from its line's start. What stands between two
  /// is padded to whole em; nothing else is shrunk or stretched, and a line that is not filled ends
  /// with empty cells.
  case strict
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
