internal import Charts
internal import Diagnostics
internal import Drawing
internal import Figures

/// `manifest.json`: what went in, what came out, and every number in between.
struct Manifest {
  let compilation: Compilation
  let request: BuildRequest
  let numbers: [NumberEntry]
  let document: PagedDocument
  let files: [OutputFile]
  let diagnostics: [Diagnostic]

  var json: JSONValue {
    .object([
      ("format", "colophon-manifest/1"),
      ("report", .string(compilation.name)),
      ("title", .string(document.metadata.title)),
      ("language", .string(document.metadata.language)),
      ("date", .string(document.metadata.date)),
      ("pages", .integer(document.pages.count)),
      ("settings", settings),
      ("servers", .strings(compilation.data.sources.filter(\.isServer).map(\.name))),
      (
        "inputs",
        .array(compilation.files.map { entry($0.name, $0.bytes, compilation.checksums[$0.name]) })
      ),
      ("fonts", .array(document.faces.map(face))),
      ("outputs", .array(files.map { entry($0.path, $0.bytes) })),
      ("charts", .array(compilation.charts.map(chart))),
      ("numbers", .array(numbers.map { $0.json(on: document, compilation.map) })),
      ("diagnostics", counts),
    ])
  }

  /// What the build was asked for, as far as it shows in the output.
  private var settings: JSONValue {
    let settings = BuildRecord.Settings(request)
    let parameters = settings.parameters.sorted { $0.key < $1.key }
    return .object([
      ("version", .string(settings.version)),
      ("parameters", .object(parameters.map { ($0.key, .string($0.value)) })),
      ("editions", .strings(settings.editions)), ("charts", .strings(settings.charts)),
      ("pageResolution", settings.pageResolution.map(JSONValue.number)),
      ("isLocked", .boolean(settings.isLocked)),
    ])
  }

  private func entry(_ name: String, _ bytes: [UInt8], _ known: String? = nil) -> JSONValue {
    .object([
      ("path", .string(name)), ("bytes", .integer(bytes.count)),
      ("sha256", .string(known ?? sha256(bytes))),
    ])
  }

  private func face(_ face: FaceResource) -> JSONValue {
    .object([
      ("family", .string(face.family)), ("weight", .integer(face.weight)),
      ("italic", .boolean(face.isItalic)), ("file", .string(face.path)),
      ("index", .integer(face.index)),
    ])
  }

  private func chart(_ job: Compilation.ChartJob) -> JSONValue {
    .object([
      ("id", .string(job.spec.id)), ("kind", .string(job.spec.kind.rawValue)),
      ("title", .string(job.spec.title)), ("rows", .integer(job.table.rowCount)),
      ("sources", .strings(job.table.sources)),
    ])
  }

  private var counts: JSONValue {
    .object([
      ("errors", .integer(diagnostics.count { $0.severity == .error })),
      ("warnings", .integer(diagnostics.count { $0.severity == .warning })),
    ])
  }
}
