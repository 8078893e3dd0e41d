package import Diagnostics

/// What a print edition conforms to.
package enum PressStandard: String, Sendable, Hashable, CaseIterable {
  /// PDF/X-4:2010.
  case x4 = "x-4"
  /// PDF/X-1a:2003: inks alone, nothing transparent.
  case x1a = "x-1a"
}

/// What a layout says of its print edition; nil leaves the default.
package struct PressStyle: Sendable {
  package var standard: PressStandard
  package var condition: Spanned<String>?
  package var information: String?
  /// A file of the layout, or an absolute path below `/usr/share`.
  package var profile: Spanned<String>?
  package var sha256: Spanned<String>?
  package var hasMarks: Bool
  package var limits: PressLimits
}

/// What a printer accepts; nil leaves the default.
package struct PressLimits: Sendable, Hashable {
  /// Total ink, 4 for all four inks solid.
  package var coverage: Double?
  /// In points.
  package var lineWidth: Double?
  /// In points.
  package var reversedTextSize: Double?
  /// Pixels per inch.
  package var resolution: Double?

  package init() {}
}
