import Diagnostics
import Foundation
import RenderingFixtures
import Testing

@testable import Prepress

/// For each rule a file in which just that is wrong.
@Suite(
  .enabled(if: Fixture.hasFonts, "fonts-noto-cjk is not installed"),
  .enabled(if: PressSample.hasProfile, "scribus-data is not installed"),
  .enabled(if: Tool.isInstalled("fix-qdf"), "qpdf is not installed"))
struct MutationTests {
  struct Mutation: Sendable, CustomTestStringConvertible {
    var rule: String
    /// What is replaced where it first occurs, or everywhere.
    var changes: [(from: String, to: String)]
    var isEverywhere = false
    /// Rules that cannot but find something too.
    var also: Set<String> = []

    var testDescription: String { rule }
  }

  private static let file = "/AF [ << /Type /Filespec /F (x) /EF << >> >> ] /PageLabels"
  private static let unknown = [("BT\n10 0", "BT zz\n10 0")]

  static let press: [Mutation] = [
    Mutation(rule: "pdfx.syntax", changes: unknown),
    Mutation(rule: "pdfx.identification", changes: [(">PDF/X-4<", ">PDF/X-3<")]),
    Mutation(rule: "pdfx.trailer", changes: [("/ID [", "/IX [")]),
    Mutation(rule: "pdfx.encryption", changes: [("/Root 1 0 R", "/Encrypt << >> /Root 1 0 R")]),
    Mutation(
      rule: "pdfx.metadata", changes: [("xmp:MetadataDate>", "xmp:Another>")], isEverywhere: true),
    Mutation(rule: "pdfx.trapped", changes: [("/Trapped /False", "/Trapped /Unknown")]),
    Mutation(rule: "pdfx.output-intent", changes: [("(FOGRA39)", "()")]),
    Mutation(rule: "pdfx.boxes", changes: [("/TrimBox [\n    11", "/TrimBox [\n    1")]),
    Mutation(rule: "pdfx.colour", changes: [("0 0 0 1 k /a0", "0 0 0 rg /a0")]),
    Mutation(rule: "pdfx.blend-space", changes: [("/CS /DeviceCMYK", "/CS /DeviceRGB")]),
    Mutation(rule: "pdfx.fonts", changes: [("/FontFile3 ", "/FontFileX ")]),
    Mutation(
      rule: "pdfx.annotations",
      changes: [
        (
          "/Contents 12 0 R",
          "/Annots [ << /Subtype /Link /Rect [ 20 20 50 50 ] >> ] /Contents 12 0 R"
        )
      ]),
    Mutation(
      rule: "pdfx.actions",
      changes: [("/PageLabels", "/OpenAction << /S /JavaScript /JS (x) >> /PageLabels")]),
    Mutation(rule: "pdfx.filters", changes: [("/Subtype /XML", "/Subtype /XML /F (x)")]),
    Mutation(
      rule: "pdfx.foreign-objects", changes: [("/Subtype /Form", "/Subtype /Form /Ref << >>")]),
    Mutation(rule: "pdfx.transfer-functions", changes: [("/OPM 1", "/OPM 1 /TR /Identity")]),
    Mutation(
      rule: "pdfx.optional-content",
      changes: [("/PageLabels", "/OCProperties << /OCGs [] /D << /AS [] >> >> /PageLabels")]),
  ]

  static let opaque: [Mutation] = [
    Mutation(rule: "pdfx1a.syntax", changes: unknown),
    Mutation(
      rule: "pdfx1a.identification", changes: [("(PDF/X-1a:2003)", "(PDF/X-3:2002)")]),
    Mutation(rule: "pdfx1a.object-streams", changes: [("/Type /Metadata", "/Type/ObjStm")]),
    Mutation(rule: "pdfx1a.trailer", changes: [("/ID [", "/IX [")]),
    Mutation(rule: "pdfx1a.encryption", changes: [("/Root 1 0 R", "/Encrypt << >> /Root 1 0 R")]),
    Mutation(rule: "pdfx1a.metadata", changes: [("/ModDate (", "/ModDatx (")]),
    Mutation(rule: "pdfx1a.trapped", changes: [("/Trapped /False", "/Trapped /Unknown")]),
    Mutation(rule: "pdfx1a.output-intent", changes: [("(FOGRA39)", "()")]),
    Mutation(rule: "pdfx1a.boxes", changes: [("/TrimBox [\n    11", "/TrimBox [\n    1")]),
    Mutation(rule: "pdfx1a.colour", changes: [("0 0 0 1 k /a0", "0 0 0 rg /a0")]),
    Mutation(
      rule: "pdfx1a.colour",
      changes: [
        ("0 0 0 1 k /a0", "/K cs /a0"), ("/ColorSpace <<", "/ColorSpace << /K [/Lab << >>]"),
      ]
    ),
    Mutation(rule: "pdfx1a.transparency", changes: [("/ca 1", "/ca .5")]),
    Mutation(rule: "pdfx1a.transparency", changes: [("/ca 1", "/ca 1 /BM /Multiply")]),
    Mutation(
      rule: "pdfx1a.transparency",
      changes: [("/TrimBox [", "/Group << /S /Transparency >> /TrimBox [")]),
    Mutation(rule: "pdfx1a.fonts", changes: [("/FontFile3 ", "/FontFileX ")]),
    Mutation(
      rule: "pdfx1a.annotations",
      changes: [
        ("/TrimBox [", "/Annots [ << /Subtype /Link /Rect [ 20 20 50 50 ] >> ] /TrimBox [")
      ]),
    Mutation(
      rule: "pdfx1a.actions",
      changes: [("/PageLabels", "/OpenAction << /S /GoTo /D (x) >> /PageLabels")]),
    Mutation(rule: "pdfx1a.filters", changes: [("/Subtype /XML", "/Subtype /XML /F (x)")]),
    Mutation(rule: "pdfx1a.filters", changes: [("/Subtype /XML", "/Filter /JBIG2Decode")]),
    Mutation(rule: "pdfx1a.foreign-objects", changes: [("/Subtype /XML", "/Subtype /PS")]),
    Mutation(rule: "pdfx1a.files", changes: [("/PageLabels", file)]),
    Mutation(rule: "pdfx1a.transfer-functions", changes: [("/OPM 1", "/OPM 1 /TR /Identity")]),
    Mutation(
      rule: "pdfx1a.halftones", changes: [("/OPM 1", "/OPM 1 /HT << /HalftoneType 6 >>")]),
    Mutation(
      rule: "pdfx1a.optional-content",
      changes: [("/PageLabels", "/OCProperties << >> /PageLabels")]),
  ]

  static let archive: [Mutation] = [
    Mutation(rule: "pdfa.syntax", changes: unknown),
    Mutation(rule: "pdfa.header", changes: [("%PDF-1.7", "%PDF-2.0")]),
    Mutation(rule: "pdfa.trailer", changes: [("/ID [", "/IX [")]),
    Mutation(rule: "pdfa.filters", changes: [("/Subtype /XML", "/Subtype /XML /F (x)")]),
    Mutation(rule: "pdfa.output-intent", changes: [("/N 3", "/N 4")]),
    Mutation(rule: "pdfa.colour", changes: [("0 0 0 rg", "0 0 0 1 k")]),
    Mutation(rule: "pdfa.graphics-state", changes: [("/CA 0.5", "/TR /Identity /CA 0.5")]),
    Mutation(
      rule: "pdfa.images", changes: [("/Subtype /Form", "/Subtype /Image /Interpolate true")]),
    Mutation(
      rule: "pdfa.foreign-objects", changes: [("/Subtype /Form", "/Subtype /Form /Ref << >>")]),
    Mutation(
      rule: "pdfa.blend-space", changes: [("/OutputIntents", "/Others"), ("/CS /DeviceRGB", "")],
      isEverywhere: true, also: ["pdfa.output-intent", "pdfa.colour"]),
    Mutation(rule: "pdfa.fonts", changes: [("/FontFile3 ", "/FontFileX ")]),
    Mutation(rule: "pdfa.unicode", changes: [("/ToUnicode", "/ToUnicodX")]),
    Mutation(rule: "pdfa.notdef", changes: [("<00010002>", "<00000002>")], also: ["pdfa.unicode"]),
    Mutation(rule: "pdfa.annotations", changes: [("/F 4", "/F 2")]),
    Mutation(rule: "pdfa.actions", changes: [("/S /URI", "/S /Launch")]),
    Mutation(rule: "pdfa.metadata", changes: [("<?xpacket ", "<?xpacket bytes='9' ")]),
    Mutation(
      rule: "pdfa.identification", changes: [("pdfaid:part>3", "pdfaid:part>2")]),
    Mutation(rule: "pdfa.level", changes: [("conformance>A<", "conformance>U<")]),
    Mutation(
      rule: "pdfa.extension-schema",
      changes: [("URI>http://www.aiim.org/pdfua/", "URI>http://www.aiim.org/other/")]),
    Mutation(rule: "pdfa.marked", changes: [("/Marked true", "/Marked false")]),
    Mutation(rule: "pdfa.structure", changes: [("/StructTreeRoot 10 0 R", "")]),
    Mutation(rule: "pdfa.language", changes: [("(zh-CN)", "()")]),
    Mutation(rule: "pdfa.files", changes: [("/PageLabels", file)]),
  ]

  static let access: [Mutation] = [
    Mutation(rule: "pdfua.syntax", changes: [("/Root 1 0 R", "/Encrypt << >> /Root 1 0 R")]),
    Mutation(rule: "pdfua.identification", changes: [("pdfuaid:part>1", "pdfuaid:part>2")]),
    Mutation(rule: "pdfua.marked", changes: [("/Marked true", "/Marked true /Suspects true")]),
    Mutation(
      rule: "pdfua.content", changes: [("/Artifact<</Type/Pagination/Subtype/Header>>", "/P<<>>")]),
    Mutation(rule: "pdfua.structure", changes: [("/MCID 1 >> BDC", "/MCID 71 >> BDC")]),
    Mutation(rule: "pdfua.roles", changes: [("/S /Reference", "/S /Verweis")]),
    Mutation(rule: "pdfua.title", changes: [("/DisplayDocTitle true", "/DisplayDocTitle false")]),
    Mutation(rule: "pdfua.language", changes: [("(zh-CN)", "()")]),
    Mutation(rule: "pdfua.headings", changes: [("/S /H1", "/S /H2")]),
    Mutation(rule: "pdfua.figures", changes: [("/Alt ", "/Alx ")]),
    Mutation(rule: "pdfua.formulas", changes: [("/S /Figure", "/S /Formula"), ("/Alt ", "/Alx ")]),
    Mutation(rule: "pdfua.tables", changes: [("/Scope /Column", "/Scopx /Column")]),
    Mutation(rule: "pdfua.tables", changes: [("/ColSpan 2", "/ColSpan 3")]),
    Mutation(rule: "pdfua.lists", changes: [("/S /Reference", "/S /LBody")]),
    Mutation(rule: "pdfua.contents", changes: [("/S /Reference", "/S /TOCI")]),
    Mutation(rule: "pdfua.notes", changes: [("/ID (note-1)", "/IX (note-1)")]),
    Mutation(rule: "pdfua.links", changes: [("/Contents <feff886800200031>", "")]),
    Mutation(rule: "pdfua.tab-order", changes: [("/Tabs /S", "/Tabs /R")]),
    Mutation(rule: "pdfua.fonts", changes: [("/FontFile3 ", "/FontFileX ")]),
    Mutation(rule: "pdfua.unicode", changes: [("/ToUnicode", "/ToUnicodX")]),
    Mutation(
      rule: "pdfua.notdef", changes: [("<00010002>", "<00000002>")], also: ["pdfua.unicode"]),
    Mutation(rule: "pdfua.files", changes: [("/PageLabels", file)]),
    Mutation(
      rule: "pdfua.foreign-objects", changes: [("/Subtype /Form", "/Subtype /Form /Ref << >>")]),
  ]

  @Test func everyRuleHasAMutation() {
    let mutated = Set((Self.press + Self.opaque + Self.archive + Self.access).map(\.rule))
    #expect(mutated == Set(Rule.all.map(\.code.id)))
  }

  @Test(arguments: press)
  func printEdition(_ mutation: Mutation) throws {
    try check(mutation, on: try PressSample.editable.get().print, against: .pdfX4)
  }

  @Test(arguments: opaque)
  func opaquePrintEdition(_ mutation: Mutation) throws {
    try check(mutation, on: try PressSample.editable.get().opaque, against: .pdfX1a)
  }

  @Test(arguments: archive)
  func archivedEdition(_ mutation: Mutation) throws {
    try check(mutation, on: try PressSample.editable.get().screen, against: .pdfA3a)
  }

  @Test(arguments: access)
  func accessibleEdition(_ mutation: Mutation) throws {
    try check(mutation, on: try PressSample.editable.get().screen, against: .pdfUA1)
  }

  private func check(_ mutation: Mutation, on bytes: [UInt8], against claim: Claim) throws {
    try #require(verify(bytes, against: [claim]).diagnostics == [])
    var data = Data(bytes)
    for change in mutation.changes {
      var range = data.range(of: Data(change.from.utf8))
      try #require(range != nil, "\(change.from) is not in the file")
      while let found = range {
        data.replaceSubrange(found, with: Data(change.to.utf8))
        range = mutation.isEverywhere ? data.range(of: Data(change.from.utf8)) : nil
      }
    }
    let mutated = try Tool.transform("fix-qdf", ["%"], on: Array(data))
    let found = Set(verify(mutated, against: [claim]).diagnostics.map(\.code.id))
    #expect(found.contains(mutation.rule))
    #expect(found.subtracting(mutation.also) == [mutation.rule])
  }
}
