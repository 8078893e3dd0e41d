import Diagnostics
import Drawing
import Foundation
import RenderingFixtures
import Testing

@testable import Pipeline

/// Editions by the command, from layout and report to a file that names its standard.
struct EditionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func colophon(_ arguments: String...) throws -> Command {
    try Command.colophon(arguments + ["--home", LayeredWorld.root], in: folder.url)
  }

  /// A report of one chapter, in a layout that prints PDF/X-1a.
  private func write(_ picture: String = "") throws {
    let shape =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30' width='90' height='30'>"
    let files = [
      "r/report.yaml": """
      title: 年报
      date: 2025-12-31
      layout: look
      archive: a-3u
      attach: [figures, manuscript]
      parts: [{ role: chapter, file: one.md }]
      """,
      "r/look/layout.yaml": "extends: article\npress: { standard: x-1a }\n",
      "r/one.md": "# 一章\n\n第一段[^a]。\n\n\(picture)\n\n[^a]: 注。\n",
      "r/solid.svg": shape + "<rect width='90' height='30' fill='red'/></svg>",
      "r/thin.svg": shape + "<path d='M5 5 80 20' stroke='black' stroke-width='.02'/></svg>",
      "r/clear.svg": shape + "<rect width='90' height='30' fill='red' opacity='.5'/></svg>",
      "r/glass.svg": shape + "<rect width='90' height='30' fill='red'/>"
        + "<rect x='9' y='9' width='9' height='9' opacity='.5'/></svg>",
    ]
    try folder.write(files.mapValues { Array($0.utf8) }, below: ".")
  }

  @Test(.needs("pdfdetach")) func theManuscriptGoesAlongWhereTheReportAsks() throws {
    try write()
    let run = try colophon("build", "r", "--output", "out")
    #expect(run.status == 0 && run.hasNoFindings, "\(run.errors)")
    let screen = [UInt8](try Data(contentsOf: folder.url.appending(path: "out/r/r-screen.pdf")))
    #expect(try Tool.run("pdfdetach", ["-list", "%"], on: screen).output.contains("one.md"))
  }

  @Test func aHairlineInAPictureIsFoundAtThePicturesLine() throws {
    try write("![图](thin.svg){width=60mm alt=\"线\" credit=\"自绘\"}")
    let run = try colophon("build", "r", "--edition", "print", "--output", "out")
    #expect(run.status == 1)
    #expect(run.errors.contains("r/one.md:5:1: error: page 1 at"), "\(run.errors)")
    #expect(run.errors.contains("a line of “thin.svg” is 0.0"), "\(run.errors)")
  }

  /// What a layout itself paints shines through nowhere.
  @Test(arguments: ["article", "booklet", "council-report", "english-a4", "gb-9704"])
  func everyLayoutPrintsPDFX1a(_ layout: String) throws {
    try write()
    let opaque = "extends: \(layout)\npress: { standard: x-1a }\n"
    try folder.write(["r/look/layout.yaml": Array(opaque.utf8)], below: ".")
    let parts = """
      title: 年报
      date: 2025-12-31
      layout: look
      parts: [{ role: cover }, { role: contents }, { role: chapter, file: one.md }]
      """
    try folder.write(["r/report.yaml": Array(parts.utf8)], below: ".")
    let run = try colophon("build", "r", "--edition", "print", "--output", "out")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test(.needs("pdfinfo")) func layoutAndReportChooseTheStandards() throws {
    try write("![图](solid.svg){alt=\"红\" credit=\"自绘\"}")
    let run = try colophon("build", "r", "--edition", "all", "--output", "out")
    #expect(run.status == 0 && run.hasNoFindings, "\(run.errors)")
    let checked = try colophon("check", "out/r/r-print.pdf")
    #expect(checked.status == 0, "\(checked.errors)")
    let printed = [UInt8](try Data(contentsOf: folder.url.appending(path: "out/r/r-print.pdf")))
    #expect(try Tool.run("pdfinfo", ["%"], on: printed).output.contains(/PDF version: +1\.4/))
    let screen = try colophon("check", "out/r/r-screen.pdf", "--profile", "a3")
    #expect(screen.errors.contains("pdfa.level"))
  }

  @Test func whatShinesThroughIsRefusedAtItsLine() throws {
    try write("![图](clear.svg){alt=\"红\" credit=\"自绘\"}")
    let run = try colophon("build", "r", "--edition", "print", "--output", "out")
    #expect(run.status == 1)
    #expect(
      run.errors.contains("r/one.md:5:1: error: page 1: an opacity of “clear.svg”"), "\(run.errors)"
    )
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "out/r").path))
  }

  @Test func aPictureThatIsOpaqueAsAWholeIsFlattened() throws {
    try write("![图](glass.svg){alt=\"红\" credit=\"自绘\"}")
    let run = try colophon("build", "r", "--edition", "print", "--output", "out")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.contains("r/one.md:5:1: note: “glass.svg” is printed as pixels, 450 per inch"))
    #expect(try colophon("check", "out/r/r-print.pdf").status == 0)
  }

  @Test func aFileFromElsewhereIsLookedAtAsAPrinterWould() throws {
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>"
    let text =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      + "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj\(page)endobj\n"
      + "4 0 obj<</Length 25>>stream\n1 0 0 rg 20 20 50 50 re f\nendstream endobj\n"
      + "trailer<</Root 1 0 R>>"
    try folder.write(["a.pdf": Array(text.utf8)], below: ".")
    let run = try colophon("check", "a.pdf")
    #expect(run.status == 1)
    #expect(run.errors.contains("preflight.rgb") && run.errors.contains("preflight.page-boxes"))
    let quiet = try colophon("check", "a.pdf", "--profile", "x4")
    #expect(!quiet.errors.contains("preflight."))
  }

  /// Each kind of element taken away from the composed structure is missed at its place.
  @Test(arguments: [
    (StructureRole.heading1, "heading"), (.table, "table"), (.note, "note"), (.figure, "figure"),
    (.link, "link"),
  ])
  func whatTheManuscriptHasMustBeInTheStructure(_ role: StructureRole, _ name: String) async throws
  {
    try write(
      "![图](solid.svg){#fig-a alt=\"红\" credit=\"自绘\"}\n\n|甲|乙|\n|-|-|\n|1|2|\n\n: 表 {#tbl-a}\n\n见@fig-a。"
    )
    var compilation = compile(
      folder.url.appending(path: "r").path, CompileOptions(home: LayeredWorld.root),
      world: FileWorld())
    var clock = PhaseClock { _ in }
    var document = try #require(await composed(&compilation, tasks: 1, &clock))
    #expect(proveStructure(of: compilation.report, in: document) == [])
    let node = try #require(
      document.structure.nodes.indices.last { document.structure.nodes[$0].role == role })
    document.structure[StructureNodeID(index: Int32(node))].role = .division
    let found = proveStructure(of: compilation.report, in: document)
    #expect(found.map(\.message) == ["this \(name) is not among the tags"])
  }
}
