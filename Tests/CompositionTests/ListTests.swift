import Diagnostics
import Drawing
import Geometry
import Seeds
import Testing

@testable import Composition

@Suite struct ListTests {
  private static let sentence = "各方携手推进互联互通，合作成果惠及更多国家和人民。"

  private func table(_ title: String) -> String {
    "| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n: \(title)\n"
  }

  @Test("The list of tables holds every captioned table with the page that it stands on")
  func tables() async throws {
    let chapter = { (name: String) in
      "# \(name)\n\n"
        + (1...9).map { self.table("\(name)表题\($0)") + "\n" + Self.sentence }
        .joined(separator: "\n\n")
    }
    let document = try await Fixture.compose(
      parts: [("tables", ""), ("chapter", chapter("甲")), ("next", chapter("乙"))])
    let front = document.pages[0]
    let links = front.links
    #expect(links.map(\.contents.count).count == 18)
    for link in links {
      guard case .destination(let name) = link.target else { continue }
      let page = try #require(
        document.pages.first { $0.destinations.contains { $0.name == name } })
      let texts = front.texts.filter { $0.node == link.node }.map(\.text)
      #expect(texts.last == page.label.text)
      #expect(page.text.contains(link.contents.suffix(4)))
    }
    let roles = front.texts.filter { !$0.node.isArtifact }
      .map { document.structure[$0.node].role }
    #expect(Set(roles) == [.heading1, .link])
  }

  @Test("A list of figures in a report that has none says so")
  func empty() async throws {
    let found = try await Fixture.diagnostics(
      parts: [("figures", ""), ("chapter", "# 甲\n\n" + table("题"))])
    #expect(found.map(\.code) == [.emptyList])
  }

  @Test("A caption is named in the language of its division")
  func words() async throws {
    let markdown =
      "# 甲\n\n" + table("题") + "\n::: {lang=fr}\n\n" + table("Titre {#tbl-fr}")
      + "\n:::\n\n见@tbl-fr。\n"
    let page = try await Fixture.compose(markdown).value.pages[0]
    #expect(page.text.contains("表\u{202F}1"))
    #expect(page.text.contains("Tableau\u{A0}2"))
    #expect(page.text.contains("见Tableau\u{A0}2"))
  }

  @Test("A caption in two languages has a line in each, with the label of each")
  func bilingual() async throws {
    let markdown =
      "# 甲\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n: 表题 {#tbl-x title-en=\"Title\"}\n"
    let document = try await Fixture.compose(markdown).value
    let caption = document.pages[0].texts.filter { text in
      guard !text.node.isArtifact else { return false }
      let node = document.structure[text.node]
      let parent = node.parent.map { document.structure[$0].role }
      return node.role == .caption || parent == .caption
    }
    let lines = Dictionary(grouping: caption) { $0.rect.minY }.sorted { $0.key < $1.key }
    #expect(
      lines.map { $0.value.map(\.text).joined().filter { !$0.isWhitespace } }
        == ["表1表题", "Table1Title"])
    #expect(caption.last.map { document.structure[$0.node].language } == "en")
  }

  @Test("Half a line above and below a list brings the text after it back to the grid")
  func grid() async throws {
    let markdown =
      "# 甲\n\n" + Self.sentence + "\n\n- 一点\n- 二点\n- 三点\n\n" + Self.sentence + "\n"
    let page = try await Fixture.compose(markdown).value.pages[0]
    let tops = page.texts.filter { !$0.node.isArtifact }.map { text in
      ((text.rect.maxY - 42.5) / 15, text.text)
    }
    for (line, text) in tops {
      let isPoint = text.hasSuffix("点") || text == "•"
      let off = abs(line - line.rounded())
      #expect(isPoint ? abs(off - 0.5) < 0.02 : off < 0.02, "\(text) on line \(line)")
    }
  }

  @Test("Labels of a list end at one edge where the layout aligns them so")
  func labels() async throws {
    let markdown = "# 甲\n\n" + (1...12).map { "\($0). 点" }.joined(separator: "\n") + "\n"
    let document = try await Fixture.compose(markdown).value
    let ends = document.pages[0].list.items.compactMap { item -> Double? in
      guard case .glyphs(let run) = item.content, !item.node.isArtifact,
        document.structure[item.node].role == .label
      else { return nil }
      return document.pages[0].list.glyphs[run.glyphs].last?.x
    }
    #expect(ends.count == 12)
    // All labels end with a full stop of one width.
    #expect(ends.allSatisfy { abs($0 - ends[0]) < 0.01 })
  }

  @Test("A part on a recto leaves a blank page that carries nothing", arguments: 0..<20)
  func recto(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let parts = (1...6).map { number in
      let count = Int.random(in: 1...40, using: &random)
      let text = (0..<count).map { _ in Self.sentence }.joined(separator: "\n\n")
      return (role: "book", text: "# 篇\(number)\n\n\(text)\n")
    }
    let document = try await Fixture.compose(parts: parts)
    let openings = document.pages.indices.filter { index in
      document.pages[index].texts.contains {
        !$0.node.isArtifact && document.structure[$0.node].role == .heading1
      }
    }
    #expect(openings.count == 6 && openings.allSatisfy { $0 % 2 == 0 })
    for (index, page) in document.pages.enumerated() {
      let isBlank = page.texts.allSatisfy(\.node.isArtifact)
      #expect(isBlank == page.list.items.isEmpty, "page \(index + 1)")
      if isBlank {
        #expect(openings.contains(index + 1) && page.links.isEmpty && page.destinations.isEmpty)
      }
      // Blank pages count.
      #expect(page.label.number == index + 1)
    }
  }
}

@Suite struct DateTests {
  @Test(
    "A date is written in full as each language writes it",
    arguments: [
      ("zh-CN", "2026年3月5日"), ("en-GB", "5 March 2026"), ("fr", "5 mars 2026"),
      ("es", "5 de marzo de 2026"), ("ru", "5 марта 2026 года"), ("ar", "5 آذار/مارس 2026"),
      ("de", "2026-03-05"),
    ])
  func dates(language: String, shown: String) {
    #expect(printDate("2026-03-05", language) == shown)
  }

  @Test("What is no date stands as it is", arguments: ["2026", "2026-13-01", "spring", ""])
  func noDates(text: String) {
    for language in ["zh-CN", "en", "ar"] { #expect(printDate(text, language) == text) }
  }
}
