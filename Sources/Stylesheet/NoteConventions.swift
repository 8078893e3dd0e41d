/// How notes are counted and marked, and where their marks stand beside punctuation.
package struct NoteConventions: Sendable {
  /// Where the numbers begin again at one.
  package enum Numbering: String, Sendable, CaseIterable {
    case document
    case chapter
    case page
  }

  /// How a number is written as a mark.
  package enum Mark: String, Sendable, CaseIterable {
    /// 1
    case arabic
    /// [1]
    case bracketed
    /// ①
    case circled
  }

  /// On which side of a following 。 or ， a mark stands (E6.1).
  package enum Placement: String, Sendable, CaseIterable {
    case asWritten = "as-written"
    /// One side throughout, whichever the author uses more.
    case uniform
    case beforeMark = "before-mark"
    case afterMark = "after-mark"
  }

  package var numbering = Numbering.document
  package var mark = Mark.arabic
  package var placement = Placement.asWritten
}
