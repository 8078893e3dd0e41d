package import Diagnostics

/// A citation, `[@key]`, `[@a; @b, 12]`: references of the bibliography, some with pages.
package struct Citation: Sendable {
  package struct Item: Sendable {
    package var key: Spanned<String>
    /// The pages cited, as they are printed: `12-15,18`.
    package var pages: String?

    package init(key: Spanned<String>, pages: String?) {
      self.key = key
      self.pages = pages
    }
  }

  package var items: [Item]
  package var span: SourceSpan

  package init(items: [Item], span: SourceSpan) {
    self.items = items
    self.span = span
  }
}
