import Diagnostics
import Drawing
import Geometry
import RenderingFixtures
import Testing

@testable import Rendering

@Suite(.enabled(if: Fixture.hasFonts, "fonts-noto-cjk is not installed"))
struct RenderPDFTests {
  private let paragraph = StructureNodeID(index: 1)

  private func document(
    images: [ImageResource] = [], bleed: Double = 0, _ draw: (inout DisplayList) throws -> Void
  ) rethrows -> PagedDocument {
    var list = DisplayList()
    try draw(&list)
    let page = Page(
      size: Size(width: 200, height: 100), list: list, label: PageLabel(style: .decimal, number: 1))
    return PagedDocument(
      metadata: DocumentMetadata(title: "t", language: "zh-CN", date: "2025-12-31"), pages: [page],
      structure: StructureTree(), outline: [], faces: [Fixture.serif], images: images, bleed: bleed)
  }

  private func set(_ text: String, in list: inout DisplayList, node: StructureNodeID) throws {
    let specimen = try Specimen(Fixture.serif)
    specimen.set(
      text, as: FaceID(index: 0), size: 10, at: Point(x: 10, y: 50), node: node, in: &list)
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    let document = try document { try set("共建“一带一路”，2025年。", in: &$0, node: paragraph) }
    let first = try renderPDF(document)
    #expect(try renderPDF(document).bytes == first.bytes)
    #expect(first.markers == [[paragraph]])
  }

  @Test(.enabled(if: Tool.isInstalled("pdftotext"), "poppler-utils is not installed"))
  func textIsExtractedAsItWasGiven() throws {
    // U+2F00 and U+4E00 share a glyph, and so may the hyphens: a reverse look-up would mix them up.
    let text = "共建一带一路Aﬃ,⼀-2025"
    let painted = try renderPDF(try document { try set(text, in: &$0, node: paragraph) })
    let (status, output) = try Tool.run("pdftotext", ["-raw", "%", "-"], on: painted.bytes)
    #expect(status == 0)
    #expect(output.filter { !$0.isWhitespace } == text)
  }

  @Test(.enabled(if: Tool.isInstalled("pdftotext"), "poppler-utils is not installed"))
  func aClusterOfSeveralCharactersIsExtractedWhole() throws {
    let document = document { list in
      let glyph = (try? Specimen(Fixture.serif).glyph(for: "ﬃ")) ?? 0
      list.glyphs = [PositionedGlyph(id: glyph, x: 10, y: 50)]
      list.text = Array("ffi".utf8)
      list.clusters = [TextCluster(bytes: 3, glyphs: 1)]
      let paint = list.intern(.color(.black))
      let run = GlyphRun(
        face: FaceID(index: 0), size: 10, paint: paint, glyphs: 0..<1, clusters: 0..<1, text: 0..<3)
      list.append(.glyphs(run), node: paragraph, span: .none)
    }
    let painted = try renderPDF(document)
    #expect(try Tool.run("pdftotext", ["%", "-"], on: painted.bytes).output.contains("ffi"))
    #expect(!painted.bytes.contains(sequence: "ActualText"))
  }

  @Test(.enabled(if: Tool.isInstalled("pdffonts"), "poppler-utils is not installed"))
  func fontsAreEmbeddedAndSubsetUnderTheirOwnNames() throws {
    let painted = try renderPDF(try document { try set("国", in: &$0, node: paragraph) })
    let lines = try Tool.run("pdffonts", ["%"], on: painted.bytes).output.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines[2].contains("+NotoSerifCJKsc-Regular"))
    #expect(lines[2].contains("yes yes yes"))
    #expect(painted.bytes.count < 20_000, "one glyph of a 26 MB font")
  }

  @Test func aPictureUsedTwiceIsOneObject() throws {
    let jpeg = try #require(inspectImage(name: "a.jpg", bytes: Fixture.jpeg).value)
    let painted = try renderPDF(
      document(images: [jpeg]) { list in
        for x in [10.0, 60] {
          list.image(
            ImageID(index: 0), in: Rect(x: x, y: 10, width: 32, height: 16), node: paragraph)
        }
      })
    #expect(painted.bytes.occurrences(of: "/Subtype /Image") == 1)
    #expect(painted.bytes.contains(sequence: "/DCTDecode"))
    #expect(painted.bytes.contains(Fixture.jpeg), "the JPEG's own bytes")
  }

  @Test func artworkReachesIntoTheBleed() throws {
    let painted = try renderPDF(
      document(bleed: 9) { list in
        list.fill(
          Path(rect: Rect(x: -9, y: -9, width: 5, height: 5)), .color(.black), node: .artifact)
      })
    #expect(painted.bytes.contains(sequence: "/MediaBox [ 0 0 218 118 ]"))
    #expect(painted.markers == [[.artifact]])
  }

  @Test func anImageThatCannotBeDrawnIsNamed() {
    let broken = ImageResource(
      name: "images/x.svg", format: .svg, bytes: Array("<svg".utf8), size: Size(width: 1, height: 1)
    )
    let document = document(images: [broken]) {
      $0.image(ImageID(index: 0), in: Rect(x: 0, y: 0, width: 9, height: 9))
    }
    #expect(throws: RenderingError.image(name: "images/x.svg")) { try renderPDF(document) }
  }

  @Test func aFaceThatIsNotThereIsNamed() throws {
    var document = try document { try set("国", in: &$0, node: paragraph) }
    document.faces[0].path = "/nowhere/a.otf"
    #expect(throws: RenderingError.face(path: "/nowhere/a.otf", index: 2)) {
      try renderPDF(document)
    }
    document.faces[0] = Fixture.serif
    document.faces[0].index = 99
    #expect(throws: RenderingError.face(path: Fixture.serif.path, index: 99)) {
      try renderPDF(document)
    }
  }
}

extension [UInt8] {
  func contains(sequence text: String) -> Bool { occurrences(of: text) > 0 }

  func occurrences(of text: String) -> Int {
    let pattern = Array(text.utf8)
    return indices.count { self[$0...].starts(with: pattern) }
  }
}
