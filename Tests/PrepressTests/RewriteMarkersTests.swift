import Drawing
import Testing

@testable import Prepress

@Suite struct RewriteMarkersTests {
  private let node = StructureNodeID(index: 1)

  private func rewrite(_ text: String, _ nodes: [StructureNodeID]) -> (text: String, found: Int) {
    let result = rewriteMarkers(Array(text.utf8), nodes: nodes)
    return (String(decoding: result.content, as: UTF8.self), result.found)
  }

  @Test func artifactsAreNamedByTheirKind() {
    let content = """
      /NonStruct << /MCID 0 >> BDC 0 0 m EMC
      /Span << /MCID 1 >> BDC 1 1 m EMC
      /NonStruct << /MCID 2 >> BDC EMC /NonStruct << /MCID 3 >> BDC EMC
      """
    let result = rewrite(content, [.header, node, .footer, .artifact])
    #expect(result.found == 4)
    #expect(
      result.text == """
        /Artifact<</Type/Pagination/Subtype/Header>>BDC 0 0 m EMC
        /Span << /MCID 1 >> BDC 1 1 m EMC
        /Artifact<</Type/Pagination/Subtype/Footer>>BDC EMC /Artifact<</Type/Layout>>BDC EMC
        """)
  }

  @Test func stringsThatLookLikeMarkersAreText() {
    let content = #"(/Span << /MCID 0 >> BDC \) ( /Span << /MCID 0 >> BDC)) Tj <2F> Tj"#
    let result = rewrite(content, [])
    #expect(result.found == 0 && result.text == content)
  }

  @Test func otherMarkedContentIsLeftAlone() {
    let content = "/Span << /ActualText <feff0066> >> BDC <0d> Tj EMC"
    #expect(rewrite(content, []).found == 0)
  }
}
