internal import Charts
package import Declarations
internal import Diagnostics
package import Drawing
internal import Figures

/// A file that was read or made.
struct FileRecord: Recorded {
  var path: String
  var bytes: [UInt8]
  /// The checksum where it is known already.
  var checksum: String?

  static let members: [Member<FileRecord>] = [
    Member("path", .text, "Path in the report, or in the output.") { $0.path },
    Member("bytes", .count, "Size in bytes.") { $0.bytes.count },
    Member("sha256", .digest, "SHA-256 of the content.") { $0.checksum ?? sha256($0.bytes) },
  ]
}

/// One finished form of the document, with the standards that it names.
struct EditionRecord: Recorded {
  var edition: Edition
  var file: String
  var claims: [String]

  /// Nil for a file that is no edition.
  init?(_ file: OutputFile) {
    guard let edition = file.edition else { return nil }
    self.edition = edition
    self.file = file.path
    claims = file.claims
  }

  static let members: [Member<EditionRecord>] = [
    Member("edition", .text("^(print|screen|proof)$"), "print, screen or proof.") {
      $0.edition.rawValue
    },
    Member("file", .text, "Path of the PDF in the output.") { $0.file },
    Member(
      "claims", .list(.text),
      "Standards that the file names, each verified on its bytes by Colophon's own rules."
    ) { $0.claims },
  ]
}

extension FaceResource: Recorded {
  package static let members: [Member<FaceResource>] = [
    Member("family", .text, "Family name.") { $0.family },
    Member("weight", .count, "CSS weight.") { $0.weight },
    Member("italic", .boolean, "Whether the face is italic.") { $0.isItalic },
    Member("file", .text, "Font file.") { $0.path },
    Member("index", .count, "Position of the face in a collection.") { $0.index },
  ]
}

extension Compilation.ChartJob: Recorded {
  static let members: [Member<Compilation.ChartJob>] = [
    Member("id", .text, "Id of the chart.") { $0.spec.id },
    Member("kind", .text, "What stands for a value.") { $0.spec.kind.rawValue },
    Member("title", .text, "Caption.") { $0.spec.title },
    Member("rows", .count, "Rows of data.") { $0.table.rowCount },
    Member("sources", .list(.text), "Sources that the rows come from.") { $0.table.sources },
  ]
}

/// How many findings there were of each severity.
struct FindingCounts: Recorded {
  private let counts: [Severity: Int]
  private let allowed: Int

  init(_ diagnostics: [Diagnostic]) {
    allowed = diagnostics.count { $0.allowance != nil }
    counts = diagnostics.filter { $0.allowance == nil }.reduce(into: [:]) {
      $0[$1.severity, default: 0] += 1
    }
  }

  static let members: [Member<FindingCounts>] = [
    Member("errors", .count, "Errors; none, since nothing is written then.") {
      $0.counts[.error] ?? 0
    },
    Member("warnings", .count, "Warnings.") { $0.counts[.warning] ?? 0 },
    Member("notes", .count, "Notes.") { $0.counts[.note] ?? 0 },
    Member("allowed", .count, "Findings that the report lets pass, of any severity.") {
      $0.allowed
    },
  ]
}

extension Manifest {
  /// A printed number; open, so that what is known of a number may grow.
  static let numbers = JSONForm<JSONValue>(
    schema: .object(
      [
        .init(
          "kind", .text(),
          "bound or stated in a text, cell of a table or sum carried, label of a chart.",
          isRequired: true),
        .init("figure", .text(), "Id of the figure, where it is one.", isRequired: false),
        .init("block", .text(), "Id of the table or chart that prints it.", isRequired: false),
        .init("row", .count, "Row of the table, from 1.", isRequired: false),
        .init("column", .text(), "Column of the table.", isRequired: false),
        .init("item", .text(), "Item of the chart.", isRequired: false),
        .init("value", .any, "The exact value.", isRequired: true),
        .init("unit", .text(), "Its unit.", isRequired: true),
        .init("text", .text(), "The number as it is printed.", isRequired: true),
        .init("rounding", .text(), "How it was rounded for print.", isRequired: true),
        .init("query", .text(), "The query that gave it.", isRequired: false),
        .init("derivation", .text(), "How it is derived.", isRequired: false),
        .init("operands", .array(.text()), "What it is derived from.", isRequired: true),
        .init("sources", .array(.any), "Files with SHA-256, row and line.", isRequired: true),
        .init("provider", .text(), "Who published it.", isRequired: false),
        .init("as-of", .text(), "The date or period that it stands for.", isRequired: false),
        .init("file", .text(), "File of the manuscript that prints it.", isRequired: false),
        .init("line", .count, "Line of that file.", isRequired: false),
        .init(
          "alternative", .flag,
          "Whether it stands in the description for screen readers of what is in the places.",
          isRequired: false),
        .init("places", .array(.any), "Pages and boxes that show it.", isRequired: true),
      ], isOpen: true)
  ) { $0 }
}

extension BuildRecord.Settings: Recorded {
  static let members: [Member<BuildRecord.Settings>] = [
    Member("version", .text, "Version of Colophon.") { $0.version },
    Member("parameters", .dictionary(.text), "Values of the report's parameters that were given.") {
      $0.parameters
    },
    Member("editions", .list(.text), "Editions that were asked for; empty for the report's own.") {
      $0.editions
    },
    Member("charts", .list(.text), "Formats of chart images.") { $0.charts },
    Member("pageResolution", optional: .number, "Pixels per inch of page images.") {
      $0.pageResolution
    },
    Member("isLocked", .boolean, "Whether colophon.lock was held to.") { $0.isLocked },
  ]
}
