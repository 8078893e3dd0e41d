import Declarations
import Diagnostics
import Manuscript
import Testing

@Test func singleFileTakesItsTitleFromTheFirstHeading() {
  #expect(Sample("一\n\n# 题目 *甲*\n").report.title?.value == "题目 甲")
  #expect(Sample("---\ntitle: 前\n...\n# 后").report.title?.value == "前")
}

@Test func frontMatterKeepsThePlacesOfTheText() {
  let sample = Sample("---\r\ntitle: 前\r\n---\r\n# 后\r\n\r\n@x\r\n")
  #expect(sample.findings == ["6:1 manuscript.unknown-reference"])
}

@Test func byteOrderMarkIsNoText() {
  let sample = Sample(bytes: [0xEF, 0xBB, 0xBF] + Array("# 题\n".utf8))
  #expect(sample.report.title?.value == "题")
  #expect(sample.slice(sample.blocks[0].span) == "# 题")
}

@Test func chartKeepsTheSpansOfItsYAML() throws {
  let sample = Sample("- 甲\n\n  ```chart\n  id: fig-a\n  data: SELECT 一\n  ```\n")
  guard case .list(let list)? = sample.blocks.first,
    case .chart(let chart)? = list.items.first?.blocks.last,
    case .mapping(let pairs) = chart.value.content
  else {
    Issue.record("no chart")
    return
  }
  #expect(chart.id?.value == "fig-a")
  #expect(pairs.map { sample.slice($0.value.span) } == ["fig-a", "SELECT 一"])
  #expect(sample.slice(chart.span).hasPrefix("```chart"))
}

@Test func codeKeepsItsLines() {
  let sample = Sample("> ```swift\n> let a = 1\n>\n>\n>\n>\n>   *b* `c`\n> ```\n\n    d\n\te\n")
  let texts = sample.blocks.flatMap { [$0] + $0.children }.compactMap { block -> String? in
    if case .code(let code) = block { code.text } else { nil }
  }
  #expect(texts == ["let a = 1\n\n\n\n\n  *b* `c`\n", "d\ne\n"])
}

@Test func longRunsOfBlankLinesStayInCode() {
  let blank = String(repeating: "\n", count: 30)
  guard case .code(let code)? = Sample("```\na\(blank)b\(blank)```").blocks.first else {
    Issue.record("no code")
    return
  }
  #expect(code.text == "a\(blank)b\(blank)")
}

@Test func listsKeepStartAndTightness() {
  let sample = Sample("3. 一\n4. 二\n\n- 三\n\n- 四\n")
  let lists = sample.blocks.compactMap { block -> ItemList? in
    if case .list(let list) = block { list } else { nil }
  }
  #expect(lists.map(\.start) == [3, nil])
  #expect(lists.map(\.isTight) == [true, false])
}

@Test func tableFollowsAParagraphAndTakesItsCaption() {
  let sample = Sample("引言\n| a | b |\n|--:|---|\n| 1\\|2 | {{ x | over }} |\n\n: 题 {#tbl-a}\n")
  guard sample.blocks.count == 2, case .table(let table) = sample.blocks[1] else {
    Issue.record("no table")
    return
  }
  #expect(table.alignments == [.right, .natural])
  #expect(table.rows[0].cells.map(\.content.count) == [3, 1])
  #expect(table.caption.plainText == "题")
  #expect(sample.report.targets["tbl-a"]?.kind == .table)
}

@Test func imageInALineIsNoPicture() {
  guard case .paragraph? = Sample("字![a](b.svg)").blocks.first else {
    Issue.record("no paragraph")
    return
  }
}

@Test func footnotesStandAnywhere() {
  let sample = Sample("::: case\n一[^a]\n\n[^a]: 甲\n    续\n\n    乙\n:::\n\n> 二[^b]\n>\n> [^b]: 丙\n")
  #expect(sample.findings == [])
  #expect(sample.report.footnotes.map(\.blocks.count) == [2, 1])
  #expect(sample.blocks.count == 2)
}

@Test func footnoteBeginsWithList() {
  let sample = Sample("一[^a]\n\n[^a]: - 甲\n    - 乙\n")
  #expect(sample.findings == [])
  guard case .list(let list) = sample.report.footnotes.first?.blocks.first else {
    Issue.record("no list in the footnote")
    return
  }
  #expect(list.items.count == 2)
}

@Test func commentBetweenParagraphsKeepsTheTextAfterIt() {
  #expect(Sample("<!-- 一 --> 二").blocks.count == 1)
}

@Test func equalNestingOfFencesClosesTheInnermost() {
  let sample = Sample("::: a\n::: b\n一\n:::\n二\n:::\n三")
  guard sample.blocks.count == 2, case .division(let outer) = sample.blocks[0] else {
    Issue.record("no division")
    return
  }
  #expect(outer.blocks.count == 2)
}
