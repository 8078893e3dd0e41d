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

/// Makes the images of charts: each is drawn once, and painted in every format.
struct ChartImages: Sendable {
  private let compilation: Compilation
  private let formats: [ChartRequest.Format]
  private let resolution: Double
  private let pen: ChartPen
  private let faces: [FaceResource]
  private let namedFaces: SVGFaces

  init(_ compilation: Compilation, formats: [ChartRequest.Format], resolution: Double) {
    self.compilation = compilation
    self.formats = formats
    self.resolution = resolution
    pen = ChartPen(compilation, includesCaption: true)
    faces = compilation.layout.fonts.faces.map(\.resource)
    namedFaces = SVGFaces(faces)
  }

  func draw(_ job: Compilation.ChartJob) -> DrawnChart { pen.draw(job) }

  /// Whether images hold glyphs, which are cut for all charts at once; an SVG names its faces.
  var holdGlyphs: Bool { formats.contains { $0 != .svg } }

  /// The faces of some charts, cut once for all of their images.
  func subsets(for charts: [DrawnChart]) -> FaceSubsets {
    FaceSubsets(of: faces, showing: holdGlyphs ? charts.map(\.chart.list) : [])
  }

  /// Makes the images of a chart, all from the one display list.
  func files(of drawn: DrawnChart, _ subsets: FaceSubsets) -> Diagnosed<[OutputFile]> {
    var files: [OutputFile] = []
    var diagnostics = drawn.diagnostics
    let id = drawn.job.spec.id
    guard drawn.chart.size.width > 0 else { return Diagnosed([], diagnostics) }
    for format in formats {
      do {
        let bytes = try paint(drawn, format, subsets)
        files.append(OutputFile(path: "\(id).\(format.rawValue)", bytes: bytes))
      } catch let error as RenderingError {
        diagnostics.append(error.diagnostic)
      } catch let error as PrepressError {
        diagnostics.append(error.diagnostic)
      } catch {
        diagnostics.append(Diagnostic(.paintingFailed, "\(error)"))
      }
    }
    files.append(OutputFile(path: "\(id).csv", bytes: Array(drawn.chart.table.csv.utf8)))
    return Diagnosed(files, diagnostics)
  }

  private func paint(
    _ drawn: DrawnChart, _ format: ChartRequest.Format, _ subsets: FaceSubsets
  ) throws -> [UInt8] {
    let chart = drawn.chart
    switch format {
    case .svg:
      return serializeSVG(
        chart.list, size: chart.size, title: drawn.job.spec.title, description: chart.alt,
        faces: namedFaces)
    case .png:
      return try renderPNG(
        chart.list, size: chart.size, pixelsPerInch: resolution, faces: subsets)
    case .pdf: return try chartPDF(drawn, compilation, subsets)
    }
  }
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
