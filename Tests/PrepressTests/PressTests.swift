import Diagnostics
import Drawing
import Foundation
import Geometry
import Rendering
import RenderingFixtures
import Seeds
import Testing

@testable import Prepress

@Suite(
  .enabled(if: Fixture.hasFonts, "fonts-noto-cjk is not installed"),
  .enabled(if: PressSample.hasProfile, "scribus-data is not installed"))
struct PressTests {
  /// The sample with one more shape on its second page.
  private func sample(_ paints: [Paint]) throws -> PagedDocument {
    var document = try SampleReport().document
    for (index, paint) in paints.enumerated() {
      let rect = Rect(x: 150, y: 20 + Double(index) * 30, width: 100, height: 25)
      document.pages[1].list.fill(Path(rect: rect), paint)
    }
    return document
  }

  private func content(of bytes: [UInt8]) throws -> String {
    let plain = try Tool.transform(
      "qpdf", ["--qdf", "--object-streams=disable", "%", "@"], on: bytes)
    return String(decoding: plain, as: UTF8.self)
  }

  @Test func noRGBIsLeftAnywhere() throws {
    let stops = [
      GradientStop(location: 0, color: Color(red: 0.8, green: 0.1, blue: 0.1)),
      GradientStop(location: 1, color: .white),
    ]
    let gradient = Paint.linearGradient(
      from: .zero, to: Point(x: 100, y: 0), stops: stops)
    var document = try sample([gradient, .color(Color(red: 0.2, green: 0.6, blue: 0.5))])
    let picture = ImageResource(
      name: "a.svg", format: .svg, bytes: Fixture.redSVG, size: Size(width: 10, height: 10))
    document.images = [picture]
    document.pages[0].list.image(
      ImageID(index: 0), in: Rect(x: 150, y: 300, width: 40, height: 40))
    let bytes = try PressSample.print(document)
    #expect(verify(bytes).value == [.pdfX4])
    #expect(verify(bytes).diagnostics == [])
    let text = try content(of: bytes)
    #expect(!text.contains("DeviceRGB"))
    #expect(text.contains(" k"))
  }

  /// Each of these leaves RGB in another kind of object: forms, patterns, shadings, masks, images.
  @Test(arguments: [
    "<g opacity='.5'><rect width='50' height='50' fill='red'/></g>",
    "<pattern id='p' width='9' height='9' patternUnits='userSpaceOnUse'>"
      + "<circle r='4' fill='red'/></pattern><rect width='80' height='80' fill='url(#p)'/>",
    "<radialGradient id='g'><stop stop-color='red'/><stop offset='.4' stop-color='lime'/>"
      + "<stop offset='1' stop-color='blue' stop-opacity='0'/></radialGradient>"
      + "<rect width='80' height='80' fill='url(#g)'/>",
    "<mask id='m' maskUnits='userSpaceOnUse' width='90' height='90'>"
      + "<rect width='90' height='90' fill='#c83'/></mask>"
      + "<rect mask='url(#m)' width='80' height='80' fill='red'/>",
    "<filter id='f'><feGaussianBlur stdDeviation='3'/></filter>"
      + "<rect x='9' y='9' width='50' height='50' fill='red' filter='url(#f)'/>",
    "<rect width='80' height='80' fill='red' style='mix-blend-mode:multiply'/>",
    "<image width='50' height='50' href='data:image/jpeg;base64,JPEG'/>",
    "<pattern id='p' width='9' height='9' patternUnits='userSpaceOnUse'>"
      + "<image width='9' height='9' href='data:image/jpeg;base64,JPEG'/></pattern>"
      + "<rect width='80' height='80' fill='url(#p)'/>",
  ])
  func noRGBIsLeftOfAPicture(_ shapes: String) throws {
    let content = shapes.replacing("JPEG", with: Data(Fixture.jpeg).base64EncodedString())
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>\(content)</svg>"
    var document = try SampleReport().document
    document.images = [
      ImageResource(
        name: "a.svg", format: .svg, bytes: Array(svg.utf8), size: Size(width: 100, height: 100))
    ]
    document.pages[0].list.image(
      ImageID(index: 0), in: Rect(x: 150, y: 200, width: 100, height: 100))
    let bytes = try PressSample.print(document)
    #expect(verify(bytes, against: [.pdfX4]).diagnostics == [])
    let text = try self.content(of: bytes)
    #expect(!text.contains("DeviceRGB") && !text.contains(/[0-9] (rg|RG)\s/))
  }

  @Test func coloursOfAMaskBecomeGreyOfTheirLuminosity() {
    let gray = grayContent(Array("q 1 0 0 rg 0 0 9 9 re f .2 .2 .2 RG S (1 0 0 rg) Tj".utf8))
    #expect(
      String(decoding: gray, as: UTF8.self) == "q 0.3 g 0 0 9 9 re f 0.2 G S (1 0 0 rg) Tj")
    #expect(grayPixels([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]) == [77, 150, 28, 255])
  }

  @Test func whatShinesThroughIsNamedAtItsPlaceForX1a() throws {
    var document = try SampleReport().document
    let span = SourceSpan(source: SourceID(index: 1), range: 7..<9)
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9' opacity='.5'/></svg>"
    document.images = [
      ImageResource(
        name: "a.svg", format: .svg, bytes: Array(svg.utf8), size: Size(width: 9, height: 9))
    ]
    document.pages[0].list.image(
      ImageID(index: 0), in: Rect(x: 150, y: 200, width: 100, height: 100), span: span)
    let found = try findTransparency(in: try renderPDF(document), of: document)
    #expect(
      found.map(\.message) == [
        "page 1: an opacity of “a.svg” cannot be in PDF/X-1a",
        "page 2: an opacity cannot be in PDF/X-1a",
      ])
    #expect(found.first?.span == span)
    #expect(found.first?.hints.first == "line 1 of “a.svg”: <rect opacity=\".5\">")
  }

  @Test func elementsOfAnSVGThatShineThroughAreNamedWithTheirLines() {
    let svg = """
      <svg opacity="1">
      <g style='fill: red; fill-opacity: 40%'/><rect fill="url(#a)"
        mask='url(#m)'/>
      <!-- opacity="0" --><p style="mix-blend-mode:normal;opacity:1.0"/><a opacity=".9
      """
    #expect(
      svgTransparencies(in: Array(svg.utf8)).map { "\($0.line) \($0.element)" } == [
        "2 <g fill-opacity=\"40%\">", "2 <rect mask=\"url(#m)\">",
      ])
  }

  @Test func aStyleSheetThatLetsSomethingShineThroughIsNamed() {
    let found = { (sheet: String) in
      svgTransparencies(in: Array("<svg>\n<style>\(sheet)</style><a\nmask='url(#m)'/></svg>".utf8))
        .map { "\($0.line) \($0.element)" }
    }
    let mask = "2 <a mask=\"url(#m)\">"
    #expect(found(".a{opacity:.5}") == ["2 <style>", mask])
    #expect(
      found("<![CDATA[ a > b { fill: red; /* x */ Fill-Opacity : 40% !important } ]]>").count == 2)
    #expect(found(".a:hover{filter:url(#f)}").first == "2 <style>")
    #expect(found(".a{opacity:1;mask:none;fill:opacity}") == [mask])
    #expect(
      svgTransparencies(in: Array("<svg><style/><p>opacity:.5</p><s:style>a{opacity:0".utf8))
        .map(\.element) == ["<s:style>"])
  }

  @Test func anOpaquePrintEditionPassesX1a() throws {
    let bytes = try PressSample.opaque()
    #expect(verify(bytes).value == [.pdfX1a])
    #expect(verify(bytes).diagnostics == [])
    #expect(bytes.starts(with: "%PDF-1.4".utf8))
  }

  @Test func theLevelOfTheArchiveIsWhatTheReportAsks() throws {
    let bytes = try PressSample.screen(.pdfA3u)
    #expect(verify(bytes).value == [.pdfUA1, .pdfA3u])
    #expect(verify(bytes).diagnostics == [])
    let higher = verify(bytes, against: [.pdfA3a]).diagnostics
    #expect(higher.map(\.code.id) == ["pdfa.level"])
  }

  @Test func aStandardWithoutRulesIsSaid() throws {
    let packet = { (part: String, level: String) in
      "<?xpacket begin=''?><pdfaid:part>\(part)</pdfaid:part>"
        + "<pdfaid:conformance>\(level)</pdfaid:conformance>"
    }
    let file = { (part: String, level: String) in
      let data = packet(part, level)
      let object = "<</Type/Metadata/Length \(data.utf8.count)>>stream\n\(data)\nendstream"
      let text = String(decoding: ForeignPDF(objects: [object]).bytes, as: UTF8.self)
      return Array(text.replacing("/Catalog/Pages", with: "/Catalog/Metadata 5 0 R/Pages").utf8)
    }
    let other = verify(file("2", "B"))
    #expect(other.value == [])
    #expect(
      other.diagnostics.map(\.message) == [
        "the file names PDF/A-2b, for which there are no rules here"
      ])
    let lowest = verify(file("3", "B"))
    #expect(lowest.value == [.pdfA3b])
    #expect(!lowest.diagnostics.map(\.code.id).contains("pdfa.identification"))
  }

  @Test func aPictureOfFourInksHasTheirProfileOnTheScreen() throws {
    var document = try SampleReport().document
    document.images = [
      ImageResource(
        name: "a.jpg", format: .jpeg, bytes: AreaInkTests.jpeg, size: Size(width: 64, height: 64))
    ]
    document.pages[0].list.image(
      ImageID(index: 0), in: Rect(x: 150, y: 300, width: 40, height: 40))
    let painted = try renderPDF(document)
    let claims: [Claim] = [.pdfUA1, .pdfA3a]
    let plain = try finish(painted, of: document, claiming: claims)
    #expect(verify(plain).diagnostics.map(\.code.id) == ["pdfa.colour"])
    let profile = try PressSample.condition().profile
    let known = try finish(painted, of: document, claiming: claims, inkProfile: { profile })
    #expect(verify(known).diagnostics == [])
    #expect(try content(of: known).contains("/ICCBased"))
  }

  @Test func aJPEGIsConverted() throws {
    var document = try SampleReport().document
    let picture = ImageResource(
      name: "a.jpg", format: .jpeg, bytes: Fixture.jpeg, size: Size(width: 16, height: 8))
    document.images = [try decodeJPEG(picture)]
    document.pages[0].list.image(
      ImageID(index: 0), in: Rect(x: 150, y: 300, width: 40, height: 20))
    let bytes = try PressSample.print(document)
    #expect(verify(bytes).diagnostics == [])
    #expect(!(try content(of: bytes)).contains("DeviceRGB"))
  }

  @Test func oneScreenValueWithTwoInksPrintsAsBoth() throws {
    let first = Color(red: 0.5, green: 0.5, blue: 0.5, ink: .black(0.5))
    let second = Color(
      red: 0.5, green: 0.5, blue: 0.5,
      ink: .process(cyan: 0.11, magenta: 0.22, yellow: 0.33, black: 0.44))
    let text = try content(of: try PressSample.print(try sample([.color(first), .color(second)])))
    #expect(text.contains("0 0 0 .5 k") || text.contains("0 0 0 0.5 k"))
    #expect(text.contains("0.11 0.22 0.33 0.44 k"))
  }

  @Test func artworkWithALayoutColourGetsItsInks() throws {
    var document = try SampleReport().document
    document.bleed = 11
    var inks = InkTable()
    let navy = Color(
      red: 1, green: 0, blue: 0,
      ink: .process(cyan: 0.98, magenta: 0.76, yellow: 0.28, black: 0.32))
    inks.assign(to: &document, palette: [navy])
    #expect(inks.ink(for: ScreenValue(red: 1, green: 0, blue: 0)) == navy.ink)
  }

  @Test func namedInksHaveTheirOwnPlate() throws {
    let solid = Ink.process(cyan: 0, magenta: 0.8, yellow: 1, black: 0)
    let spot = Color(
      red: 1, green: 0.4, blue: 0,
      ink: .spot(name: "PANTONE 021 C", tint: 0.6, alternate: solid))
    let bytes = try PressSample.print(try sample([.color(spot)]))
    let text = try content(of: bytes)
    #expect(text.contains("/PANTONE#20021#20C"))
    #expect(text.contains("/Kspot0 cs 0.6 scn"))
    #expect(verify(bytes).diagnostics == [])
  }

  @Test func blackTextOverprintsAndWhiteNever() {
    let black = separated("BT /F 1 Tf 0 0 0 rg (a)Tj ET 1 1 1 rg (b)Tj 0.8 g (c)Tj")
    #expect(
      black == "BT /F 1 Tf 0 0 0 1 k  /Ko gs (a)Tj ET 0 0 0 0 k  /Kk gs (b)Tj 0 0 0 0.2 k (c)Tj")
  }

  @Test func rulesOverprintAndAreasKnockOut() {
    #expect(separated("0 g 0 0 90 1 re f") == "0 0 0 1 k  /Ko gs 0 0 90 1 re f")
    #expect(separated("0 g 0 0 90 9 re f") == "0 0 0 1 k 0 0 90 9 re f")
    #expect(
      separated("0 g q 9 0 0 9 0 0 cm 0 0 9 1 re f Q")
        == "0 0 0 1 k q 9 0 0 9 0 0 cm 0 0 9 1 re f Q")
    #expect(separated("0 G 0 0 m 9 9 l S") == "0 0 0 1 K  /Ko gs 0 0 m 9 9 l S")
  }

  @Test func aPictureAfterTextKnocksOut() {
    #expect(separated("0 g (a)Tj /x Do") == "0 0 0 1 k  /Ko gs (a)Tj  /Kk gs /x Do")
  }

  @Test func stringsThatLookLikeOperatorsStay() {
    #expect(separated("1 g (1 0 0 rg \\) ) Tj <0a> Tj") == "0 0 0 0 k (1 0 0 rg \\) ) Tj <0a> Tj")
  }

  @Test func greysArePureBlackAndColoursAreNot() throws {
    var separation = try separation()
    let gray = separation.color(ScreenValue(red: 0.25, green: 0.25, blue: 0.25))
    #expect(gray == .process(.black(0.75)))
    let black = separation.color(ScreenValue(red: 0, green: 0, blue: 0))
    #expect(black == .process(.black(1)))
    guard case .process(let red) = separation.color(ScreenValue(red: 1, green: 0, blue: 0)) else {
      Issue.record("a conversion gives process inks")
      return
    }
    #expect(red.magenta > 0.9 && red.yellow > 0.9 && red.cyan < 0.1 && red.coverage <= 3)
  }

  @Test(arguments: 0..<40)
  func damagedContentNeverCrashes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var content = Array("q 1 0 0 rg /P <</MCID 0>> BDC (a(b)c) Tj [(d)2<0a>]TJ EMC Q BI EI".utf8)
    for _ in 0..<8 {
      content[Int(random.next() % UInt64(content.count))] = UInt8(truncatingIfNeeded: random.next())
    }
    var separation = try separation()
    _ = separateContent(content, into: &separation)
  }

  @Test(arguments: 0..<80)
  func damagedFilesNeverCrashTheRules(seed: UInt64) throws {
    let plain = try PressSample.editable.get()
    var bytes = seed % 2 == 0 ? plain.print : plain.screen
    var random = SplitMix64(seed: seed)
    for _ in 0...random.next() % 40 {
      bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
    }
    _ = verify(bytes, against: Claim.allCases)
  }

  @Test(.enabled(if: Tool.isInstalled("gs"), "ghostscript is not installed"))
  func aTextPageIsOnTheBlackPlateAlone() throws {
    let bytes = try PressSample.print(try SampleReport().document, hasMarks: false)
    let (status, output) = try Tool.run(
      "gs",
      ["-q", "-dNOPAUSE", "-dBATCH", "-dLastPage=1", "-sDEVICE=inkcov", "-sOutputFile=-", "%"],
      on: bytes)
    #expect(status == 0)
    let amounts = output.split(separator: " ").prefix(4).compactMap { Double($0) }
    try #require(amounts.count == 4)
    #expect(amounts[0] == 0 && amounts[1] == 0 && amounts[2] == 0 && amounts[3] > 0)
  }

  @Test func theSameReportGivesTheSameBytes() throws {
    #expect(try PressSample.print() == PressSample.print())
    #expect(try PressSample.screen() == PressSample.screen())
  }

  @Test func aProfileOfAnotherKindIsRefused() throws {
    let document = try SampleReport().document
    var condition = try PressSample.condition()
    condition.profile = sRGBProfile()
    let painted = try renderPDF(document)
    #expect(throws: PrepressError.unsuitableProfile("FOGRA39")) {
      try finishForPress(painted, of: document, inks: InkTable(), condition: condition)
    }
  }

  @Test func structureThatGotLostIsNamed() throws {
    var document = try SampleReport().document
    let bytes = try finish(
      try renderPDF(document), of: document, claiming: [.pdfUA1, .pdfA3a])
    #expect(verify(bytes, of: document, against: [.pdfUA1]) == [])
    let note = document.structure.add(.note, in: StructureTree.root)
    let shown = try #require(document.pages[0].list.items.indices.first)
    document.pages[0].list.items[shown].node = note
    let findings = verify(bytes, of: document, against: [.pdfUA1])
    #expect(findings.map(\.code) == [.lostStructure])
    #expect(findings.first?.message == "the document has 2 notes, its tags 1")
  }

  // MARK: Fixtures

  private func separation() throws -> Separation {
    let profile = try PressSample.condition().profile
    guard let transform = ColorTransform(profile: profile) else {
      throw PrepressError.unsuitableProfile("FOGRA39")
    }
    return Separation(InkTable(), through: transform)
  }

  private func separated(_ content: String) -> String {
    guard var separation = try? separation() else { return "" }
    return String(
      decoding: separateContent(Array(content.utf8), into: &separation).content, as: UTF8.self)
  }
}
