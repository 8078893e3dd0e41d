import Geometry
import Testing

@testable import Prepress

/// What pages are compared by: equal for what looks the same, never for what does not.
struct ReadContentTests {
  private func page(_ file: ForeignPDF) throws -> DocumentContent.Page {
    try #require(try readContent(of: file.bytes).pages.first)
  }

  private func page(_ content: String, _ resources: String = "") throws -> DocumentContent.Page {
    try page(ForeignPDF(content: content, resources: resources))
  }

  private func isSame(_ old: String, _ new: String, _ resources: String = "") throws -> Bool {
    try page(old, resources) == page(new, resources)
  }

  /// Pairs that paint something else with the same points, in the same colours and widths.
  @Test(arguments: [
    ("0 0 m 100 0 l 100 100 l S", "0 0 m 100 0 l 100 100 l h S"),
    ("0 0 m 9 0 l 9 9 l 0 9 l S", "0 0 m 9 0 9 9 0 9 c S"),
    ("0 0 m 9 0 l 9 9 m 0 9 l S", "0 0 m 9 0 l 9 9 l 0 9 l S"),
    ("q 1 0 0 rg 0 0 9 9 re f Q 0 0 20 20 re f", "q 1 0 0 rg 0 0 9 9 re f 0 0 20 20 re f Q"),
    ("q 9 w 0 0 m 9 9 l S Q 5 5 m 9 0 l S", "q 9 w 0 0 m 9 9 l S 5 5 m 9 0 l S Q"),
    (
      "q 0 0 9 9 re W n 0 0 50 50 re f Q 3 3 80 80 re f",
      "q 0 0 9 9 re W n 0 0 50 50 re f 3 3 80 80 re f Q"
    ),
    (
      "q 0 0 9 9 re W n q 0 0 9 9 re W n Q 0 0 50 50 re f Q",
      "q 0 0 9 9 re W n Q q 0 0 9 9 re W n 0 0 50 50 re f Q 0 0 9 9 re W n"
    ),
    (
      "0 0 m 9 0 l 4 9 l 4 -9 l h W n 0 0 50 50 re f",
      "0 0 m 9 0 l 4 9 l 4 -9 l h W* n 0 0 50 50 re f"
    ),
    ("0 0 300 9 re W n 0 0 50 50 re f", "0 0 50 50 re f"),
    ("1 w 2 2 m 8 8 l S", "q 2 0 0 2 0 0 cm 1 w 1 1 m 4 4 l S Q"),
    ("/a cs 1 scn 0 0 9 9 re f", "/b cs 1 scn 0 0 9 9 re f"),
    ("/t gs 0 0 9 9 re f", "/t gs /u gs 0 0 9 9 re f"),
    (
      "q 9 0 0 9 5 5 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q",
      "q 9 0 0 9 5 9 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"
    ),
  ])
  func whatLooksOtherwiseIsOther(_ old: String, _ new: String) throws {
    let spaces = "/a[/Separation/A/DeviceGray<<>>]/b[/Separation/B/DeviceGray<<>>]"
    let resources = "/ColorSpace<<\(spaces)>>/ExtGState<</t<</ca .5>>/u<</ca 1>>>>"
    #expect(try !isSame(old, new, resources))
  }

  /// Only the state in which something is painted counts, whatever was set and dropped before.
  @Test(arguments: [
    ("1 0 0 rg 3 w 0 0 9 9 re f", "3 w 1 0 0 rg 0 0 9 9 re f"),
    ("1 0 0 rg 0 0 9 9 re f", "0 1 0 rg 1 0 0 rg 0 0 9 9 re f"),
    ("0 0 9 9 re f", "q 1 0 0 rg Q 0 0 9 9 re f"),
    ("0 0 9 9 re f", "0 0 300 400 re W n 0 0 9 9 re f"),
    ("/t gs 0 0 9 9 re f", "/u gs /t gs 0 0 9 9 re f"),
    ("0 0 9 9 re f", "0 0 m 9 0 l 9 9 l 0 9 l h f"),
  ])
  func anotherOrderOfStatesIsNoOther(_ old: String, _ new: String) throws {
    #expect(try isSame(old, new, "/ExtGState<</t<</ca .5>>/u<</ca 1>>>>"))
  }

  private func form(_ content: String, _ more: String) -> ForeignPDF {
    let dictionary = "<</Subtype/Form/Length \(content.utf8.count)\(more)>>"
    return ForeignPDF(
      content: "1 0 0 rg /x Do", resources: "/XObject<</x 5 0 R>>",
      objects: ["\(dictionary)stream\n\(content)\nendstream"])
  }

  @Test func aFormLooksAsTheStateAndItsBoxSay() throws {
    let plain = try page(form("0 0 9 9 re f", "/BBox[0 0 300 400]"))
    #expect(try plain == page("1 0 0 rg 0 0 9 9 re f"))
    #expect(try plain != page("0 0 9 9 re f"))
    #expect(try plain != page(form("0 0 9 9 re f", "/BBox[0 0 5 5]")))
    #expect(try plain != page(form("0 0 9 9 re f", "/BBox[0 0 300 400]/Group<</S/Transparency>>")))
  }

  @Test func anAnnotationWithALookIsPartOfThePage() throws {
    let stamp = { (content: String, more: String) in
      try page(
        ForeignPDF(
          page: "/Annots[<</Subtype/Stamp/Rect[9 9 90 90]\(more)/AP<</N 5 0 R>>>>]",
          objects: [
            "<</Subtype/Form/BBox[0 0 9 9]/Length \(content.utf8.count)>>stream\n\(content)\nendstream"
          ]))
    }
    let plain = try stamp("0 0 9 9 re f", "")
    #expect(try plain == stamp("0 0 9 9 re f", ""))
    #expect(try plain != stamp("0 0 9 5 re f", ""))
    #expect(try plain != stamp("0 0 9 9 re f", "/F 2"))
    #expect(try plain != page(""))
  }

  // MARK: Numbers

  private let font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"

  private func text(_ text: String, at place: String = "20 20") -> String {
    "BT /F 10 Tf \(place) Td (\(text)) Tj ET"
  }

  @Test func aNumberAloneIsToldApartFromTheRest() throws {
    let (old, new) = (try page(text("2024"), font), try page(text("2025"), font))
    #expect(old.body == new.body && old.numbers != new.numbers)
    #expect(old.numbers.values == [2024])
    let moved = try page(text("2024", at: "90 20"), font)
    #expect(moved.numbers.values == [2024] && moved.numbers != old.numbers)
    let coloured = try page("1 0 0 rg " + text("2024"), font)
    #expect(coloured.numbers != old.numbers)
  }

  /// A year in the head of each page, in a face of its own.
  @Test func aNumberInRunningMatterIsToldApartToo() throws {
    let read = { (number: String) in
      let file = ForeignPDF(
        content: "/Artifact BMC \(text(number)) EMC \(text("7"))", resources: font)
      return try taggedPage(file)
    }
    let (old, new) = (try read("2024"), try read("2025"))
    #expect(old.margin == new.margin && old.body == new.body && old.numbers != new.numbers)
    #expect(old.numbers.values == [2024])
  }

  /// A page as it is read in a file with tags.
  private func taggedPage(_ file: ForeignPDF) throws -> DocumentContent.Page {
    var reader = ContentReader(try PDFFile(file.bytes), isTagged: true)
    let file = reader.file
    let root = file.dictionary(file.trailer["Root"])
    let pages = file.array(file.dictionary(root?["Pages"])?["Kids"])
    return reader.read(try #require(file.dictionary(pages?.first)))
  }

  @Test func textWithoutAFontIsNotTakenForRead() throws {
    #expect(try !page(text("a")).isComplete)
    #expect(try page(text("a"), font).isComplete)
  }

  // MARK: Pages

  @Test func markedContentIsFoldedAsItComes() throws {
    let open = String(repeating: "/Span BMC ", count: 50_000)
    let marks = "/Artifact BMC " + open + String(repeating: "0 0 9 9 re f ", count: 50_000)
    let page = try page(marks)
    #expect(page.isComplete && page.places.isEmpty)
  }

  @Test func statesSavedWithoutEndAreNotFollowed() throws {
    #expect(try !page(String(repeating: "q ", count: 100_000)).isComplete)
  }

  @Test func aLongStateIsNotSetWithoutEnd() throws {
    let entries = (0..<2_000).map { "/K\($0) \($0)" }.joined()
    let state = "/ExtGState<</s<<\(entries)>>>>"
    #expect(try page(String(repeating: "/s gs ", count: 10), state).isComplete)
    #expect(try !page(String(repeating: "/s gs ", count: 2_000), state).isComplete)
  }

  @Test func theBodyLiesWithinThePagesOwnBox() throws {
    let extent = try taggedPage(
      ForeignPDF(
        content: "/P <</MCID 0>> BDC \(text("a", at: "120 150")) EMC", resources: font,
        page: "/CropBox[100 100 300 400]")
    ).extent
    #expect(extent?.minX == 20 && extent?.minY == 250)
  }
}
