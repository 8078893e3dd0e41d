import Compression
import Diagnostics
import Drawing
import Geometry
import Testing

@testable import Prepress

/// Files made to take for ever, or to bring a check down.
///
/// That they end is most of what is tested.
struct HostileFileTests {
  private func preflighted(_ file: ForeignPDF) -> [String] {
    preflight(file.bytes, profile: PreflightProfile()).map { String($0.code.id.dropFirst(10)) }
  }

  private func complaints(_ file: ForeignPDF, _ claim: Claim = .pdfA3b) -> [String] {
    verify(file.bytes, against: [claim]).diagnostics.map(\.message)
  }

  private static let huge = "1" + String(repeating: "0", count: 307)

  // MARK: Trees

  @Test func aPageTreeThatLoopsThroughAnArrayEnds() {
    let file = ForeignPDF(pages: "/Kids 5 0 R", objects: ["[3 0 R<</Kids 6 0 R>>]", "5 0 R"])
    #expect(complaints(file).contains("the page tree loops (6.1 and 6.2.2)"))
    #expect(preflighted(file) == ["unreadable-content", "empty-page"])
  }

  @Test func aStructureTreeThatLoopsThroughAnArrayEnds() throws {
    let file = ForeignPDF(
      catalog: "/StructTreeRoot<</K 5 0 R>>",
      objects: ["[<</S/P/K 5 0 R>>\(String(repeating: " 0", count: 1000))]"])
    let structure = try Inspection(file.bytes).structure
    #expect(structure.isBroken)
    #expect(structure.elements.count == 1)
    #expect(complaints(file, .pdfUA1).contains { $0.contains("the structure tree loops") })
  }

  @Test func actionsThatFollowEachOtherEnd() {
    let action = "<</S/URI/Next[5 0 R 5 0 R]>>"
    let file = ForeignPDF(catalog: "/OpenAction 5 0 R", objects: [action])
    #expect(!complaints(file).contains { $0.contains("action") })
  }

  // MARK: Numbers

  private static let endless =
    String(repeating: "9", count: 400) + "." + String(repeating: "9", count: 400)

  private static let image = "q 72 0 0 72 20 20 cm /I Do Q"

  @Test(arguments: [
    ForeignPDF(content: "\(endless) 0 0 0 k 20 20 50 50 re f"),
    ForeignPDF(content: "\(huge) 0 0 \(huge) 0 0 cm 9 w 20 20 m 50 50 l S 0 0 9 9 re f"),
    ForeignPDF(content: "\(huge) w 20 20 m 50 50 l 90 20 l S"),
    ForeignPDF(
      content: "20 20 50 50 re f", page: "/MediaBox[-\(huge)0 -\(huge)0 \(huge)0 \(huge)0]"),
    ForeignPDF(
      content: image, resources: "/XObject<</I 5 0 R>>",
      objects: [
        "<</Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent \(huge)>>"
          + "stream\n\nendstream"
      ]),
    ForeignPDF(
      content: image, resources: "/XObject<</I 5 0 R>>",
      objects: [
        "<</Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/Length 4"
          + "/Filter/LZWDecode/DecodeParms<</Predictor 12/Colors \(huge)"
          + "/Columns .\(String(repeating: "0", count: 300))1>>>>stream\n\u{1}\u{2}\u{3}\u{4}\nendstream"
      ]),
    shaded("<</FunctionType 2/N -1/C0[0 0 0 0]/C1[0 1 1 1]>>"),
    shaded(
      "5 0 R",
      "<</FunctionType 0/Domain[-\(huge)0 \(huge)0]/Range[0 1 0 1 0 1 0 1]/Size[2]/BitsPerSample 8"
        + "/Length 8>>stream\n12345678\nendstream"),
    shaded(
      "<</FunctionType 3/Domain[-\(huge) \(huge)]/Bounds[]/Encode[-\(huge)0 \(huge)0]/Functions["
        + "<</FunctionType 2/N 1/C0[-\(huge)0 0 0 0]/C1[\(huge)0 1 1 1]>>]>>"),
  ])
  func numbersBeyondMeasureAreNoTrap(_ file: ForeignPDF) {
    _ = preflighted(file)
    _ = verify(file.bytes, against: Claim.allCases)
  }

  private static func shaded(_ function: String, _ objects: String...) -> ForeignPDF {
    ForeignPDF(
      content: "q 50 100 200 100 re W n /S sh Q",
      resources: "/Shading<</S<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[50 0 250 0]"
        + "/Function \(function)>>>>", objects: objects)
  }

  // MARK: Loading

  @Test(arguments: ["%d 0 obj(", "trailer<</A(", "%d 0 obj[(", "%d 0 obj<</Length 1 0 R>>stream\n"])
  func whatNeverClosesIsNotReadAgainAndAgain(_ unit: String) {
    let text = (1...8_000).map { unit.replacing("%d", with: "\($0)") }.joined()
    #expect(throws: PrepressError.self) { try PDFFile(Array(("%PDF-1.7\n" + text).utf8)) }
  }

  @Test func anObjectOfAnotherNumberIsNotRead() {
    let bytes = Array("%PDF-1.7\n1 0 obj[\(String(repeating: "0 ", count: 9999))]endobj".utf8)
    var references = CrossReferences(in: bytes)
    let before = references.budget.rest
    #expect(IndirectObject.read(2, at: 9, in: bytes, &references) == nil)
    #expect(before - references.budget.rest < 10)
    #expect(IndirectObject.read(1, at: 9, in: bytes, &references) != nil)
    #expect(before - references.budget.rest > 9999)
  }

  @Test func aMemberOfAnObjectStreamEndsWhereTheNextBegins() {
    let data = Array("7 0 8 5 9 0 [1 2 3][4]".utf8)
    let members = PackedMember.index(of: data, count: 99, first: 12)
    #expect(members.map(\.number) == [7, 8, 9])
    #expect(members.map(\.range) == [12..<17, 17..<22, 12..<17])
    #expect(PackedMember.index(of: data, count: -1, first: .max).isEmpty)
  }

  /// Four thousand members that are one array of 32 kB.
  @Test func membersInOnePlaceAreNotReadWithoutEnd() throws {
    let pairs = (10..<4010).map { "\($0) 0" }.joined(separator: " ") + " "
    let data = pairs + "[" + String(repeating: "0 ", count: 16_000) + "]"
    let file = ForeignPDF(
      objects: [
        "<</Type/ObjStm/N 4000/First \(pairs.utf8.count)/Length \(data.utf8.count)>>stream\n\(data)"
          + "\nendstream"
      ])
    // Without a table the streams are unpacked whole.
    let text = String(decoding: file.bytes, as: UTF8.self).replacing("startxref", with: "startxxxx")
    let read = try PDFFile(Array(text.utf8))
    #expect(read.unreadable > 0)
    #expect(read.object(ObjectNumber(value: 10)) != nil)
  }

  private func referenceStream(_ index: String, _ rows: [UInt8]) -> [UInt8] {
    let head = Array("%PDF-1.7\n".utf8)
    let dictionary = "<</Type/XRef/W[1 2 0]/Root 1 0 R/Index[\(index)]/Length \(rows.count)>>"
    return head + Array("9 0 obj\(dictionary)stream\n".utf8) + rows
      + Array("\nendstream endobj startxref 9 %%EOF".utf8)
  }

  @Test func stretchesOfATableEndWithItsData() throws {
    let index = String(repeating: "0 8388607 ", count: 50_000)
    let references = try CrossReferences(reading: referenceStream(index, [1, 0, 9, 1, 0, 9]))
    #expect(references.places.count == 2)
  }

  @Test func aRowForAnObjectThatNoFileHasTakesNoRoom() throws {
    let references = try CrossReferences(reading: referenceStream("8388606 1", [1, 0, 9]))
    #expect(references.places.isEmpty)
  }

  @Test func keysOfLargeDictionariesAreFound() throws {
    let keys = (0..<40_000).map { "/K\($0) \($0)" }.joined()
    var parser = PDFParser(Array("<<\(keys)/K7 1>>".utf8), at: 0)
    guard case .dictionary(var dictionary) = try parser.object() else {
      Issue.record("no dictionary")
      return
    }
    #expect(dictionary.entries.count == 40_000)
    #expect(dictionary["K7"] == .integer(1))
    #expect(dictionary["K39999"] == .integer(39_999))
    dictionary["K5"] = nil
    #expect(dictionary["K5"] == nil && dictionary["K39999"] == .integer(39_999))
  }

  // MARK: Content

  @Test func aMapOfCharactersWithoutEndIsReadInPart() {
    let map = String(repeating: "<0000><ffff><0041>\n", count: 20_000) + "endbfrange"
    var budget = InspectedFont.Costs().meanings
    let before = budget.rest
    let meanings = InspectedFont.meanings(Array(map.utf8), &budget)
    #expect(meanings[0] == [0, 0x41] && meanings.count <= 65_536)
    #expect(before - budget.rest <= 1_000_000 && !budget.isSpent)
  }

  @Test func aFormThatManyPagesDrawIsChargedToEach() throws {
    let form =
      "<</Subtype/Form/BBox[0 0 9 9]/Length 4000>>stream\n\(String(repeating: " ", count: 4000))"
      + "\nendstream"
    let bytes = ForeignPDF(content: "/X Do", resources: "/XObject<</X 5 0 R>>", objects: [form])
      .bytes
    let file = try PDFFile(bytes)
    let page = try #require(
      PageTree(file, catalog: file.dictionary(file.trailer["Root"]) ?? PDFDictionary()).pages.first)
    var budget = WorkBudget(6000)
    let contents = (0..<3).map { _ in
      ContentInspector.inspect(page.dictionary, in: file, &budget)
    }
    #expect(contents.map(\.isUnreadable) == [false, true, true])
    #expect(contents.map(\.isSkipped) == [false, false, true])
    var reader = MarkReader(file, budget: WorkBudget(6000))
    _ = reader.read(page.dictionary)
    #expect(!reader.isCut)
    _ = reader.read(page.dictionary)
    #expect(reader.isCut)
    var content = ContentReader(file, isTagged: false, budget: WorkBudget(6000))
    #expect((0..<2).map { _ in content.read(page.dictionary).isComplete } == [true, false])
  }

  @Test func markedContentNestsByTheThousand() throws {
    let count = 40_000
    let content =
      String(repeating: "/P BMC ", count: count) + String(repeating: "f ", count: count)
    let file = ForeignPDF(content: content)
    let inspection = try Inspection(file.bytes)
    #expect(inspection.pages.first?.content.unmarked == count)
    _ = try readContent(of: file.bytes)
  }

  @Test func functionsThatNameEachOtherEnd() throws {
    let parts = String(repeating: "5 0 R ", count: 256)
    let bounds = (1..<256).map { "\($0) " }.joined()
    let encode = String(repeating: "0 1 ", count: 256)
    let function =
      "<</FunctionType 3/Domain[0 256]/Functions[\(parts)]/Bounds[\(bounds)]/Encode[\(encode)]>>"
    let side = "[\(String(repeating: "7 0 R ", count: 32))]"
    let file = try PDFFile(ForeignPDF(objects: [function, side, side]).bytes)
    var budget = WorkBudget(1_000_000)
    let object = PDFObject.reference(ObjectNumber(value: 5))
    #expect(PDFFunction(object, in: file, &budget) == nil)
  }

  @Test func aShadingIsReadOnce() throws {
    let shading =
      "<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[50 0 250 0]/Function"
      + "<</FunctionType 2/N 1/C0[0 0 0 0]/C1[1 1 1 1]>>>>"
    let file = try PDFFile(ForeignPDF(objects: [shading]).bytes)
    var reader = PaintReader(file)
    var budget = WorkBudget(1_000_000)
    let object = PDFObject.reference(ObjectNumber(value: 5))
    #expect(reader.shading(object, &budget) != nil)
    let rest = budget.rest
    #expect(rest < 1_000_000)
    #expect(reader.shading(object, &budget) != nil)
    #expect(budget.rest == rest)
  }

  @Test func ourOwnPagesToldInPartAreToldToBe() throws {
    let page = Page(
      size: Size(width: 300, height: 400), list: DisplayList(),
      label: PageLabel(style: .decimal, number: 1))
    let document = PagedDocument(
      metadata: DocumentMetadata(title: "t", language: "en", date: "2025-12-31"), pages: [page],
      structure: StructureTree(), outline: [], faces: [], images: [], bleed: 11)
    let found = preflightPages(of: try Inspection(Self.cut.bytes), document, PreflightProfile())
    #expect(found.map(\.code.id) == ["preflight.unfinished"])
  }

  /// The page after one that is cut resets nothing.
  @Test func aPageThatIsCutIsToldWhateverFollows() {
    #expect(preflighted(Self.cut).contains("unfinished"))
  }

  /// A page whose forms draw each other, and another that holds nothing.
  private static let cut: ForeignPDF = {
    let content = "/X Do /X Do /X Do /X Do" + String(repeating: " ", count: 100_000)
    let form =
      "<</Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length \(content.utf8.count)>>"
      + "stream\n\(content)\nendstream"
    return ForeignPDF(
      content: "/X Do", resources: "/XObject<</X 5 0 R>>", pages: "/Kids[3 0 R 7 0 R]",
      objects: [
        form, form.replacing("6 0 R", with: "5 0 R"),
        "<</Type/Page/MediaBox[0 0 300 400]/TrimBox[10 10 290 390]>>",
      ])
  }()
}
