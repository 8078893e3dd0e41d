import Diagnostics
import Drawing
import Geometry
import RenderingFixtures
import Testing

@testable import Prepress

/// One page with one fault each, found by its code with its place.
@Suite(.enabled(if: PressSample.hasProfile, "scribus-data is not installed"))
struct PreflightTests {
  private let span = SourceSpan(source: SourceID(index: 1), range: 7..<9)
  private let dark = Color(
    red: 0, green: 0, blue: 0.3,
    ink: .process(cyan: 1, magenta: 0.8, yellow: 0.2, black: 0.3))

  private func findings(_ draw: (inout DisplayList) -> Void) throws -> [Diagnostic] {
    var list = DisplayList()
    draw(&list)
    let page = Page(
      size: Size(width: 300, height: 400), list: list, label: PageLabel(style: .decimal, number: 1))
    var document = PagedDocument(
      metadata: DocumentMetadata(title: "t", language: "en", date: "2025-12-31"), pages: [page],
      structure: StructureTree(), outline: [], faces: [], images: [coarse], bleed: 11)
    var inks = InkTable()
    inks.assign(to: &document, palette: [])
    return preflight(
      document, inks: inks, condition: try PressSample.condition(), profile: PreflightProfile())
  }

  private let coarse = ImageResource(
    name: "port.jpg", format: .jpeg, bytes: [], size: Size(width: 100, height: 100))

  private func line(_ width: Double, _ color: Color = .black) throws -> [Diagnostic] {
    try findings { list in
      var path = Path()
      path.move(to: Point(x: 20, y: 50))
      path.line(to: Point(x: 120, y: 50))
      list.stroke(path, .color(color), StrokeStyle(width: width), span: span)
    }
  }

  private func text(
    _ size: Double, _ color: Color, on ground: Color? = nil
  ) throws -> [Diagnostic] {
    try findings { list in
      let box = Rect(x: 10, y: 10, width: 200, height: 100)
      if let ground { list.fill(Path(rect: box), .color(ground)) }
      list.glyphs.append(PositionedGlyph(id: 1, x: 30, y: 60))
      let paint = list.intern(.color(color))
      let run = GlyphRun(
        face: FaceID(index: 0), size: size, paint: paint, glyphs: 0..<1, clusters: 0..<0,
        text: 0..<0)
      list.append(.glyphs(run), node: .artifact, span: span)
    }
  }

  @Test func aHairlineIsAnErrorAtItsPlace() throws {
    let found = try line(0.1)
    #expect(found.map(\.code.id) == ["preflight.thin-line"])
    #expect(found.first?.severity == .error)
    #expect(found.first?.span == span)
    #expect(found.first?.message == "page 1 at 20, 50 pt: a line is 0.10 pt thick")
  }

  @Test func aThinLineIsAWarningAndATintANote() throws {
    #expect(try line(0.2).map(\.severity) == [.warning])
    #expect(try line(0.4, Color(gray: 0.8)).map(\.severity) == [.note])
    #expect(try line(0.4) == [])
  }

  @Test func textInRichBlackIsAnError() throws {
    let rich = Color(
      red: 0, green: 0, blue: 0, ink: .process(cyan: 0.6, magenta: 0.5, yellow: 0.5, black: 1))
    #expect(try text(10, rich).map(\.code.id) == ["preflight.rich-black-text"])
    #expect(try text(10, .black) == [])
  }

  @Test func smallTextInSeveralInksOrReversedIsAWarning() throws {
    #expect(try text(5, dark).map(\.code.id) == ["preflight.small-text"])
    #expect(try text(5, .white, on: dark).map(\.code.id) == ["preflight.small-text"])
    #expect(try text(7, .white, on: dark) == [])
  }

  @Test func artworkAtTheTrimMustReachTheBleed() throws {
    let short = Rect(x: 0, y: 20, width: 50, height: 50)
    let reaching = Rect(x: -9, y: 20, width: 50, height: 50)
    let found = try [short, reaching].map { rect in
      try findings { $0.fill(Path(rect: rect), .color(dark), span: span) }.map(\.code.id)
    }
    #expect(found == [["preflight.short-bleed"], []])
  }

  @Test func aPictureIsMeasuredAtItsPlacedSize() throws {
    let found = try [100.0, 40, 20].map { side in
      let rect = Rect(x: 20, y: 20, width: side, height: side)
      return try findings { $0.image(ImageID(index: 0), in: rect, span: span) }.map(\.severity)
    }
    #expect(found == [[.error], [.warning], []])
  }

  @Test func anEmptyPageIsNamed() throws {
    #expect(try findings { _ in }.map(\.code.id) == ["preflight.empty-page"])
  }

  @Test func reservedNamesOfInksAreRefused() throws {
    let all = Color(
      red: 1, green: 0, blue: 0,
      ink: .spot(
        name: "All", tint: 1, alternate: .process(cyan: 0, magenta: 1, yellow: 1, black: 0)))
    let found = try findings {
      $0.fill(Path(rect: Rect(x: 20, y: 20, width: 50, height: 50)), .color(all))
    }
    #expect(found.map(\.code.id) == ["preflight.spot-names"])
  }
}
