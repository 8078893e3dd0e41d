package import Diagnostics

extension DiagnosticCode {
  package static let missingPartFile = DiagnosticCode(
    "manuscript.missing-file",
    "A part names a file that does not exist in the report. Paths are relative to report.yaml.")
  package static let unreadablePartFile = DiagnosticCode(
    "manuscript.unreadable-file",
    "A part's file exists but may not or cannot be read, for example because it lies outside the "
      + "report's folder.")
  package static let invalidUTF8 = DiagnosticCode(
    "manuscript.invalid-utf8",
    "A text holds bytes that are not UTF-8. Save the file as UTF-8.")
  package static let tooLarge = DiagnosticCode(
    "manuscript.too-large", "A file is larger than any chapter; it is not read.")
  package static let tooDeep = DiagnosticCode(
    "manuscript.too-deep",
    "Lists, quotes, divisions or emphasis are nested deeper than can be laid out.")
  package static let tooManyFindings = DiagnosticCode(
    "manuscript.too-many-findings", "A file has so many mistakes that the rest is not listed.")

  package static let missingTitle = DiagnosticCode(
    "manuscript.missing-title",
    "A part begins with its title, a heading of level 1: `# Title`.")
  package static let secondTitle = DiagnosticCode(
    "manuscript.second-title",
    "A part has one heading of level 1, its title; sections begin at level 2.")
  package static let headingJump = DiagnosticCode(
    "manuscript.heading-jump",
    "A heading is more than one level below the one before it, so that its number would have a "
      + "gap and readers' aids would miss a level.")
  package static let rawHTML = DiagnosticCode(
    "manuscript.raw-html",
    "HTML has no meaning on a printed page. Use Markdown; a comment `<!-- … -->` is allowed.")
  package static let attributeSyntax = DiagnosticCode(
    "manuscript.attribute-syntax",
    "Attributes are written `{#id .class key=\"value\"}`, with spaces between them.")
  package static let unknownAttribute = DiagnosticCode(
    "manuscript.unknown-attribute",
    "A picture, a table or a mark for the index has an attribute that means nothing there and would "
      + "be lost.")
  package static let unclosedDivision = DiagnosticCode(
    "manuscript.unclosed-division",
    "A division opened by `:::` ends with a line of colons alone, in the same list or quote.")
  package static let strayFence = DiagnosticCode(
    "manuscript.stray-fence", "A line of colons closes a division, but none is open here.")
  package static let strayCaption = DiagnosticCode(
    "manuscript.stray-caption",
    "A paragraph beginning with a colon is the caption of a pipe table next to it; there is none.")
  package static let raggedRow = DiagnosticCode(
    "manuscript.ragged-row",
    "A table row has more cells than the head has columns; what is too much would be lost.")
  package static let tableTooLarge = DiagnosticCode(
    "manuscript.table-too-large", "A pipe table has more columns or cells than can be laid out.")
  package static let invalidWidths = DiagnosticCode(
    "manuscript.invalid-widths",
    "The widths of a pipe table are not as many lengths or autos as it has columns.")
  package static let brokenImage = DiagnosticCode(
    "manuscript.broken-image",
    "An image is written `![caption](path)`; a path with spaces stands in `<…>`.")
  package static let unclosedBinding = DiagnosticCode(
    "manuscript.unclosed-binding", "A figure in prose opens with `{{` and must end with `}}`.")
  package static let bindingSyntax = DiagnosticCode(
    "manuscript.binding-syntax",
    "A figure in prose is written `{{ id }}` or `{{ id | format }}`; ids are lower case.")
  package static let misspeltBlock = DiagnosticCode(
    "manuscript.misspelt-block",
    "A code block's language is nearly `chart` or `table`; it would be printed as code.")

  package static let missingID = DiagnosticCode(
    "manuscript.missing-id", "A chart or table block needs an id to be referred to and exported.")
  package static let wrongIDPrefix = DiagnosticCode(
    "manuscript.wrong-id-prefix",
    "Ids say what they name: sections begin with sec-, figures and charts with fig-, tables with "
      + "tbl-, boxed cases with case-.")
  package static let invalidID = DiagnosticCode(
    "manuscript.invalid-id",
    "An id is a lower-case letter followed by lower-case letters, digits and hyphens.")
  package static let duplicateID = DiagnosticCode(
    "manuscript.duplicate-id", "Two things have the same id; ids are unique in the whole report.")
  package static let unknownReference = DiagnosticCode(
    "manuscript.unknown-reference",
    "A reference `@id` names nothing in the report, or a citation `[@key]` nothing in its bibliography. "
      + "Write `\\@` for the character itself.")
  package static let undefinedFootnote = DiagnosticCode(
    "manuscript.undefined-footnote", "A mark `[^id]` has no definition `[^id]: …`.")
  package static let unusedFootnote = DiagnosticCode(
    "manuscript.unused-footnote",
    "A definition `[^id]: …` has no mark `[^id]` in the text, so that the note would be lost.")
  package static let duplicateFootnote = DiagnosticCode(
    "manuscript.duplicate-footnote", "Two footnotes have the same id.")
  package static let repeatedMark = DiagnosticCode(
    "manuscript.repeated-mark", "A footnote is marked twice; it is set at its first mark.")

  package static let citationSyntax = DiagnosticCode(
    "manuscript.citation-syntax",
    "A citation is written `[@key]`, with pages `[@key, 12-15]`, of several `[@one; @other]`.")
  package static let locator = DiagnosticCode(
    "manuscript.locator",
    "What follows a reference in a citation names no pages; chapters and the like are told in words."
  )
  package static let uncited = DiagnosticCode(
    "manuscript.uncited",
    "The bibliography declares a reference that the report cites nowhere; only what is cited is listed."
  )
  package static let incompleteReference = DiagnosticCode(
    "manuscript.incomplete-reference",
    "A reference lacks what GB/T 7714 wants of its kind. Where no place or publisher is known, write "
      + "“[出版地不详]” or “[S.l.]”, “[出版者不详]” or “[s.n.]”.")
  package static let unusedField = DiagnosticCode(
    "manuscript.unused-field",
    "A reference says something that is not printed of its kind. Choose another `type`, or take it out."
  )

  /// The codes of this target.
  package static let manuscriptCodes: [DiagnosticCode] = [
    .missingPartFile, .unreadablePartFile, .invalidUTF8, .tooLarge, .tooDeep, .tooManyFindings,
    .missingTitle, .secondTitle, .headingJump, .rawHTML, .attributeSyntax, .unknownAttribute,
    .unclosedDivision, .strayFence, .strayCaption, .raggedRow, .tableTooLarge, .invalidWidths,
    .brokenImage,
    .unclosedBinding, .bindingSyntax, .misspeltBlock, .missingID, .wrongIDPrefix, .invalidID,
    .duplicateID, .unknownReference, .undefinedFootnote, .unusedFootnote, .duplicateFootnote,
    .repeatedMark, .unknownParameter, .parameterName,
    .repeatedMark, .citationSyntax, .locator, .uncited, .incompleteReference, .unusedField,
  ]
}
