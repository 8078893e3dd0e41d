import Compression
import Diagnostics
import Foundation
import RenderingFixtures
import Seeds
import Testing

@testable import Prepress

/// Files from elsewhere, looked at as a printer would.
struct ForeignFileTests {
  private func findings(_ file: ForeignPDF) -> [Diagnostic] {
    preflight(file.bytes, profile: PreflightProfile())
  }

  private func codes(_ content: String, _ resources: String = "") -> [String] {
    findings(ForeignPDF(content: content, resources: resources)).map {
      String($0.code.id.dropFirst(10))
    }
  }

  private let overprint = "/ExtGState<</o<</OP true/op true/OPM 1>>/t<</ca .5>>>>"

  @Test(arguments: [
    ("0 0 0 1 k 20 20 50 50 re f", []),
    ("1 0 0 rg 20 20 50 50 re f", ["rgb"]),
    (".1 w 20 20 m 90 90 l S", ["thin-line"]),
    ("q .1 0 0 .1 0 0 cm 1 w 200 200 m 900 900 l S Q", ["thin-line"]),
    ("20 20 50 .1 re f", ["thin-line"]),
    ("1 1 .6 .6 k 20 20 50 50 re f", ["ink-coverage"]),
    ("1 1 1 0 k 20 20 50 50 re f /o gs 0 0 0 1 k 30 30 30 30 re f", ["ink-coverage"]),
    ("1 1 1 0 k 20 20 50 50 re f 0 0 0 1 k 30 30 30 30 re f", []),
    ("1 1 1 1 k 20 20 5 5 re f", []),
    ("/o gs 0 0 0 0 k 20 20 50 50 re f", ["white-overprint"]),
    ("0 1 0 0 k 0 20 50 50 re f", []),
    ("0 1 0 0 k 10 20 50 50 re f", ["short-bleed"]),
    ("/t gs 0 1 0 0 k 20 20 50 50 re f", ["live-transparency"]),
    ("0 1 0 0 k -90 -90 50 50 re f", ["empty-page"]),
    ("q 72 0 0 72 20 20 cm BI /W 100 /H 100 /BPC 8 /CS /G ID x EI Q", ["coarse-image"]),
    ("q 72 0 0 72 20 20 cm BI /W 100 /H 100 /BPC 8 /CS /RGB ID x EI Q", ["rgb", "coarse-image"]),
    ("q 9 0 0 9 20 20 cm BI /W 100 /H 100 /BPC 8 /CS /G ID x EI Q", []),
  ])
  func contentIsJudged(_ content: String, _ expected: [String]) {
    let bleeding = ForeignPDF(content: content, resources: overprint)
    let found = findings(bleeding).map { String($0.code.id.dropFirst(10)) }
    #expect(found == expected)
  }

  @Test func textIsJudgedBySizeInksAndGround() {
    let font = "/Font<</F 5 0 R>>"
    let text = { (content: String) in
      let file = ForeignPDF(
        content: content, resources: font, objects: ["<</Type/Font/Subtype/Type3/CharProcs<<>>>>"])
      return findings(file).map { String($0.code.id.dropFirst(10)) }
    }
    #expect(text("BT /F 10 Tf 0 0 0 1 k 30 30 Td (a) Tj ET") == [])
    #expect(text("BT /F 10 Tf .6 .5 .5 1 k 30 30 Td (a) Tj ET") == ["rich-black-text"])
    #expect(text("BT /F 1 Tf 5 0 0 5 30 30 Tm .6 .5 .5 0 k (a) Tj ET") == ["small-text"])
    let dark = "1 1 0 0 k 20 20 100 100 re f "
    #expect(text(dark + "BT /F 5 Tf 1 g 30 30 Td (a) Tj ET") == ["small-text"])
    #expect(text(dark + "BT /F 7 Tf 1 g 30 30 Td (a) Tj ET") == [])
    #expect(text("BT /F 5 Tf 3 Tr .6 .5 .5 1 k 30 30 Td (a) Tj ET 0 0 0 1 k 20 20 9 9 re f") == [])
  }

  @Test func formsAndTheirPlacesAreLookedInto() throws {
    let form =
      "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Matrix[100 0 0 100 50 50]/Length 33>>"
      + "stream\n1 1 .6 .6 k 0 0 1 1 re f % % % %\nendstream"
    let file = ForeignPDF(content: "/X Do", resources: "/XObject<</X 5 0 R>>", objects: [form])
    let found = findings(file)
    #expect(
      found.map(\.message) == [
        "page 1 at 40, 240 pt: an area takes 320 % of ink"
      ])
  }

  @Test func fontsBoxesAndNamesOfInksAreJudged() {
    let file = ForeignPDF(
      content: "BT /F 10 Tf 30 30 Td (a) Tj ET", resources: "/Font<</F 5 0 R>>",
      page: "/UserUnit 2",
      objects: [
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "[[/Separation/PANTONE#20300#20C/DeviceCMYK 7 0 R][/Separation/Pantone#20300C/DeviceCMYK 7 0 R]"
          + "[/Separation/All/DeviceCMYK 7 0 R]]",
      ])
    #expect(
      findings(file).map(\.message) == [
        "page 1: the font Helvetica is not embedded",
        "the named inks “PANTONE 300 C” and “Pantone 300C” are one",
        "page 1: nothing says where it is cut: it has no TrimBox", "page 1: its unit is scaled",
      ])
  }

  @Test func limitsAboveTheUsualOnesCount() {
    let codes = { (content: String, profile: PreflightProfile) in
      preflight(ForeignPDF(content: content).bytes, profile: profile).map {
        "\($0.severity) \($0.code.id.dropFirst(10))"
      }
    }
    let line = ".3 w 20 20 m 90 90 l S"
    #expect(codes(line, PreflightProfile()) == [])
    #expect(codes(line, PreflightProfile(lineWidth: 0.5)) == ["error thin-line"])
    let image = "q 72 0 0 72 20 20 cm BI /W 250 /H 250 /BPC 8 /CS /G ID x EI Q"
    #expect(codes(image, PreflightProfile()) == [])
    #expect(codes(image, PreflightProfile(resolution: 300)) == ["error coarse-image"])
    #expect(PreflightProfile(resolution: 100).goodResolution == PreflightProfile().goodResolution)
  }

  @Test func whatIsClippedAwayIsNotThere() {
    let codes = { (content: String) in
      let file = ForeignPDF(content: content, page: "/TrimBox[0 0 300 400]")
      return findings(file).map { String($0.code.id.dropFirst(10)) }
    }
    let area = "0 1 0 0 k 0 0 50 50 re f 0 0 300 400 re n"
    #expect(codes(area) == ["short-bleed"])
    #expect(codes("200 200 9 9 re W n 90 90 9 9 re W n " + area) == ["empty-page"])
    #expect(codes("5 5 0 0 re W n " + area) == ["empty-page"])
    #expect(codes("q 5 5 0 0 re W n Q " + area) == ["short-bleed"])
  }

  @Test func aFormWithABoxBeyondAllPagesIsNotClipped() {
    let form = "<</Subtype/Form/BBox[-99999999 0 99999999 9]/Length 22>>stream\n"
    let file = ForeignPDF(
      content: "/X Do", resources: "/XObject<</X 5 0 R>>",
      objects: [form + ".1 w 20 20 m 90 90 l S\nendstream"])
    #expect(findings(file).map { String($0.code.id.dropFirst(10)) } == ["thin-line"])
  }

  @Test func everyNamedInkCounts() {
    let spaces =
      "/ColorSpace<</C[/DeviceN[/A/B/C/D]/DeviceCMYK 9 0 R]/S[/Separation/A/DeviceCMYK 9 0 R]>>"
    #expect(codes("/C cs 1 1 1 1 scn 20 20 50 50 re f", spaces) == ["ink-coverage"])
    // Other inks stay below a named one whatever the mode.
    let state = "/ExtGState<</o<</OP true>>>>"
    let below = "1 1 1 0 k 20 20 50 50 re f "
    let above = "/S cs 1 scn 20 20 50 50 re f"
    #expect(codes(below + above, spaces + state) == [])
    #expect(codes(below + "/o gs " + above, spaces + state) == ["ink-coverage"])
    // The mode keeps those of DeviceCMYK alone.
    #expect(codes(below + "/o gs 0 0 0 1 k 20 20 50 50 re f", spaces + state) == [])
    #expect(codes(below + "/o gs 0 g 20 20 50 50 re f", overprint) == [])
  }

  @Test func faultsThatAreAlikeAreTold0nce() {
    let lines = (0..<50).map { ".1 w 20 \(20 + $0) m 90 \(20 + $0) l S" }.joined(separator: "\n")
    #expect(
      findings(ForeignPDF(content: lines)).map(\.message) == [
        "page 1 at 10, 370 pt: a line is 0.10 pt thick; 49 more on it"
      ])
  }

  /// For each finding of a printer a file that has it.
  private static let faulty: [(code: String, file: ForeignPDF)] = [
    ("rgb", ForeignPDF(content: "1 0 0 rg 20 20 50 50 re f")),
    ("thin-line", ForeignPDF(content: ".1 w 20 20 m 90 90 l S")),
    ("ink-coverage", ForeignPDF(content: "1 1 1 .9 k 20 20 50 50 re f")),
    ("short-bleed", ForeignPDF(content: "0 1 0 0 k 10 20 50 50 re f")),
    ("empty-page", ForeignPDF()),
    ("coarse-image", ForeignPDF(content: "q 72 0 0 72 20 20 cm BI /W 9 /H 9 /CS /G ID x EI Q")),
    (
      "white-overprint",
      ForeignPDF(
        content: "/o gs 0 0 0 0 k 20 20 50 50 re f",
        resources: "/ExtGState<</o<</OP true/op true/OPM 1>>>>")
    ),
    (
      "live-transparency",
      ForeignPDF(
        content: "/t gs 0 1 0 0 k 20 20 50 50 re f", resources: "/ExtGState<</t<</ca .5>>>>")
    ),
    ("rich-black-text", text("BT /F 10 Tf .6 .5 .5 1 k 30 30 Td (a) Tj ET")),
    ("small-text", text("BT /F 5 Tf .6 .5 .5 0 k 30 30 Td (a) Tj ET")),
    ("font", text("BT /F 10 Tf 30 30 Td (a) Tj ET", "/Type1/BaseFont/Helvetica")),
    ("page-boxes", ForeignPDF(page: "")),
    ("unreadable-content", ForeignPDF(contentDictionary: "/Filter/Unknown")),
    (
      "spot-names",
      ForeignPDF(objects: ["[/Separation/Gold/DeviceCMYK 6 0 R]", "[/Separation/GOLD]"])
    ),
  ]

  private static func text(_ content: String, _ font: String = "/Type3/CharProcs<<>>") -> ForeignPDF
  {
    ForeignPDF(
      content: content, resources: "/Font<</F 5 0 R>>",
      objects: ["<</Type/Font/Subtype\(font)/Encoding/WinAnsiEncoding>>"])
  }

  @Test func everyFindingOfAPrinterHasAFile() {
    for (code, file) in Self.faulty {
      #expect(findings(file).map(\.code.id).contains("preflight.\(code)"), "\(code)")
    }
    // What is encrypted, goes on without end or is to be PDF/X-1a has a test of its own.
    let known = Set(Self.faulty.map { "preflight.\($0.code)" })
    let all = Set(DiagnosticCode.preflightCodes.map(\.id))
    #expect(
      all.subtracting(known) == [
        "preflight.encrypted", "preflight.transparency", "preflight.unfinished",
      ])
  }

  // MARK: Filters

  private let plain = "1 1 .6 .6 k 20 20 50 50 re f"

  @Test(arguments: [
    ("/ASCIIHexDecode", "31203120 2e36202e36206b 2032302032302035302035302072652066>"),
    ("/RunLengthDecode", "\u{1B}1 1 .6 .6 k 20 20 50 50 re f\u{80}"),
  ])
  func contentIsDecoded(_ filter: String, _ data: String) {
    let bytes = data.unicodeScalars.map { UInt8($0.value) }
    let file = ForeignPDF(contentDictionary: "/Filter\(filter)", data: bytes)
    #expect(findings(file).map(\.code.id) == ["preflight.ink-coverage"])
  }

  /// Vectors of ISO 32000-1, 7.4.4.2, and of Adobe's note on base 85.
  @Test func lzwAndBase85GiveTheBytesOfTheirExamples() {
    let lzw: [UInt8] = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]
    #expect(
      StreamFilter.lzw(lzw, isEarly: true, limit: 99) == [45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
    let text = Array("9jqo^BlbD-BleB1DJ+*+F(f,q/0JhKF<GL>Cj@.4Gp$d7F!~>".utf8)
    #expect(
      String(decoding: StreamFilter.base85(text), as: UTF8.self)
        == "Man is distinguished, not only by his")
    #expect(StreamFilter.base85(Array("z!!~>".utf8)) == [0, 0, 0, 0, 0])
    #expect(StreamFilter.differences([1, 1, 1, 5, 1, 1], width: 3, step: 1) == [1, 2, 3, 5, 6, 7])
  }

  // MARK: Damaged files

  @Test func aFileWithoutATableIsReadAllTheSame() throws {
    let bytes = ForeignPDF(content: plain).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let broken = [
      text.replacing("startxref", with: "startxxxx"), "garbage\n" + text,
      text.replacing(/00000 n/, with: "00000 f"), String(text.prefix(text.count - 60)),
    ]
    for variant in broken {
      let codes = preflight(Array(variant.utf8), profile: PreflightProfile()).map(\.code.id)
      #expect(codes.last == "preflight.ink-coverage", "\(variant.suffix(80))")
    }
  }

  @Test func whatIsNoPDFOrIsEncryptedIsSaid() {
    let codes = { (text: String) in
      preflight(Array(text.utf8), profile: PreflightProfile()).map(\.code.id)
    }
    #expect(codes("") == ["prepress.unreadable-file"])
    #expect(codes("%PDF-1.7 and nothing") == ["prepress.unreadable-file"])
    let text = String(decoding: ForeignPDF(content: plain).bytes, as: UTF8.self)
    #expect(codes(text.replacing("/Root", with: "/Encrypt<<>>/Root")) == ["preflight.encrypted"])
  }

  /// 64 megabytes of space in some kilobytes, named two thousand times.
  @Test func contentThatSwellsEnds() throws {
    let space = Compressor().compress([UInt8](repeating: 0x20, count: 1 << 26))
    let bytes = ForeignPDF(contentDictionary: "/Filter/FlateDecode", data: space).bytes
    var page = PDFDictionary()
    let part = PDFObject.reference(ObjectNumber(value: 4))
    page["Contents"] = .array(Array(repeating: part, count: 2000))
    var budget = WorkBudget(.max)
    let content = try PDFFile(bytes).content(of: page, &budget)
    #expect(!content.isWhole && content.bytes.count < 1 << 28)
  }

  @Test func formsThatDrawEachOtherEnd() {
    let form = { (next: Int) in
      "<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X \(next) 0 R>>>>/Length 47>>stream\n"
        + "/X Do /X Do /X Do /X Do /X Do /X Do /X Do /X Do\nendstream"
    }
    let file = ForeignPDF(
      content: "/X Do", resources: "/XObject<</X 5 0 R>>", objects: [form(6), form(5)])
    #expect(findings(file).map(\.code.id).contains("preflight.unfinished"))
  }

  @Test(arguments: 0..<150)
  func damagedFilesNeverCrashPreflight(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let form =
      "<</Subtype/Form/BBox[0 0 9 9]/Length 26>>stream\n1 0 0 rg 0 0 1 1 re f % %\nendstream"
    var bytes = ForeignPDF(
      content: "q 1 0 0 1 5 5 cm " + plain + " /X Do BT /F 9 Tf (a(b)c) Tj [(d)2<0a>]TJ ET "
        + "1 2 3 4 5 6 c 9 9 l B* BI /W 9 /H 9 ID x EI /S sh Q",
      resources: "/XObject<</X 5 0 R>>/ColorSpace<</C[/Indexed/DeviceCMYK 9<00112233>]>>"
        + "/Shading<</S<</ShadingType 2/ColorSpace/DeviceCMYK/Function<</C0[1 1 1 1]>>>>>>",
      objects: [form]
    ).bytes
    for _ in 0...random.next() % 30 {
      let place = Int(random.next() % UInt64(bytes.count))
      switch random.next() % 4 {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes[place] = UInt8(ascii: "9")
      case 2: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
      }
    }
    _ = preflight(bytes, profile: PreflightProfile())
    _ = verify(bytes, against: Claim.allCases)
  }

  @Test(
    .enabled(if: Fixture.hasFonts, "fonts-noto-cjk is not installed"),
    .enabled(if: PressSample.hasProfile, "scribus-data is not installed"))
  func ourOwnPrintEditionHasNothingOfIt() throws {
    let found = preflight(try PressSample.print(), profile: PreflightProfile())
    #expect(found.filter { $0.severity != .note } == [])
  }
}
