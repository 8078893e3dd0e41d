internal import Comparison
internal import Diagnostics

/// One side of a comparison: an output of a build, or a PDF alone.
struct ComparedOutput: Sendable {
  struct Document: Sendable {
    /// `screen`, `print`, or empty for another file.
    var edition: String
    var path: String
    var bytes: [UInt8]
  }

  var name: String
  var record: OutputRecord?
  var documents: [Document]
}

/// Reads an output: its manifest and the PDFs that it lists, or a PDF.
func readOutput(_ path: String, _ world: any World) -> Diagnosed<ComparedOutput?> {
  if world.isFolder(path) { return readFolder(path, world) }
  switch world.read(path) {
  case .failure(.missing):
    return Diagnosed(nil, [Diagnostic(.missingFile, "“\(path)” does not exist")])
  case .failure(.unreadable(let reason)):
    return Diagnosed(nil, [Diagnostic(.missingFile, "“\(path)” cannot be read: \(reason)")])
  case .success(let bytes):
    let document = ComparedOutput.Document(edition: "", path: path, bytes: bytes)
    return Diagnosed(ComparedOutput(name: path, record: nil, documents: [document]))
  }
}

private func readFolder(_ path: String, _ world: any World) -> Diagnosed<ComparedOutput?> {
  guard case .success(let bytes) = world.read(path + "/manifest.json") else {
    let finding = Diagnostic(.noOutput, "the folder “\(path)” has no manifest.json")
    return Diagnosed(nil, [finding.hinting(nestedOutput(in: path, world))])
  }
  guard let record = OutputRecord(bytes) else {
    return Diagnosed(
      nil, [Diagnostic(.brokenManifest, "“\(path)/manifest.json” is no manifest of Colophon")])
  }
  var output = ComparedOutput(name: path, record: record, documents: [])
  var findings: [Diagnostic] = []
  let folder = Folder(world: world, path: path)
  for file in record.outputs ?? [] where file.path.hasSuffix(".pdf") && !file.path.contains("/") {
    switch folder.read(file.path) {
    case .success(let bytes):
      output.documents.append(
        ComparedOutput.Document(
          edition: edition(file.path), path: path + "/" + file.path, bytes: bytes))
    case .failure:
      findings.append(
        Diagnostic(.missingFile, "“\(path)/\(file.path)”, which the manifest lists, cannot be read")
      )
    }
  }
  if output.documents.isEmpty && findings.isEmpty {
    findings.append(Diagnostic(.noOutput, "the output “\(path)” has no PDF"))
  }
  return Diagnosed(findings.isEmpty ? output : nil, findings)
}

/// `report-screen.pdf` is the edition for screens.
private func edition(_ path: String) -> String {
  ["screen", "print"].first { path.hasSuffix("-\($0).pdf") } ?? ""
}

/// `build --output out` writes into a folder of the report's name within `out`.
private func nestedOutput(in path: String, _ world: any World) -> String? {
  world.files(in: path).first { $0.hasSuffix("/manifest.json") }
    .map { "did you mean “\(path)/\($0.dropLast("/manifest.json".count))”?" }
}

/// The PDFs to compare with each other: the editions that both outputs have, that for screens first,
/// since its tags tell the paragraphs; a PDF alone with the first of the other side.
func commonEditions(
  _ old: ComparedOutput, _ new: ComparedOutput
) -> [(old: ComparedOutput.Document, new: ComparedOutput.Document)] {
  let order = ["screen", "print", ""]
  let pairs = order.compactMap { edition in
    old.documents.first { $0.edition == edition }.flatMap { document in
      new.documents.first { $0.edition == edition }.map { (document, $0) }
    }
  }
  if pairs.isEmpty, old.record == nil || new.record == nil,
    let first = old.documents.first, let second = new.documents.first
  {
    return [(first, second)]
  }
  return pairs
}
