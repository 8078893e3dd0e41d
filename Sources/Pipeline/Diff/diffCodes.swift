package import Diagnostics

extension DiagnosticCode {
  package static let noOutput = DiagnosticCode(
    "diff.no-output",
    "What `colophon diff` was given is neither a PDF nor a folder that a build has written, with a "
      + "manifest.json and at least one PDF.")
  package static let brokenManifest = DiagnosticCode(
    "diff.broken-manifest",
    "The manifest.json of an output is not one of Colophon, or is damaged. Build the report again.")
  package static let unreadablePDF = DiagnosticCode(
    "diff.unreadable-pdf",
    "A PDF that is to be compared is damaged, encrypted, or takes longer than a minute to read.")
  package static let noPoppler = DiagnosticCode(
    "diff.no-poppler",
    "Pages are painted for comparison, and the text of PDFs without tags is read, by Poppler's "
      + "programs pdftoppm and pdftotext, which are not installed: apt-get install poppler-utils.")
  package static let noCommonEdition = DiagnosticCode(
    "diff.no-common-edition",
    "The two outputs have no edition in common: one has only the print edition, the other only the "
      + "one for screens. Build the same edition of both.")
  package static let occupiedFolder = DiagnosticCode(
    "diff.occupied-folder",
    "The folder for the report holds files that are none of a report. The report would take its "
      + "place, and they would be lost.")

  static let diffCodes: [DiagnosticCode] = [
    .noOutput, .brokenManifest, .unreadablePDF, .noPoppler,
    .noCommonEdition, .occupiedFolder,
  ]
}

extension Diagnostic {
  /// A file that cannot be compared.
  static func unreadable(_ path: String, _ why: String) -> Diagnostic {
    Diagnostic(.unreadablePDF, "“\(path)” \(why)")
  }
}
