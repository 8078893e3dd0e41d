import Diagnostics
import Drawing
import Geometry
import Stylesheet
import Testing

@testable import Composition

@Suite struct CompositionTests {
  private static let sentence = "各方携手推进互联互通，合作成果惠及更多国家和人民。"

  private func paragraph(_ count: Int) -> String {
    String(repeating: Self.sentence, count: count)
  }

  @Test("All text is placed once, in order, inside the type area")
  func conservation() async throws {
    let markdown =
      "# 标题\n\n" + (1...30).map { "第\($0)段：" + paragraph($0 % 5 + 1) }.joined(separator: "\n\n")
    let document = try await Fixture.compose(markdown).value
    let placed = document.pages.map(\.text).joined()
    let written = markdown.filter { !"# \n".contains($0) }
    #expect(placed.filter { $0 != "\u{2003}" } == "第一章" + written)
    for (index, page) in document.pages.enumerated() {
      let area = try Fixture.stylesheet().page.typeArea(isVerso: index % 2 == 1)
      for text in page.texts where !text.node.isArtifact {
        #expect(area.contains(text.rect, tolerance: 0.6), "page \(index + 1): \(text.text)")
      }
    }
  }

  @Test("Lines of facing pages stand on one baseline grid")
  func baselineGrid() async throws {
    let markdown =
      "# 标题\n\n"
      + (1...12).map { "## 节\($0)\n\n" + paragraph($0 % 4 + 2) }.joined(separator: "\n\n")
    let document = try await Fixture.compose(markdown).value
    for page in document.pages {
      for text in page.texts where !text.node.isArtifact {
        let offset = (text.rect.maxY - 30).truncatingRemainder(dividingBy: 15)
        #expect(abs(offset - 12.5) < 0.3, "\(text.text) at \(text.rect.maxY)")
      }
    }
  }

  @Test("A note stands on the page of its mark")
  func notes() async throws {
    var markdown = "# 标题\n\n"
    for index in 1...40 { markdown += paragraph(index % 3 + 1) + "[^n\(index)]\n\n" }
    for index in 1...40 { markdown += "[^n\(index)]: 注释\(index)号的内容在此。\n" }
    let document = try await Fixture.compose(markdown).value
    var found = 0
    for page in document.pages {
      let roles = page.texts.filter { !$0.node.isArtifact }
        .map { (document.structure[$0.node].role, $0.text) }
      let marks = roles.filter { $0.0 == .reference }.map(\.1)
      let labels = roles.filter { $0.0 == .label }.map(\.1)
      #expect(marks == labels)
      found += marks.count
    }
    #expect(found == 40)
  }

  @Test("Notes never touch the text above them")
  func notesApart() async throws {
    var markdown = "# 标题\n\n"
    for index in 1...30 { markdown += paragraph(2) + "[^n\(index)]\n\n" }
    for index in 1...30 { markdown += "[^n\(index)]: " + paragraph(index % 4 + 1) + "\n" }
    let document = try await Fixture.compose(markdown).value
    for page in document.pages {
      var notes = Double.infinity
      var body = 0.0
      for text in page.texts where !text.node.isArtifact {
        let role = document.structure[text.node].role
        if role == .note || role == .label {
          notes = min(notes, text.rect.minY)
        } else if role == .paragraph {
          body = max(body, text.rect.maxY)
        }
      }
      #expect(body < notes)
    }
  }

  @Test("No single line of a paragraph stands alone at the head or foot of a page (CLREQ 3.1.7)")
  func widows() async throws {
    let markdown = "# 标题\n\n" + (1...40).map { paragraph($0 % 4 + 3) }.joined(separator: "\n\n")
    let document = try await Fixture.compose(markdown).value
    var lines: [StructureNodeID: [Int]] = [:]
    for (index, page) in document.pages.enumerated() {
      for text in page.texts where !text.node.isArtifact {
        lines[text.node, default: []].append(index)
      }
    }
    for pages in lines.values where pages.count > 3 {
      for page in Set(pages) { #expect(pages.count { $0 == page } > 1) }
    }
  }

  @Test("A heading is followed by at least two lines on its page")
  func headings() async throws {
    let markdown =
      "# 标题\n\n"
      + (1...25).map { "## 节\($0)\n\n" + paragraph($0 % 5 + 1) }.joined(separator: "\n\n")
    let document = try await Fixture.compose(markdown).value
    for page in document.pages {
      let texts = page.texts.filter { !$0.node.isArtifact }
      let last = texts.lastIndex { document.structure[$0.node].role == .heading2 } ?? 0
      let below = Set(texts[(last + 1)...].map { Int($0.rect.minY) })
      #expect(below.count >= 2 || texts.isEmpty || page.label == document.pages.last?.label)
    }
  }

  @Test("A table that breaks repeats its head and names itself continued")
  func continuedTable() async throws {
    let rows = (1...60).map { "| 甲\($0) | 乙\($0) |" }.joined(separator: "\n")
    let document = try await Fixture.compose(
      "# 标题\n\n| 头一 | 头二 |\n|---|---|\n\(rows)\n\n: 表题 {#tbl-long}\n"
    ).value
    let holding = document.pages.filter { $0.texts.contains { $0.text.hasPrefix("甲") } }
    #expect(holding.count > 1)
    for (index, page) in holding.enumerated() {
      let texts = page.texts.map(\.text)
      #expect(texts.contains("头一"))
      #expect(texts.contains { $0.hasPrefix("续表") } == (index > 0))
      let heads = page.texts.filter { $0.text == "头一" }
      #expect(heads.allSatisfy { $0.node.isArtifact == (index > 0) })
    }
    let body = document.pages.flatMap(\.texts).filter { !$0.node.isArtifact }
    let cells = body.filter { document.structure[$0.node].role == .dataCell }.map(\.text).joined()
    #expect(cells == (1...60).map { "甲\($0)乙\($0)" }.joined())
  }

  @Test("The contents show the pages that the headings stand on")
  func contents() async throws {
    let body = { (count: Int) in
      "# 章\n\n"
        + (1...count).map { "## 节\($0) {#sec-\(count)-\($0)}\n\n" + paragraph(12) }
        .joined(separator: "\n\n")
    }
    let document = try await Fixture.compose(
      parts: [("contents", ""), ("chapter", body(3)), ("next", body(4))])
    let links = document.pages[0].links
    #expect(links.count == 9)
    for link in links {
      guard case .destination(let name) = link.target else { continue }
      let page = try #require(
        document.pages.first { $0.destinations.contains { $0.name == name } })
      let shown = document.pages[0].texts.filter { $0.node == link.node }.map(\.text)
      #expect(shown.last == page.label.text)
    }
  }

  @Test("One task and many give the same pages")
  func parallel() async throws {
    let markdown =
      "# 标题\n\n" + (1...50).map { paragraph($0 % 6 + 1) }.joined(separator: "\n\n")
    let one = try await Fixture.compose(markdown, jobs: 1).value
    let many = try await Fixture.compose(markdown, jobs: 8).value
    #expect(one.pages.map { dump($0.list) } == many.pages.map { dump($0.list) })
  }
}
