package import Declarations
package import Diagnostics

/// What is to be done about a numeral in prose that is bound to no figure.
package enum NumeralPolicy: String, Sendable, CaseIterable {
  case off
  case warn
  case error
}

/// What goes along with the edition for screens as associated files.
package enum AttachedFiles: String, Sendable, CaseIterable {
  /// The declaration of the figures and the files of its sources.
  case figures
  /// The declaration of the report and its chapters.
  case manuscript
}

/// The level of PDF/A-3 that the screen edition conforms to.
package enum ArchiveLevel: String, Sendable, CaseIterable {
  /// Structure and text.
  case a3a = "a-3a"
  /// Text: every glyph has a character.
  case a3u = "a-3u"
}

/// What a document is and which parts it has.
///
/// It is written in `report.yaml`, or in the front matter of a single Markdown file. Values keep their places, because a title is text that is typeset too.
package struct ReportDeclaration: Declared {
  package var title: Spanned<String>?
  package var subtitle: Spanned<String>?
  package var edition: Spanned<String>?
  package var authors: [Spanned<String>] = []
  package var organization: Spanned<String>?
  /// BCP 47.
  package var language = Spanned("zh-CN", at: .none)
  /// ISO 8601 date of the document, which also dates the PDF.
  package var date: Spanned<String>?
  /// Name of a folder under Layouts/, or a path inside the report.
  package var layout: Spanned<String>?
  /// Path of the figures' declaration, relative to the report.
  package var figures: Spanned<String>?
  package var numerals = NumeralPolicy.off
  package var archive = ArchiveLevel.a3a
  package var editions: [Spanned<String>] = []
  package var attach: [AttachedFiles] = []
  package var subject: Spanned<String>?
  package var keywords: [Spanned<String>] = []
  package var parts: [PartDeclaration] = []
  package var diagnostics = PolicyDeclaration()
  /// What the report is made for, by name, with the values it has unless told otherwise.
  package var parameters: [Named<Spanned<String>>] = []
  /// What the report changes about its notes; the layout knows the keys.
  package var notes = YAMLValue.empty()

  /// The bibliography: the path of its file, or its entries.
  package var references: YAMLValue?

  package init() {}

  package static let fields: [Field<ReportDeclaration>] = [
    Field("title", .spanned(.string), "Title of the document.", isRequired: true) { $0.title = $1 },
    Field("subtitle", .spanned(.string), "Second line of the title.") { $0.subtitle = $1 },
    Field("edition", .spanned(.string), "Edition, shown on the cover.") { $0.edition = $1 },
    Field("authors", .list(.spanned(.string)), "Persons who wrote it.") { $0.authors = $1 },
    Field("organization", .spanned(.string), "Institution that publishes it.") {
      $0.organization = $1
    },
    Field("language", .spanned(.string), "Language of the text, BCP 47.") { $0.language = $1 },
    Field("date", .spanned(.string), "Date of the document, year-month-day.") { $0.date = $1 },
    Field("layout", .spanned(.string), "Layout that it is set in.") { $0.layout = $1 },
    Field("figures", .spanned(.string), "File that declares the figures.") { $0.figures = $1 },
    Field("numerals", .choice(NumeralPolicy.self), "Unbound numerals: off, warn or error.") {
      $0.numerals = $1
    },
    Field("archive", .choice(ArchiveLevel.self), "Level of PDF/A-3 that the screen edition keeps.")
    {
      $0.archive = $1
    },
    Field("editions", .list(.spanned(.string)), "Editions that are built by default.") {
      $0.editions = $1
    },
    Field(
      "attach", .list(.choice(AttachedFiles.self)),
      "Files that the edition for screens carries: figures, manuscript."
    ) { $0.attach = $1 },
    Field("subject", .spanned(.string), "Subject, for the PDF's metadata.") { $0.subject = $1 },
    Field("keywords", .list(.spanned(.string)), "Keywords, for the PDF's metadata.") {
      $0.keywords = $1
    },
    Field("diagnostics", .object(PolicyDeclaration.self), "What is made of findings, by code.") {
      $0.diagnostics = $1
    },
    Field(
      "parameters", .dictionary(.spanned(.string)),
      "Values by name that texts take in as {{ name }} and queries as :name."
    ) {
      $0.parameters = $1
    },
    Field("references", .any, "Bibliography: its file, or its entries in place.") {
      $0.references = $1
    },
    Field("notes", .any, "Footnotes, over what the layout says.") { $0.notes = $1 },
    Field(
      "parts", .list(.object(PartDeclaration.self)), "The parts of the document, in order.",
      isRequired: true
    ) {
      $0.parts = $1
    },
  ]
}

/// One entry of `parts` in `report.yaml`.
package struct PartDeclaration: Declared {
  /// What the part is; the layout says which roles there are.
  package var role = Spanned("", at: .none)
  package var title: Spanned<String>?
  /// Path of the part's Markdown, relative to the report; parts such as the contents have none.
  package var file: Spanned<String>?

  package init() {}

  package static let fields: [Field<PartDeclaration>] = [
    Field("role", .spanned(.string), "What the part is to the layout.", isRequired: true) {
      $0.role = $1
    },
    Field("title", .spanned(.string), "Title of a part that has no file.") { $0.title = $1 },
    Field("file", .spanned(.string), "Markdown file of the part.") { $0.file = $1 },
  ]
}
