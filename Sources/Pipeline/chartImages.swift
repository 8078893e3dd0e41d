internal import Charts
internal import Diagnostics
internal import Drawing
internal import Geometry
internal import Manuscript
internal import Prepress
internal import Rendering
internal import Typography

/// A file to be written: its path below the output folder, and its bytes.
struct OutputFile: Sendable {
  var path: String
  var bytes: [UInt8]
  /// The edition that the file is; nil for charts and what else goes with it.
  var edition: Edition?
  /// Names of the standards that the file claims, all verified.
  var claims: [String] = []
}

/// The faces of some charts, cut once for all of their images; an SVG names its faces, only the others
/// hold glyphs.
func faceSubsets(
  of charts: [DrawnChart], for formats: [ChartRequest.Format], _ compilation: Compilation
) -> FaceSubsets {
  let charts = formats.contains { $0 != .svg } ? charts : []
  return FaceSubsets(
    of: compilation.layout.fonts.faces.map(\.resource), showing: charts.lazy.map(\.chart.list))
}

/// Makes the images of a chart, all from the one display list.
func images(
  of drawn: DrawnChart, _ compilation: Compilation, formats: [ChartRequest.Format],
  resolution: Double, faces subsets: FaceSubsets
) -> Diagnosed<[OutputFile]> {
  var files: [OutputFile] = []
  var diagnostics = drawn.diagnostics
  let spec = drawn.job.spec
  guard drawn.chart.size.width > 0 else { return Diagnosed([], diagnostics) }
  let faces = compilation.layout.fonts.faces.map(\.resource)
  for format in formats {
    do {
      let bytes: [UInt8] =
        switch format {
        case .svg:
          serializeSVG(
            drawn.chart.list, size: drawn.chart.size, title: spec.title,
            description: drawn.chart.alt, faces: faces)
        case .png:
          try renderPNG(
            drawn.chart.list, size: drawn.chart.size, pixelsPerInch: resolution, faces: subsets)
        case .pdf: try chartPDF(drawn, compilation, subsets)
        }
      files.append(OutputFile(path: "\(spec.id).\(format.rawValue)", bytes: bytes))
    } catch let error as RenderingError {
      diagnostics.append(error.diagnostic)
    } catch let error as PrepressError {
      diagnostics.append(error.diagnostic)
    } catch {
      diagnostics.append(Diagnostic(.paintingFailed, "\(error)"))
    }
  }
  files.append(OutputFile(path: "\(spec.id).csv", bytes: Array(drawn.chart.table.csv.utf8)))
  return Diagnosed(files, diagnostics)
}

private func chartPDF(
  _ drawn: DrawnChart, _ compilation: Compilation, _ faces: FaceSubsets
) throws -> [UInt8] {
  var structure = StructureTree()
  let figure = structure.add(.figure, in: StructureTree.root, span: drawn.job.block)
  structure[figure].alt = drawn.chart.alt
  var list = DisplayList()
  list.append(drawn.chart.list, at: .zero, node: figure)
  let page = Page(
    size: drawn.chart.size, list: list, label: PageLabel(style: .decimal, number: 1))
  let declaration = compilation.report.declaration
  let document = PagedDocument(
    metadata: DocumentMetadata(
      title: drawn.job.spec.title, organization: declaration.organization?.value,
      language: drawn.job.spec.language ?? compilation.language, date: compilation.date),
    pages: [page], structure: structure, outline: [],
    faces: compilation.layout.fonts.faces.map(\.resource), images: [], bleed: 0)
  return try finish(try renderPDF(document, faces: faces), of: document)
}
