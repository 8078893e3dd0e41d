import Diagnostics
import Drawing
import Geometry
import Manuscript
import Testing

@testable import Composition

/// Documents that nobody would write: each is laid out, or says why not.
@Suite struct HostileDocumentTests {
  private func text(_ document: PagedDocument) -> String { document.pages.map(\.text).joined() }

  @Test func emptyDocument() async throws {
    let document = try await Fixture.compose("# 标题").value
    #expect(document.pages.count == 1)
  }

  @Test func longWord() async throws {
    let word = String(repeating: "a", count: 500)
    let composed = try await Fixture.compose("# 标题\n\n\(word)")
    #expect(composed.diagnostics.contains { $0.code == .overfullLine })
    #expect(text(composed.value).contains(word))
  }

  @Test func noteLongerThanPage() async throws {
    let note = String(repeating: "很长的注释。", count: 400)
    let composed = try await Fixture.compose("# 标题\n\n文字[^n]。\n\n[^n]: \(note)\n")
    #expect(text(composed.value).contains("很长的注释"))
    let drawn = composed.value.pages.flatMap(\.texts).map(\.text).joined()
    #expect(drawn.components(of: "很长的注释。") == 400)
    #expect(composed.value.pages.count > 3)
  }

  @Test func manyNotesInOneParagraph() async throws {
    let marks = (1...200).map { "文字[^n\($0)]" }.joined()
    let notes = (1...200).map { "[^n\($0)]: 注\($0)。" }.joined(separator: "\n")
    let composed = try await Fixture.compose("# 标题\n\n\(marks)\n\n\(notes)\n")
    let labels = composed.value.pages.flatMap(\.texts).filter {
      !$0.node.isArtifact && composed.value.structure[$0.node].role == .label
    }
    #expect(labels.map(\.text) == (1...200).map(String.init))
  }

  @Test func largeTable() async throws {
    let head = "|" + (1...30).map { "头\($0)|" }.joined()
    let rule = "|" + String(repeating: "---|", count: 30)
    let rows = (1...2000).map { row in "|" + (1...30).map { "\(row % 10)\($0)|" }.joined() }
    let composed = try await Fixture.compose(
      "# 标题\n\n" + ([head, rule] + rows).joined(separator: "\n") + "\n\n: 大表 {#tbl-big}\n")
    #expect(composed.value.pages.count > 50)
  }

  @Test func cellHigherThanPage() async throws {
    let cell = String(repeating: "格子里的文字。", count: 400)
    let composed = try await Fixture.compose(
      "# 标题\n\n| 甲 | 乙 |\n|---|---|\n| \(cell) | 乙 |\n\n: 表 {#tbl-x}\n")
    #expect(composed.diagnostics.isEmpty)
    // The other cell is painted beside the first line.
    let drawn = text(composed.value).replacing("乙", with: "")
    #expect(drawn.components(of: "格子里的文字。") == 400)
  }

  @Test func pictureHigherThanPage() async throws {
    let composed = try await Fixture.compose("# 标题\n\n前文。\n\n![高图](high.svg){#fig-high}\n\n后文。\n") {
      $0.pictures["high.svg"] = PictureContent(
        image: ImageID(index: 0), size: Size(width: 10, height: 100_000))
    }
    let images = composed.value.pages.flatMap(\.list.items).compactMap { item -> Rect? in
      if case .image(_, let rect) = item.content { rect } else { nil }
    }
    #expect(images.count == 1 && images.allSatisfy { $0.height < 300 })
    #expect(text(composed.value).contains("后文"))
  }

  @Test func chartHigherThanPage() async throws {
    let markdown = "# 标题\n\n前文。\n\n```chart\nid: fig-high\n```\n\n后文。\n"
    let composed = try await Fixture.compose(markdown) { input in
      for case .chart(let block) in input.report.parts.flatMap(\.blocks) {
        input.charts[block.span] = ChartContent(
          title: [.text("高", block.span)], size: Size(width: 100, height: 9000),
          list: DisplayList(), alt: "高")
      }
    }
    #expect(composed.diagnostics.contains { $0.code == .pageOverflow })
    #expect(text(composed.value).contains("后文"))
    #expect(composed.value.pages.count < 5)
  }

  @Test func notesEverywhere() async throws {
    let marks = (1...60).map { "| 格[^n\($0)] | 值 |" }.joined(separator: "\n")
    let notes = (1...60).map { "[^n\($0)]: " + String(repeating: "注释的文字。", count: $0 % 12 + 1) }
    let composed = try await Fixture.compose(
      "# 标题\n\n| 甲 | 乙 |\n|---|---|\n\(marks)\n\n" + notes.joined(separator: "\n"))
    #expect(!composed.diagnostics.contains { $0.code == .pageOverflow })
  }

  @Test func nestedLists() async throws {
    let lines = (0..<60).map { String(repeating: "  ", count: $0) + "- 第\($0)层" }
    let composed = try await Fixture.compose("# 标题\n\n" + lines.joined(separator: "\n"))
    #expect(text(composed.value).contains("第59层"))
  }

  @Test func hugeParagraph() async throws {
    let long = String(repeating: "共建国家携手发展，", count: 11_112)
    let composed = try await Fixture.compose("# 标题\n\n\(long)")
    #expect(composed.value.pages.count > 200)
    #expect(text(composed.value).contains(long))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
