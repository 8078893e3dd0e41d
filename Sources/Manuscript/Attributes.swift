internal import Declarations
package import Diagnostics

/// Attributes in braces, by Pandoc's convention: `{#id .class key="value"}`.
package struct Attributes: Sendable {
  package struct Pair: Sendable {
    package var key: Spanned<String>
    /// Without quotes and escapes; the span is that of the text between the quotes.
    package var value: Spanned<String>

    package init(key: Spanned<String>, value: Spanned<String>) {
      self.key = key
      self.value = value
    }
  }

  package var id: Spanned<String>?
  package var classes: [Spanned<String>] = []
  /// In the order of the source.
  package var pairs: [Pair] = []
  /// From brace to brace; `SourceSpan.none` when nothing was written.
  package var span = SourceSpan.none

  package init() {}

  package subscript(key: String) -> Spanned<String>? {
    pairs.first { $0.key.value == key }?.value
  }

  package func hasClass(_ name: String) -> Bool { classes.contains { $0.value == name } }

  package var isEmpty: Bool { id == nil && classes.isEmpty && pairs.isEmpty }
}
