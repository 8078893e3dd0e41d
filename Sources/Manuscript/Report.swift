package import Declarations
package import Diagnostics

/// A report as it was written: its declaration, its parts as trees of blocks, and its footnotes.
package struct Report: Sendable {
  package var declaration: ReportDeclaration
  /// What the report is made for, with what it was told.
  package var parameters = Parameters()
  package var parts: [Part]
  /// In the order of their marks in the text, which is the order of their numbers.
  package var footnotes: [Footnote]
  /// Everything that a reference can point at, by id.
  package var targets: [String: ReferenceTarget]
  /// The entries of the bibliography that are cited, in the order of their numbers.
  package var references: [BibliographyEntry] = []

  package init(
    declaration: ReportDeclaration, parameters: Parameters = Parameters(), parts: [Part], footnotes: [Footnote] = [],
    targets: [String: ReferenceTarget] = [:]
  ) {
    self.declaration = declaration
    self.parameters = parameters
    self.parts = parts
    self.footnotes = footnotes
    self.targets = targets
  }

  /// The declared title, or the text of the first heading.
  package var title: Spanned<String>? {
    if let title = declaration.title { return title }
    for block in parts.lazy.flatMap(\.blocks) {
      guard case .heading(let heading) = block else { continue }
      return Spanned(heading.content.plainText, at: heading.span)
    }
    return nil
  }
}

/// A part of a report: a chapter, the preface, the contents.
package struct Part: Sendable {
  package var role: Spanned<String>
  package var title: Spanned<String>?
  /// Path of the file as declared; nil for parts that the layout makes.
  package var file: Spanned<String>?
  /// The text that spans of `blocks` refer to.
  package var source: SourceID?
  package var blocks: [Block]

  package init(
    role: Spanned<String>, title: Spanned<String>? = nil, file: Spanned<String>? = nil,
    source: SourceID? = nil, blocks: [Block] = []
  ) {
    self.role = role
    self.title = title
    self.file = file
    self.source = source
    self.blocks = blocks
  }
}

/// A definition `[^id]: …`, which may hold several blocks.
package struct Footnote: Sendable {
  package var id: Spanned<String>
  package var blocks: [Block]
  package var span: SourceSpan

  package init(id: Spanned<String>, blocks: [Block], span: SourceSpan) {
    self.id = id
    self.blocks = blocks
    self.span = span
  }
}

/// Something that `@id` can point at.
package struct ReferenceTarget: Sendable {
  package enum Kind: String, Sendable {
    case section
    case figure
    case table
    case division
    case span
  }

  package var kind: Kind
  /// Where the id is written.
  package var span: SourceSpan
  /// Index of the part in the report.
  package var part: Int

  package init(kind: Kind, span: SourceSpan, part: Int) {
    self.kind = kind
    self.span = span
    self.part = part
  }
}
