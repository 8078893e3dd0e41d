internal import Diagnostics
internal import Drawing
internal import Figures
internal import Manuscript
internal import Prepress

/// What the edition for screens carries: the data of each chart, associated with its figure, and the
/// files that report.yaml asks for, associated with the document.
func attachments(
  of document: PagedDocument, _ compilation: Compilation
) -> [Attachment] {
  let nodes = document.structure.nodes
  let figures = nodes.indices.filter { nodes[$0].role == .figure }
  let charts = compilation.chartData.map { data in
    let figure = figures.first { nodes[$0].span == data.block }
    return Attachment(
      name: "\(data.name).csv", description: data.title, mediaType: "text/csv",
      bytes: Array(data.csv.utf8), node: figure.map { StructureNodeID(index: Int32($0)) })
  }
  return charts
    + compilation.report.declaration.attach.flatMap { kind in
      compilation.files(for: kind).map {
        attachment($0, relationship: kind == .manuscript ? .source : .data)
      }
    }
}

/// A file by its path in the report, whose folders its name shows, so that names stay unique.
private func attachment(
  _ file: (name: String, bytes: [UInt8]), relationship: Attachment.Relationship
) -> Attachment {
  let suffix = file.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  return Attachment(
    name: file.name.replacing("/", with: "-"), description: file.name,
    mediaType: mediaTypes[suffix] ?? "application/octet-stream", bytes: file.bytes,
    relationship: relationship)
}

private let mediaTypes = [
  "csv": "text/csv", "db": "application/vnd.sqlite3", "json": "application/json",
  "md": "text/markdown", "tsv": "text/tab-separated-values", "yaml": "application/yaml",
  "yml": "application/yaml",
]

extension Compilation {
  /// The files of a kind among those that were read, in the order of reading.
  fileprivate func files(for kind: AttachedFiles) -> [(name: String, bytes: [UInt8])] {
    let paths: Set<String> =
      switch kind {
      case .figures: Set(data.sources.compactMap { $0.file.map(sourcePath) } + [figuresPath])
      case .manuscript:
        Set(report.parts.compactMap { $0.source.map(map.file) } + ["report.yaml"])
      }
    return files.filter { paths.contains($0.name) }
  }
}
