import Declarations
import Diagnostics
import Manuscript
import Testing

/// Every finding in a single file, by code and place.
@Test(arguments: [
  ("一\n\n@fig-non", ["3:1 manuscript.unknown-reference"]),
  ("# 一 {#sec-a}\n\n## 二 {#sec-a}", ["3:8 manuscript.duplicate-id"]),
  ("一[^a]", ["1:2 manuscript.undefined-footnote"]),
  ("一\n\n[^a]: 二", ["3:3 manuscript.unused-footnote"]),
  ("一[^a]\n\n[^a]: 二\n\n[^a]: 三", ["5:3 manuscript.duplicate-footnote"]),
  ("一[^a]二[^a]\n\n[^a]: 二", ["1:7 manuscript.repeated-mark"]),
  ("一\n\n> ::: {.case}\n> 二\n\n三", ["3:3 manuscript.unclosed-division"]),
  ("一\n\n:::\n", ["3:1 manuscript.stray-fence"]),
  ("::: {.case\n一\n:::", ["1:5 manuscript.attribute-syntax"]),
  ("::: a b\n一\n:::", ["1:5 manuscript.attribute-syntax"]),
  ("# 题 {#sec-a =b}", ["1:5 manuscript.attribute-syntax"]),
  ("字[一]{a b}", ["1:5 manuscript.attribute-syntax"]),
  ("一<b>二</b>", ["1:2 manuscript.raw-html", "1:6 manuscript.raw-html"]),
  ("一\n\n<div>\n二\n</div>", ["3:1 manuscript.raw-html"]),
  ("<!-- 一", ["1:1 manuscript.raw-html"]),
  ("# 一\n\n### 二", ["3:1 manuscript.heading-jump"]),
  ("```chart\ntitle: 一\n```", ["1:1 manuscript.missing-id"]),
  ("```chart\nid: chart-a\n```", ["2:5 manuscript.wrong-id-prefix"]),
  ("> ```table\n> id: fig-a\n> ```", ["2:7 manuscript.wrong-id-prefix"]),
  ("```chart\nid: fig-a\nx: [\n```", ["3:5 yaml.syntax"]),
  ("```cahrt\nid: fig-a\n```", ["1:4 manuscript.misspelt-block"]),
  ("# 一 {#stage}", ["1:7 manuscript.wrong-id-prefix"]),
  ("# 一 {#sec-第一}", ["1:7 manuscript.invalid-id"]),
  ("::: {.case #port}\n一\n:::", ["1:13 manuscript.wrong-id-prefix"]),
  ("![一](a.svg){#pic-a}", ["1:14 manuscript.wrong-id-prefix"]),
  ("![一](a.svg){crdit=二}", ["1:13 manuscript.unknown-attribute"]),
  ("![一](a b.svg)", ["1:1 manuscript.broken-image"]),
  ("一{{ a", ["1:2 manuscript.unclosed-binding"]),
  ("一{{ A }}", ["1:2 manuscript.binding-syntax"]),
  ("一{{ a | }}", ["1:2 manuscript.binding-syntax"]),
  ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", ["3:1 manuscript.ragged-row"]),
  ("一\n\n: 表题", ["3:1 manuscript.stray-caption"]),
  ("| a |\n|---|\n: 表 {#tab-a}", ["3:7 manuscript.wrong-id-prefix"]),
  ("---\ntitel: 一\n---\n二", ["2:1 yaml.unknown-key"]),
  ("```\n{{ a\n:::\n<b>\n[^x]\n@y\n```\n\n`{{ a [^x] @y <b>`", []),
  ("<_ >\n二", []), ("```\na\n\n\n\n\n\n\n\n\n\n\n```\n::: a\nb\n:::", []),
  ("<!-- 一\n\n::: {.x}\n{{ -->\n二", []),
])
func findingsOfOneFile(_ text: String, _ expected: [String]) {
  #expect(Sample(text).findings == expected)
}

private let declaration = """
  title: 报告
  parts:
    - role: cover
    - role: chapter
      file: chapters/1-stage.md
    - role: chapter
      file: chapters/2-trade.md

  """

@Test func missingChapterNamesTheNearestFile() {
  let sample = Sample(files: [
    "report.yaml": declaration, "chapters/1-stage.md": "# 一", "chapters/2-trede.md": "# 二",
  ])
  #expect(sample.findings == ["7:11 manuscript.missing-file"])
  #expect(sample.diagnostics[0].hints == ["did you mean “chapters/2-trede.md”?"])
}

@Test func missingDeclarationIsAFinding() {
  #expect(Sample(files: [:]).findings == ["- manuscript.missing-file"])
}

@Test func unknownKeyOfTheDeclarationHasASuggestion() {
  let sample = Sample(files: ["report.yaml": "title: 一\nlayuot: a\nparts: [{rloe: cover}]\n"])
  #expect(
    sample.findings == ["2:1 yaml.unknown-key", "3:10 yaml.unknown-key", "3:9 yaml.missing-key"])
  #expect(sample.diagnostics[0].hints == ["did you mean “layout”?"])
}

@Test func partsBeginWithTheirTitle() {
  let sample = Sample(files: [
    "report.yaml": declaration, "chapters/1-stage.md": "<!-- 注 -->\n\n一\n\n# 二",
    "chapters/2-trade.md": "# 一\n\n# 二",
  ])
  #expect(sample.findings == ["3:1 manuscript.missing-title", "3:1 manuscript.second-title"])
}

@Test func idsAndFootnotesAreUniqueInTheReport() {
  let sample = Sample(files: [
    "report.yaml": declaration,
    "chapters/1-stage.md": "# 一 {#sec-a}\n\n@sec-b 一[^n]\n\n[^n]: 注",
    "chapters/2-trade.md": "# 二 {#sec-b}\n\n## 三 {#sec-a}\n\n二[^m]\n\n[^n]: 注\n\n[^m]: 注",
  ])
  #expect(
    Set(sample.findings) == ["3:8 manuscript.duplicate-id", "7:3 manuscript.duplicate-footnote"])
  for diagnostic in sample.diagnostics {
    #expect(sample.map.location(of: diagnostic.labels[0].span)?.file == "chapters/1-stage.md")
  }
  #expect(sample.report.footnotes.map(\.id.value) == ["n", "m"])
  #expect(sample.report.targets["sec-b"]?.part == 2)
}

@Test func unknownReferenceSuggestsAnID() {
  let sample = Sample("# 一 {#sec-trade}\n\n见@sec-tarde。")
  #expect(sample.diagnostics.map(\.hints) == [["did you mean “sec-trade”?"]])
}

@Test func attributesThatMeanNothingHaveTheirPlace() {
  let sample = Sample(
    "[贸易]{.index kei=\"甲\"}[投资]{.index key=\"乙\" see=\"丙\"}\n\n"
      + "| 甲 |\n|---|\n| 一 |\n\n: 题 {#tbl-a title-en=\"A\" titel-en=\"B\"}")
  #expect(
    sample.findings == ["1:13 manuscript.unknown-attribute", "7:26 manuscript.unknown-attribute"])
  #expect(sample.diagnostics.first?.hints == ["did you mean “key”?"])
}

@Test func bytesThatAreNotUTF8HaveTheirPlace() {
  let sample = Sample(bytes: Array("一\n二".utf8) + [0xE4, 0xB8] + Array("\n\n@x".utf8))
  #expect(sample.findings == ["2:2 manuscript.invalid-utf8", "4:1 manuscript.unknown-reference"])
}

@Test func everyCodeIsListedOnceAndExplained() {
  let codes = DiagnosticCode.manuscriptCodes
  #expect(Set(codes.map(\.id)).count == codes.count)
  #expect(codes.allSatisfy { $0.id.hasPrefix("manuscript.") && $0.explanation.hasSuffix(".") })
}
