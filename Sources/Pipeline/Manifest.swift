internal import Charts
internal import Declarations
internal import Diagnostics
internal import Drawing
internal import Figures

/// `manifest.json`: what went in, what came out, and every number in between.
struct Manifest: Recorded {
  let compilation: Compilation
  let request: BuildRequest
  let numbers: [NumberEntry]
  let document: PagedDocument
  let files: [OutputFile]
  let diagnostics: [Diagnostic]

  static let members: [Member<Manifest>] = [
    Member("format", .text("^colophon-manifest/2$"), "Version of the format.") { _ in
      "colophon-manifest/2"
    },
    Member("report", .text, "Name of the report.") { $0.compilation.name },
    Member("title", .text, "Title of the document.") { $0.document.metadata.title },
    Member("language", .text, "Language of the document, BCP 47.") {
      $0.document.metadata.language
    },
    Member("date", .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), "Day that dates the files.") {
      $0.document.metadata.date
    },
    Member("tools", .dictionary(.text), "Versions of Colophon and its libraries, by name.") { _ in
      toolVersions
    },
    Member("pages", .count, "How many pages the document has.") { $0.document.pages.count },
    Member("settings", .record(BuildRecord.Settings.self), "What the build was asked for.") {
      BuildRecord.Settings($0.request)
    },
    Member("servers", .list(.text), "Sources outside of files, whose data may be others by now.") {
      $0.compilation.data.sources.filter(\.isServer).map(\.name)
    },
    Member("inputs", .list(.record(FileRecord.self)), "Files that were read.") {
      let checksums = $0.compilation.checksums
      return $0.compilation.files.map {
        FileRecord(path: $0.name, bytes: $0.bytes, checksum: checksums[$0.name])
      }
    },
    Member("fonts", .list(.record(FaceResource.self)), "Faces that text may be set in.") {
      $0.document.faces
    },
    Member("editions", .list(.record(EditionRecord.self)), "Finished forms of the document.") {
      $0.files.compactMap(EditionRecord.init)
    },
    Member("outputs", .list(.record(FileRecord.self)), "Files that were made, but this one.") {
      $0.files.map { FileRecord(path: $0.path, bytes: $0.bytes) }
    },
    Member("charts", .list(.record(Compilation.ChartJob.self)), "Charts of the document.") {
      $0.compilation.charts
    },
    Member("exhibits", .dictionary(.text), "What the text calls charts and tables, by their ids.") {
      $0.compilation.exhibits
    },
    Member("numbers", .list(numbers), "Numbers that were printed, each with its origin.") {
      manifest in
      manifest.numbers.map { $0.json(on: manifest.document, manifest.compilation.map) }
    },
    Member("diagnostics", .record(FindingCounts.self), "How much was found.") {
      FindingCounts($0.diagnostics)
    },
  ]
}
