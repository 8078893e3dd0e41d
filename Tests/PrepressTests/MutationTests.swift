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
    Mutation(rule: "x4.syntax", changes: unknown),
    Mutation(rule: "x4.identification", changes: [(">PDF/X-4<", ">PDF/X-3<")]),
    Mutation(rule: "x4.trailer", changes: [("/ID [", "/IX [")]),
    Mutation(rule: "x4.encryption", changes: [("/Root 1 0 R", "/Encrypt << >> /Root 1 0 R")]),
    Mutation(
      rule: "x4.metadata", changes: [("xmp:MetadataDate>", "xmp:Another>")], isEverywhere: true),
    Mutation(rule: "x4.trapped", changes: [("/Trapped /False", "/Trapped /Unknown")]),
    Mutation(rule: "x4.output-intent", changes: [("(FOGRA39)", "()")]),
    Mutation(rule: "x4.boxes", changes: [("/TrimBox [\n    11", "/TrimBox [\n    1")]),
    Mutation(rule: "x4.colour", changes: [("0 0 0 1 k /a0", "0 0 0 rg /a0")]),
    Mutation(rule: "x4.blend-space", changes: [("/CS /DeviceCMYK", "/CS /DeviceRGB")]),
    Mutation(rule: "x4.fonts", changes: [("/FontFile3 ", "/FontFileX ")]),
    Mutation(
      rule: "x4.annotations",
      changes: [
        (
          "/Contents 12 0 R",
          "/Annots [ << /Subtype /Link /Rect [ 20 20 50 50 ] >> ] /Contents 12 0 R"
        )
      ]),
    Mutation(
      rule: "x4.actions",
      changes: [("/PageLabels", "/OpenAction << /S /JavaScript /JS (x) >> /PageLabels")]),
    Mutation(rule: "x4.filters", changes: [("/Subtype /XML", "/Subtype /XML /F (x)")]),
    Mutation(
      rule: "x4.foreign-objects", changes: [("/Subtype /Form", "/Subtype /Form /Ref << >>")]),
    Mutation(rule: "x4.transfer-functions", changes: [("/OPM 1", "/OPM 1 /TR /Identity")]),
    Mutation(
      rule: "x4.optional-content",
      changes: [("/PageLabels", "/OCProperties << /OCGs [] /D << /AS [] >> >> /PageLabels")]),
  ]

  static let archive: [Mutation] = [
    Mutation(rule: "a3.syntax", changes: unknown),
    Mutation(rule: "a3.header", changes: [("%PDF-1.7", "%PDF-2.0")]),
    Mutation(rule: "a3.trailer", changes: [("/ID [", "/IX [")]),
    Mutation(rule: "a3.filters", changes: [("/Subtype /XML", "/Subtype /XML /F (x)")]),
    Mutation(rule: "a3.output-intent", changes: [("/N 3", "/N 4")]),
    Mutation(rule: "a3.colour", changes: [("0 0 0 rg", "0 0 0 1 k")]),
    Mutation(rule: "a3.graphics-state", changes: [("/CA 0.5", "/TR /Identity /CA 0.5")]),
    Mutation(
      rule: "a3.images", changes: [("/Subtype /Form", "/Subtype /Image /Interpolate true")]),
    Mutation(
      rule: "a3.foreign-objects", changes: [("/Subtype /Form", "/Subtype /Form /Ref << >>")]),
    Mutation(
      rule: "a3.blend-space", changes: [("/OutputIntents", "/Others"), ("/CS /DeviceRGB", "")],
      isEverywhere: true, also: ["a3.output-intent", "a3.colour"]),
    Mutation(rule: "a3.fonts", changes: [("/FontFile3 ", "/FontFileX ")]),
    Mutation(rule: "a3.unicode", changes: [("/ToUnicode", "/ToUnicodX")]),
    Mutation(rule: "a3.notdef", changes: [("<00010002>", "<00000002>")], also: ["a3.unicode"]),
    Mutation(rule: "a3.annotations", changes: [("/F 4", "/F 2")]),
    Mutation(rule: "a3.actions", changes: [("/S /URI", "/S /Launch")]),
    Mutation(rule: "a3.metadata", changes: [("/Subtype /XML", "/Subtype /XML /Filter []")]),
    Mutation(rule: "a3.identification", changes: [("conformance>A<", "conformance>B<")]),
    Mutation(
      rule: "a3.extension-schema",
      changes: [("URI>http://www.aiim.org/pdfua/", "URI>http://www.aiim.org/other/")]),
    Mutation(rule: "a3.marked", changes: [("/Marked true", "/Marked false")]),
    Mutation(rule: "a3.structure", changes: [("/StructTreeRoot 10 0 R", "")]),
    Mutation(rule: "a3.language", changes: [("(zh-CN)", "()")]),
    Mutation(rule: "a3.files", changes: [("/PageLabels", file)]),
  ]

  static let access: [Mutation] = [
    Mutation(rule: "ua1.syntax", changes: [("/Root 1 0 R", "/Encrypt << >> /Root 1 0 R")]),
    Mutation(rule: "ua1.identification", changes: [("pdfuaid:part>1", "pdfuaid:part>2")]),
    Mutation(rule: "ua1.marked", changes: [("/Marked true", "/Marked true /Suspects true")]),
    Mutation(
      rule: "ua1.content", changes: [("/Artifact<</Type/Pagination/Subtype/Header>>", "/P<<>>")]),
    Mutation(rule: "ua1.structure", changes: [("/MCID 1 >> BDC", "/MCID 71 >> BDC")]),
    Mutation(rule: "ua1.roles", changes: [("/S /Reference", "/S /Verweis")]),
    Mutation(rule: "ua1.title", changes: [("/DisplayDocTitle true", "/DisplayDocTitle false")]),
    Mutation(rule: "ua1.language", changes: [("(zh-CN)", "()")]),
    Mutation(rule: "ua1.headings", changes: [("/S /H1", "/S /H2")]),
    Mutation(rule: "ua1.figures", changes: [("/Alt ", "/Alx ")]),
    Mutation(rule: "ua1.formulas", changes: [("/S /Figure", "/S /Formula"), ("/Alt ", "/Alx ")]),
    Mutation(rule: "ua1.tables", changes: [("/Scope /Column", "/Scopx /Column")]),
    Mutation(rule: "ua1.tables", changes: [("/ColSpan 2", "/ColSpan 3")]),
    Mutation(rule: "ua1.lists", changes: [("/S /Reference", "/S /LBody")]),
    Mutation(rule: "ua1.contents", changes: [("/S /Reference", "/S /TOCI")]),
    Mutation(rule: "ua1.notes", changes: [("/ID (note-1)", "/IX (note-1)")]),
    Mutation(rule: "ua1.links", changes: [("/Contents <feff886800200031>", "")]),
    Mutation(rule: "ua1.tab-order", changes: [("/Tabs /S", "/Tabs /R")]),
    Mutation(rule: "ua1.fonts", changes: [("/FontFile3 ", "/FontFileX ")]),
    Mutation(rule: "ua1.unicode", changes: [("/ToUnicode", "/ToUnicodX")]),
    Mutation(rule: "ua1.notdef", changes: [("<00010002>", "<00000002>")], also: ["ua1.unicode"]),
    Mutation(rule: "ua1.files", changes: [("/PageLabels", file)]),
    Mutation(
      rule: "ua1.foreign-objects", changes: [("/Subtype /Form", "/Subtype /Form /Ref << >>")]),
  ]

  @Test func everyRuleHasAMutation() {
    let mutated = Set((Self.press + Self.archive + Self.access).map(\.rule))
    #expect(mutated == Set(Rule.all.map(\.code.id)))
  }

  @Test(arguments: press)
  func printEdition(_ mutation: Mutation) throws {
    try check(mutation, on: try PressSample.editable.get().print, against: .pdfX4)
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
