import Diagnostics
import Testing

@testable import Pipeline

/// Mistakes in the manuscript, each found at its place by the whole road.
struct BadManuscriptTests {
  @Test func theSampleItselfIsSound() async {
    let outcome = await SampleReport().check()
    #expect(outcome.findings == [])
  }

  @Test func aMissingChapter() async throws {
    let outcome = try await SampleReport().replacing(
      "chapters/one.md", with: "chapters/on.md", in: "report.yaml"
    ).check()
    #expect(outcome.findings == ["manuscript.missing-file report.yaml:7:11"])
    #expect(outcome.hints == ["did you mean “chapters/one.md”?"])
  }

  @Test func aMissingReport() async {
    let outcome = await SampleReport().adding("report.yaml", nil as [UInt8]?).check()
    #expect(outcome.findings == ["manuscript.missing-file"])
  }

  @Test func invalidUTF8InAChapter() async {
    let bytes = Array("# 总论\n\n一二".utf8) + [0xE4, 0xB8, 0x0A]
    let report = SampleReport().adding("chapters/one.md", bytes)
    let findings = await report.findings()
    #expect(findings == ["manuscript.invalid-utf8 chapters/one.md:3:3"])
  }

  @Test func anUnknownFigure() async throws {
    let outcome = try await SampleReport().replacing("{{ total }}", with: "{{ totl }}").check()
    #expect(outcome.findings == ["figures.unknown-figure chapters/one.md:3:5"])
    #expect(outcome.hints == ["did you mean “total”?"])
  }

  @Test func anUnknownReference() async throws {
    let outcome = try await SampleReport().replacing("@tbl-output。", with: "@tbl-outputs。").check()
    #expect(outcome.findings == ["manuscript.unknown-reference chapters/one.md:3:38"])
    #expect(outcome.hints == ["did you mean “tbl-output”?"])
  }

  @Test func aDuplicateIDNamesBothPlaces() async throws {
    let outcome = try await SampleReport().replacing("#fig-block", with: "#fig-output").check()
    #expect(outcome.findings == ["manuscript.duplicate-id chapters/one.md:24:26"])
    let first = outcome.diagnostics.first?.labels.first
    #expect(first.flatMap { outcome.sourceMap.location(of: $0.span) }?.line == 6)
  }

  @Test func aFootnoteWithoutDefinition() async throws {
    let report = try SampleReport().replacing("[^scope]，", with: "[^scope]，[^none]")
    let findings = await report.findings()
    #expect(findings == ["manuscript.undefined-footnote chapters/one.md:3:25"])
  }

  @Test func aDefinitionWithoutMark() async throws {
    let report = try SampleReport().replacing("示例。\n", with: "示例。\n\n[^lost]: 无处可寻。\n")
    let findings = await report.findings()
    #expect(findings == ["manuscript.unused-footnote chapters/one.md:28:3"])
  }

  @Test(arguments: [
    ("# 总论", "# 总\u{10FFFD}论", "1:4"),
    ("[^scope]，", "[^scope]\u{10FFFD}，", "3:24"),
    ("title: 产出\n", "title: 产\u{10FFFD}出\n", "8:9"),
    ("title: 部门", "title: 部\u{10FFFD}门", "20:29"),
    ("unit: 亿元\n```", "note: 甲\u{10FFFD}\n```", "12:8"),
    ("![一块]", "![一\u{10FFFD}块]", "24:4"),
    ("数值为示例", "数值\u{10FFFD}为示例", "26:13"),
  ])
  func aCharacterThatNoFaceHas(old: String, new: String, place: String) async throws {
    let report = try SampleReport().replacing(old, with: new)
    let findings = await report.findings()
    #expect(findings == ["font.missing-glyph chapters/one.md:\(place)"])
  }

  @Test func aCharacterOfTheDataThatNoFaceHas() async throws {
    let findings = try await SampleReport().replacing(
      "农业,120", with: "农\u{10FFFD}业,120", in: "data/output.csv"
    ).findings()
    // Once for the chart and once for the table that show it.
    let place = "font.missing-glyph data/output.csv:2:2"
    #expect(findings == [place, place])
  }

  @Test func manyMistakesAreReportedTogether() async throws {
    let findings = try await SampleReport()
      .replacing("@tbl-output。", with: "@tbl-outputs。")
      .replacing("{{ total }}", with: "{{ totl }}")
      .replacing("x: sector", with: "x: section")
      .replacing("images/block.svg", with: "images/blok.svg")
      .replacing("title: 样本", with: "titel: 样本", in: "report.yaml")
      .replacing("农业,120", with: "农业", in: "data/output.csv")
      .findings()
    let codes = Set(findings.map { $0.prefix { $0 != " " } })
    #expect(
      codes.isSuperset(of: [
        "yaml.unknown-key", "manuscript.unknown-reference", "figures.ragged-row",
        "figures.unknown-figure", "pipeline.missing-file",
      ]))
  }
}
