/// Where a float may stand (LaTeX's `htbp`), in the order of the author's preference.
package enum FloatPlacement: String, Sendable, CaseIterable {
  /// Where it is called, or at the head of the next page when it does not fit there.
  case here
  /// At the head of a page.
  case top
  /// At the foot of a page, above the notes.
  case bottom
  /// On a page of floats alone.
  case page
}
