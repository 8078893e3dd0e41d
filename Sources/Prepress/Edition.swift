/// What a finished file is for.
package enum Edition: String, Hashable, Sendable, CaseIterable {
  /// Read on a screen: RGB, tagged, linked, trimmed.
  case screen
}
