import Diagnostics
import Drawing
import Geometry
import Rendering
import RenderingFixtures
import Testing

@testable import Prepress

/// Documents that are painted into several files.
@Suite(
  .enabled(if: Fixture.hasFonts, "fonts-noto-cjk is not installed"),
  .enabled(if: Tool.isInstalled("qpdf"), "qpdf is not installed"),
  .enabled(if: Tool.isInstalled("pdftotext"), "poppler-utils is not installed"))
struct LongDocumentTests {
  /// Pages whose glyphs differ from page to page, some with a ligature or a picture.
  private static func document(pageCount: Int) throws -> PagedDocument {
    let specimen = try Specimen(Fixture.serif)
    let ligature = specimen.glyph(for: "ﬃ")
    var structure = StructureTree()
    let pages = (0..<pageCount).map { index in
      var list = DisplayList()
      let node = structure.add(.paragraph, in: StructureTree.root)
      let words = (0..<6).compactMap { Unicode.Scalar(0x4E00 + (index * 7 + $0 * 131) % 3_000) }
      specimen.set(
        "第\(index + 1)页 office " + words.map { String($0) }.joined(), as: FaceID(index: 0),
        size: 10,
        at: Point(x: 10, y: 50), node: node, in: &list)
      if index % 5 == 4 { show(ligature, as: index % 2 == 0 ? "ffi" : "ﬃ", node, in: &list) }
      if index % 9 == 3 {
        list.image(
          ImageID(index: UInt32(index % 2)), in: Rect(x: 10, y: 60, width: 20, height: 10),
          node: .artifact)
      }
      return Page(
        size: Size(width: 200, height: 100), list: list,
        label: PageLabel(style: .decimal, number: index + 1))
    }
    return PagedDocument(
      metadata: DocumentMetadata(title: "长", language: "zh-CN", date: "2025-12-31"), pages: pages,
      structure: structure, outline: [], faces: [Fixture.serif],
      images: [
        ImageResource(
          name: "a.jpg", format: .jpeg, bytes: Fixture.jpeg, size: Size(width: 16, height: 8)),
        ImageResource(
          name: "b.svg", format: .svg, bytes: Fixture.redSVG, size: Size(width: 10, height: 10)),
      ],
      bleed: 0)
  }

  /// One glyph that stands for different characters on different pages.
  private static func show(
    _ glyph: UInt, as text: String, _ node: StructureNodeID, in list: inout DisplayList
  ) {
    let starts = (list.glyphs.count, list.clusters.count, list.text.count)
    list.glyphs.append(PositionedGlyph(id: glyph, x: 150, y: 80))
    list.clusters.append(TextCluster(bytes: Int32(text.utf8.count), glyphs: 1))
    list.text += Array(text.utf8)
    let run = GlyphRun(
      face: FaceID(index: 0), size: 10, paint: list.intern(.color(.black)),
      glyphs: starts.0..<starts.0 + 1, clusters: starts.1..<starts.1 + 1,
      text: starts.2..<list.text.count)
    list.append(.glyphs(run), node: node, span: .none)
  }

  private static let long = Result { try document(pageCount: 330) }

  private func finished(_ document: PagedDocument, tasks: Int = 2) throws -> [UInt8] {
    let painted = try renderPDF(document, tasks: tasks)
    return try finish(painted, of: document, claiming: [.pdfUA1, .pdfA3a], tasks: tasks)
  }

  private static let finishedLong = Result {
    let document = try long.get()
    return try finish(
      try renderPDF(document, tasks: 2), of: document, claiming: [.pdfUA1, .pdfA3a], tasks: 2)
  }

  @Test func itIsPaintedIntoSeveralFiles() throws {
    #expect(try renderPDF(try Self.long.get()).continuations.count == 1)
    #expect(try renderPDF(try Self.document(pageCount: 310)).continuations.isEmpty)
  }

  @Test func theNumberOfThreadsChangesNoByte() throws {
    let document = try Self.long.get()
    #expect(try finished(document, tasks: 1) == Self.finishedLong.get())
  }

  @Test func qpdfAndTheRulesFindNothing() throws {
    let document = try Self.long.get()
    let bytes = try Self.finishedLong.get()
    let (status, output) = try Tool.run("qpdf", ["--check", "%"], on: bytes)
    #expect(status == 0 && !output.contains("WARNING"), "\(output)")
    #expect(verify(bytes, of: document, against: [.pdfUA1, .pdfA3a]).map(\.message) == [])
  }

  @Test(.enabled(if: PressSample.hasProfile, "scribus-data is not installed"))
  func aPrintEditionIsJoinedToo() throws {
    var document = try Self.long.get()
    document.images = try document.images.map { try decodeJPEG($0) }
    let bytes = try PressSample.print(document)
    let (status, output) = try Tool.run("qpdf", ["--check", "%"], on: bytes)
    #expect(status == 0 && !output.contains("WARNING"), "\(output)")
    #expect(verify(bytes, against: [.pdfX4]).diagnostics.map(\.message) == [])
    #expect(try Inspection(bytes).pages.count == 330)
  }

  @Test func allFilesShareTheirFontsAndPictures() throws {
    let bytes = try Self.finishedLong.get()
    let fonts = try Tool.run("pdffonts", ["%"], on: bytes).output.split(separator: "\n").dropFirst(
      2)
    let whole = try finished(try Self.document(pageCount: 310))
    let known = try Tool.run("pdffonts", ["%"], on: whole).output.split(separator: "\n").dropFirst(
      2)
    #expect(fonts.count == known.count, "\(fonts)")
    let images = try Inspection(bytes).file.objects.count { object in
      guard case .dictionary(let dictionary)? = object?.value else { return false }
      return dictionary["Subtype"] == .name("Image")
    }
    #expect(images == 1)
  }

  /// Pages about the place where the files meet, against the same pages painted into one file.
  @Test(.enabled(if: Tool.isInstalled("pdftoppm"), "poppler-utils is not installed"))
  func aPageLooksAndReadsAsItWouldInOneFile() throws {
    let document = try Self.long.get()
    let long = try Self.finishedLong.get()
    var short = document
    short.pages = Array(document.pages[155..<175])
    let few = try finished(short)
    for page in [1, 5, 10, 11, 15, 20] {
      let (there, here) = (String(page + 155), String(page))
      let text = try Tool.run("pdftotext", ["-f", there, "-l", there, "%", "-"], on: long).output
      #expect(
        try text == Tool.run("pdftotext", ["-f", here, "-l", here, "%", "-"], on: few).output)
      #expect(text.contains("第\(page + 155)页"))
      let pixels = try Tool.transform(
        "pdftoppm", ["-r", "72", "-f", there, "-l", there, "%"], on: long)
      #expect(pixels.count > 40_000)
      #expect(
        try pixels
          == Tool.transform("pdftoppm", ["-r", "72", "-f", here, "-l", here, "%"], on: few))
    }
  }
}
