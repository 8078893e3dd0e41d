import Diagnostics
import Testing

@testable import Prepress

/// What rules say of files from elsewhere: of faults that hide, and of what is no fault.
struct ForeignRuleTests {
  private func complaints(_ file: ForeignPDF, _ claim: Claim) -> [String] {
    verify(file.bytes, against: [claim]).diagnostics.map(\.message)
  }

  private func complaints(
    of claim: Claim, _ word: String, _ file: ForeignPDF
  ) -> [String] {
    complaints(file, claim).filter { $0.contains(word) }
      .map { String($0.prefix { $0 != "(" }.dropLast()) }
  }

  // MARK: Metadata

  @Test(arguments: [
    ("<rdf:Alt><rdf:li xml:lang=\"x-default\"> </rdf:li></rdf:Alt>", false),
    ("<rdf:Alt><rdf:li xml:lang=\"x-default\">Harbours</rdf:li></rdf:Alt>", true),
  ])
  func aTitleOfMarkupAloneIsNone(_ title: String, _ isTitle: Bool) {
    let packet = "<dc:title>\(title)</dc:title>"
    let file = ForeignPDF(
      catalog: "/Metadata 5 0 R",
      objects: ["<</Length \(packet.utf8.count)>>stream\n\(packet)\nendstream"])
    #expect(complaints(of: .pdfUA1, "XMP has no title", file).isEmpty == isTitle)
    #expect(complaints(of: .pdfX4, "XMP has no dc:title", file).isEmpty == isTitle)
  }

  // MARK: Transfer functions

  @Test(arguments: [
    ("/ExtGState<</g<</TR2/Identity>>>>", 1), ("/ExtGState<</g 5 0 R>>", 1),
    ("/ExtGState<</g<</TR2/Default/SMask<</S/Luminosity/TR/Identity>>>>>>", 0),
    ("/Font<</TR 6 0 R>>", 0),
  ])
  func aTransferFunctionIsThatOfAGraphicsState(_ resources: String, _ count: Int) {
    let file = ForeignPDF(
      resources: resources, objects: ["<</HTP[0 0]>>", "<</Type/Font/Subtype/Type1>>"])
    #expect(complaints(of: .pdfA3b, "transfer function", file).count == count)
  }

  // MARK: Actions

  @Test(arguments: [
    ("/OpenAction<</S/GoTo/Next<</S/URI/Next[<</S/JavaScript>>]>>>>", ["of kind JavaScript"]),
    ("/OpenAction<</S/Named/N/NextPage>>", []),
    ("/OpenAction<</S/Named/N/Print>>", ["named Print"]),
    ("/O 1/A<</S/Launch>>", ["of kind Launch"]),
    ("/A<</S/Launch/O/Layout>>", []),
  ])
  func actionsAreFollowed(_ catalog: String, _ expected: [String]) {
    let found = complaints(of: .pdfA3b, "an action", ForeignPDF(catalog: catalog))
    #expect(found == expected.map { "the file has an action \($0)" })
  }

  @Test func whatHappensByItselfIsFoundInAnnotations() {
    let annotation = ForeignPDF(
      resources: "/Font<</AA 1 0 R>>", page: "/Annots[<</Subtype/Widget/AA<</U<</S/SetState>>>>>>]")
    #expect(
      complaints(of: .pdfA3b, "the file ", annotation).filter { !$0.contains("XMP") } == [
        "the file acts on events", "the file has an action of kind SetState",
      ])
    #expect(
      complaints(of: .pdfA3b, "events", ForeignPDF(resources: "/Font<</AA 1 0 R>>")) == [])
  }

  // MARK: Tables

  /// A table of one row: a head cell and a cell with the attributes given.
  private func table(_ head: String, _ cell: String = "", _ root: String = "") -> [String] {
    let file = ForeignPDF(
      catalog: "/StructTreeRoot<</K 5 0 R\(root)>>",
      objects: ["<</S/Table/K<</S/TR/K[<</S/TH\(head)>><</S/TD\(cell)>>]>>>>"])
    return complaints(of: .pdfUA1, "head cells", file)
  }

  @Test func attributesOfAClassAreThoseOfItsElements() {
    let classes = "/ClassMap<</h[<</O/Layout>><</O/Table/Scope/Row>>]>>"
    #expect(table("/C/h", "", classes) == [])
    #expect(table("/C[/x 0/h 0]", "", classes) == [])
    #expect(table("/C/h") == ["1 head cells of a table have no scope"])
  }

  @Test func aHeadCellWithANameMustBeNamed() {
    #expect(table("/ID(a)") == ["1 head cells of a table have no scope"])
    #expect(table("/ID(a)", "/A<</O/Table/Headers[(b)]>>").count == 1)
    #expect(table("/ID(a)", "/A<</O/Table/Headers[(b)(a)]>>") == [])
  }

  // MARK: Annotations

  private func annotation(_ entries: String, _ role: String, _ element: String = "") -> [String] {
    let file = ForeignPDF(
      page: "/Annots[6 0 R]", catalog: "/StructTreeRoot<</K 5 0 R>>",
      objects: [
        "<</S/\(role)\(element)/K<</Type/OBJR/Obj 6 0 R>>>>",
        "<</Rect[20 20 50 50]\(entries)>>",
      ])
    return complaints(of: .pdfUA1, "annotation of", file)
  }

  @Test func annotationsMayBeDescribedByTheirElement() {
    #expect(annotation("/Subtype/Text", "Annot").count == 1)
    #expect(annotation("/Subtype/Text", "Annot", "/Alt(a note)") == [])
    #expect(annotation("/Subtype/Link", "Link", "/Alt(a place)").count == 1)
    #expect(annotation("/Subtype/Link/Contents(a place)", "Link") == [])
  }

  @Test func hiddenAnnotationsNeedNothing() {
    #expect(annotation("/Subtype/Text", "P").count == 1)
    #expect(annotation("/Subtype/Text/F 2", "P") == [])
    #expect(annotation("/Subtype/Text/Rect[-50 20 -20 50]", "P") == [])
  }

  // MARK: Fonts

  private func text(_ content: String, _ font: String, _ objects: String...) -> ForeignPDF {
    ForeignPDF(content: content, resources: "/Font<</F 5 0 R>>", objects: [font] + objects)
  }

  private let helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"

  @Test func textThatIsNotSeenNeedsNoFont() {
    let loose = { (content: String) in
      complaints(of: .pdfA3b, "is not embedded", text(content, helvetica)).count
    }
    #expect(loose("BT /F 9 Tf 3 Tr (a) Tj ET") == 0)
    #expect(loose("BT /F 9 Tf ET") == 0)
    #expect(loose("BT /F 9 Tf q 3 Tr Q (a) Tj ET") == 1)
    #expect(loose("BT /F 9 Tf 3 Tr (a) Tj 0 Tr (a) Tj ET") == 1)
  }

  private func meaningless(_ font: String, _ objects: String...) -> Int {
    var file = text("BT /F 9 Tf (ab) Tj ET", font)
    file.objects += objects
    return complaints(of: .pdfA3u, "without a character", file).count
  }

  @Test func namesOfGlyphsTellTheirCharacters() {
    let font = { (encoding: String, flags: Int) in
      "<</Type/Font/Subtype/Type1/FontDescriptor<</Flags \(flags)>>/Encoding<<\(encoding)>>>>"
    }
    let known = "/Differences[97/Aacute/f_i/uni4E00/u1F600/a.sc/germandbls/Omega]"
    #expect(meaningless(font(known, 32)) == 0)
    #expect(meaningless(font("/BaseEncoding/WinAnsiEncoding" + known, 4)) == 0)
    #expect(meaningless(font(known, 4)) == 1)
    #expect(meaningless(font("/Differences[97/g17/b]", 32)) == 1)
  }

  @Test func collectionsOfAdobeTellTheirCharacters() {
    let font = { (ordering: String) in
      "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType0"
        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(\(ordering))/Supplement 4>>>>]>>"
    }
    #expect(meaningless(font("Japan1")) == 0)
    #expect(meaningless(font("Identity")) == 1)
  }

  // MARK: Colours

  /// Content begins in black of DeviceGray (ISO 32000-1, 8.6.3).
  @Test(arguments: [
    ("BT /F 9 Tf (a) Tj ET", true), ("20 20 9 9 re f", true), ("20 20 m 30 30 l S", true),
    ("/C cs 20 20 9 9 re f", false), ("/C cs q /X Do Q", false), ("/X Do", true),
    ("q /C cs Q 20 20 9 9 re f", true), ("/C cs 20 20 m 30 30 l S", true),
    ("BT /F 9 Tf 3 Tr (a) Tj ET", false),
  ])
  func theFirstColourIsOneOfADevice(_ content: String, _ isGray: Bool) {
    let form = "<</Subtype/Form/BBox[0 0 99 99]/Length 14>>stream\n20 20 9 9 re f\nendstream"
    let file = ForeignPDF(
      content: content,
      resources: "/ColorSpace<</C[/CalGray<<>>]>>/Font<</F 5 0 R>>/XObject<</X 6 0 R>>",
      objects: [helvetica, form])
    #expect(complaints(of: .pdfA3b, "there is no GTS_PDFA1", file).isEmpty == !isGray)
  }

  @Test func configurationsOfOptionalContentHaveNames() {
    let file = { (entries: String) in ForeignPDF(catalog: "/OCProperties<</D<<\(entries)>>>>") }
    #expect(complaints(of: .pdfX4, "optional content", file("/Name(all)")) == [])
    #expect(complaints(of: .pdfX4, "optional content", file("")).count == 1)
  }
}
