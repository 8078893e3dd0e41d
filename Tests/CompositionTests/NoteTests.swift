import Diagnostics
import Drawing
import Geometry
import Seeds
import Stylesheet
import Testing

@testable import Composition

/// Notes as the finished pages show them; `Reading` knows only display lists and the structure tree.
@Suite struct NoteTests {
  private static let sentence = "各方携手推进互联互通，合作成果惠及更多国家和人民。"

  /// Blocks of every kind that may hold a mark; `%` stands for it.
  private static let kinds = [
    "各方携手推进互联互通%，合作成果惠及更多国家和人民。各方携手推进互联互通。",
    "- 推进互联互通%\n- 合作成果\n\n  - 惠及更多国家%\n",
    "> 合作成果惠及更多国家和人民%。\n>\n> > 再引%。\n",
    "::: {.case title=\"案例\"}\n互联互通%。\n\n- 项目%\n:::\n",
    "| 甲% | 乙 |\n|---|---|\n| 一 | 二% |\n| 三% | 四 |\n\n: 表题% {#tbl-%#}\n",
    "![图题%](a.png){#fig-%# credit=\"摄影%\" alt=\"图\"}\n",
    "## 节题%\n\n合作成果惠及更多国家和人民。合作成果惠及更多国家。\n",
    "1. 甲\n\n   ::: {.case title=\"内\"}\n   | 头% | 头 |\n   |---|---|\n   | 一% | 二 |\n   :::\n",
  ]

  /// A chapter of blocks of all kinds with notes of one to several lines.
  private static func chapter(seed: UInt64, blocks: Int = 30) -> (text: String, notes: Int) {
    var random = SplitMix64(seed: seed)
    var text = "# 标题[^n0]\n\n"
    var notes = 1
    for block in 0..<blocks {
      let kind = Self.kinds[Int.random(in: 0..<Self.kinds.count, using: &random)]
      var pieces = kind.replacing("%#", with: String(block)).split(
        separator: "%", omittingEmptySubsequences: false
      ).map(String.init)
      for index in pieces.indices.dropLast()
      where Int.random(in: 0..<3, using: &random) > 0 {
        pieces[index] += "[^n\(notes)]"
        notes += 1
      }
      text += pieces.joined() + "\n\n"
    }
    for note in 0..<notes {
      let length = Int.random(in: 1...4, using: &random)
      text += "[^n\(note)]: 注\(note)：" + String(repeating: sentence, count: length) + "\n"
    }
    return (text, notes)
  }

  private static func compose(
    _ text: String, _ numbering: NoteConventions.Numbering = .document,
    _ mark: NoteConventions.Mark = .arabic, jobs: Int = 1
  ) async throws -> Diagnosed<PagedDocument> {
    try await Fixture.compose(text, jobs: jobs) { input in
      input.stylesheet.notes.conventions.numbering = numbering
      input.stylesheet.notes.conventions.mark = mark
      input.pictures["a.png"] = PictureContent(
        image: ImageID(index: 0), size: Size(width: 100, height: 60))
    }
  }

  /// Marks and labels of a page in the order of drawing.
  private func read(
    _ page: Page, _ document: PagedDocument
  ) -> (marks: [String], labels: [String]) {
    var marks: [String] = []
    var labels: [String] = []
    for text in page.texts where !text.node.isArtifact {
      let node = document.structure[text.node]
      if node.role == .reference { marks.append(text.text) }
      if node.role == .label, let parent = node.parent, document.structure[parent].role == .note {
        labels.append(text.text)
      }
    }
    return (marks, labels)
  }

  @Test(
    "Every mark stands on the page of its note, in blocks of all kinds (E6.2)", arguments: 0..<12)
  func everywhere(seed: UInt64) async throws {
    let (text, count) = Self.chapter(seed: seed)
    let composed = try await Self.compose(text)
    #expect(composed.diagnostics.filter { "\($0.code)".contains("note") } == [])
    var found: [String] = []
    for page in composed.value.pages {
      let (marks, labels) = read(page, composed.value)
      #expect(marks.sorted() == labels.sorted())
      found += labels
    }
    #expect(found.compactMap(Int.init).sorted() == Array(1...count))
  }

  @Test("Numbers by page are one, two, three on every page", arguments: 0..<8)
  func byPage(seed: UInt64) async throws {
    let (text, count) = Self.chapter(seed: seed)
    let mark: NoteConventions.Mark = seed % 2 == 0 ? .circled : .arabic
    let composed = try await Self.compose(text, .page, mark)
    #expect(composed.diagnostics.filter { "\($0.code)".contains("note") } == [])
    var found = 0
    for page in composed.value.pages {
      let (marks, labels) = read(page, composed.value)
      let numbers = (0..<labels.count).map { index in
        mark == .arabic
          ? String(index + 1) : String(UnicodeScalar(0x2460 + UInt32(index)).map(Character.init)!)
      }
      #expect(labels == numbers)
      #expect(marks.sorted() == labels.sorted())
      found += labels.count
    }
    #expect(found == count)
    let ids = composed.value.structure.nodes.compactMap(\.id).filter { $0.hasPrefix("note-") }
    #expect(Set(ids).count == count)
    let parallel = try await Self.compose(text, .page, mark, jobs: 4)
    #expect(parallel.value.pages.map(\.text) == composed.value.pages.map(\.text))
  }

  @Test("Numbers by chapter begin again in every chapter, notes in notes among them")
  func byChapter() async throws {
    let first = "# 甲\n\n一[^a]二[^b]。\n\n[^a]: 注甲[^c]。\n[^b]: 注乙。\n[^c]: 注丙。\n"
    let second = "# 乙\n\n三[^d]。\n\n[^d]: 注丁。\n"
    let document = try await Fixture.compose(
      parts: [("chapter", first), ("next", second)]
    ) { $0.stylesheet.notes.conventions.numbering = .chapter }
    #expect(
      document.pages.map { read($0, document).labels }.filter { !$0.isEmpty } == [
        ["1", "2", "3"], ["1"],
      ])
    #expect(document.pages.map { read($0, document).marks.sorted() }.first == ["1", "2", "3"])
  }

  @Test("A note that does not fit leaves at least two lines on each page, under a full rule (E6.2)")
  func splits() async throws {
    for length in 4...40 {
      let text =
        "# 标题\n\n" + String(repeating: Self.sentence, count: 12) + "[^n]"
        + String(repeating: Self.sentence, count: 20) + "\n\n[^n]: "
        + String(repeating: Self.sentence, count: length) + "\n"
      let composed = try await Self.compose(text)
      #expect(composed.diagnostics.isEmpty, "\(length): \(composed.diagnostics)")
      let structure = composed.value.structure
      for (index, page) in composed.value.pages.enumerated() {
        let own = page.texts.filter { !$0.node.isArtifact && structure[$0.node].role == .note }
        let lines = Set(own.map { Int($0.rect.minY) }).count
        let whole = !own.isEmpty && lines == 1
        #expect(!whole, "\(length): a single line on page \(index + 1)")
        guard lines > 0 else { continue }
        let isContinued = read(page, composed.value).labels.isEmpty
        #expect(page.ruleLengths.contains { ($0 > 199) == isContinued })
      }
    }
  }

  @Test("Marks in a repeated head are drawn once, in the first piece")
  func repeatedHeads() async throws {
    let rows = (1...60).map { "| 甲\($0) | 乙 |" }.joined(separator: "\n")
    let composed = try await Self.compose(
      "# 标题\n\n| 头[^a] | 尾 |\n|---|---|\n\(rows)\n\n: 表题[^b] {#tbl-a}\n\n[^a]: 注释。\n[^b]: 注释。\n")
    #expect(composed.diagnostics.isEmpty)
    let shown = composed.value.pages.flatMap(\.texts).filter { $0.text == "2" || $0.text == "1" }
    #expect(shown.count { composed.value.structure.isMark($0.node) } == 2)
    #expect(shown.allSatisfy { !$0.node.isArtifact || $0.rect.minY > 330 })
  }

  @Test("A note whose mark cannot be shown, or that is empty, is an error")
  func lost() async throws {
    for text in [
      "# 标题\n\n[文[^a]]{ruby=\"wén\"}字。\n\n[^a]: 注释。\n",
      "# 标题\n\n文字[^a]。\n\n[^a]:\n",
    ] {
      let codes = try await Self.compose(text).diagnostics.map(\.code)
      #expect(codes.contains(.noteLost))
    }
  }

  @Test("A note on another page than its mark, twice or not at all, is found on the finished pages")
  func proof() async throws {
    let text =
      "# 标题\n\n文字[^a]。" + String(repeating: Self.sentence, count: 60)
      + "文字[^b]。\n\n[^a]: 注释。\n[^b]: 注释。\n"
    let input = try Fixture.input(text)
    let settled = try #require(await settleNotes(input).last)
    var drawn: [DrawnPart?] = []
    let pages = await placePages(settled.planned, settled.text, &drawn).pages
    let places = settled.collector.notePlaces
    let codes = { (pages: [Page]) in proveNotes(places, on: pages, settled).map(\.code) }
    #expect(codes(pages) == [])
    #expect(codes(pages + [pages[0]]) == [.noteLost])
    #expect(codes(Array(pages.dropFirst())) == [.noteLost])
    let labels = Set(places.filter { $0.kind == .label }.map(\.node))
    var moved = pages[0].list
    moved.items.removeAll { !labels.contains($0.node) }
    var parted = pages
    parted[0].list.items.removeAll { labels.contains($0.node) }
    parted[1].list.append(moved, at: .zero)
    #expect(codes(parted) == [.noteApart])
  }

  @Test("A mark may repeat a note only where its number means it")
  func repeated() async throws {
    let far = String(repeating: Self.sentence, count: 60)
    let near = "# 标题\n\n文字[^a]和文字[^a]。\n\n[^a]: 注释。\n"
    let apart = "# 标题\n\n文字[^a]。\(far)\n\n文字[^a]。\n\n[^a]: 注释。\n"
    #expect(try await Self.compose(near, .page).diagnostics.isEmpty)
    #expect(try await Self.compose(apart, .page).diagnostics.map(\.code) == [.noteElsewhere])
    #expect(try await Self.compose(apart, .chapter).diagnostics.isEmpty)
  }

  @Test("Past the circled figures a note is bracketed, and the build says so")
  func circled() async throws {
    let text =
      "# 标题\n\n" + (1...55).map { "文字\($0)[^n\($0)]，\n\n" }.joined()
      + (1...55).map { "[^n\($0)]: 注释。\n" }.joined()
    let composed = try await Self.compose(text, .document, .circled)
    #expect(composed.diagnostics.map(\.code) == [.noteMark])
    let labels = composed.value.pages.flatMap { read($0, composed.value).labels }
    #expect(labels[19] == "⑳" && labels[20] == "㉑" && labels[49] == "㊿")
    #expect(labels.last == "(55)")
  }

  @Test("Marks on the other side of punctuation than the house has them are reported (E6.1)")
  func placement() async throws {
    let text =
      "甲[^a]。乙。[^b]“丙。”[^c]“丁”[^d]，**戊**[^e]，己[^f]庚\n\n"
      + "abcdef".map { "[^\($0)]: 注。\n" }.joined()
    let found = { (placement: NoteConventions.Placement) in
      try await Fixture.compose(text) { $0.stylesheet.notes.conventions.placement = placement }
        .diagnostics.filter { $0.code == .notePlacement }.count
    }
    #expect(try await found(.asWritten) == 0)
    #expect(try await found(.beforeMark) == 2)
    #expect(try await found(.afterMark) == 3)
    #expect(try await found(.uniform) == 2)
  }

  @Test(
    "No line begins with a mark or with what follows it, nor parts it from what it marks (E6.1)")
  func lineEdges() async throws {
    for offset in 0..<24 {
      for (open, close) in [("", ""), ("**", "**"), ("[", "](https://a.org)"), ("`", "`")] {
        let text =
          "# 标题\n\n" + String(repeating: "文", count: offset)
          + (0..<12).map { "一二三四\(open)五六\(close)[^n\($0)]，七八“九”。[^m\($0)]十" }.joined()
          + "\n\n" + (0..<12).map { "[^n\($0)]: 注。\n[^m\($0)]: 注。\n" }.joined()
        let document = try await Self.compose(text).value
        let marked = document.pages.flatMap { page in
          page.texts.filter { !$0.node.isArtifact }
        }
        var last: PlacedText?
        for text in marked {
          let isNewLine = last.map { text.rect.minX < $0.rect.minX } ?? true
          if isNewLine {
            #expect(document.structure[text.node].role != .reference)
            #expect(!"，。”".contains(text.text.first ?? " "))
          }
          last = text
        }
      }
    }
  }

  @Test("Numbers of notes never touch the notes, however long they are", arguments: [5, 50, 150])
  func labelWidths(count: Int) async throws {
    let text =
      "# 标题\n\n" + (1...count).map { "文字文字[^n\($0)]，\n\n" }.joined()
      + (1...count).map { "[^n\($0)]: 注释。\n" }.joined()
    for mark in NoteConventions.Mark.allCases {
      let document = try await Self.compose(text, .document, mark).value
      for page in document.pages {
        let own = page.texts.filter { !$0.node.isArtifact }
        for (label, note) in zip(own, own.dropFirst())
        where document.structure[label.node].role == .label {
          let last = mark == .circled && count <= 50 ? 8.0 : 4.6
          #expect(label.rect.maxX + last < note.rect.minX, "\(label.text)")
        }
      }
    }
  }

  @Test("Source and note under a table may hold marks")
  func tableRemarks() async throws {
    let composed = try await Self.compose(
      """
      # 标题

      | 甲 | 乙 |
      |---|---|
      | 一 | 二 |

      : 表题 {#tbl-a source="来源[^a]" note="说明[^b]"}

      [^a]: 注释。
      [^b]: 注释。

      """)
    #expect(composed.diagnostics.isEmpty)
    #expect(composed.value.pages.first.map { read($0, composed.value).marks } == ["1", "2"])
  }

  @Test("Notes hold lists, quotes and code at their own leading")
  func blocksInNotes() async throws {
    let composed = try await Self.compose(
      """
      # 标题

      文字[^a]和文字[^b]。

      [^a]: 首段。

          - 甲
          - 乙

          > 引文。

          ```
          code
          ```

      [^b]: - 丙
          - 丁

      """)
    #expect(composed.diagnostics.isEmpty)
    let page = try #require(composed.value.pages.first)
    let tops = page.texts.filter { !$0.node.isArtifact && $0.rect.minY > 150 }
      .map { ($0.rect.maxY * 10).rounded() / 10 }
    let steps = zip(Set(tops).sorted().dropFirst(), Set(tops).sorted()).map { $0 - $1 }
    #expect(steps.count == 7 && steps.allSatisfy { abs($0 - 12) < 1.2 }, "\(steps)")
    let shown = page.text.filter { !$0.isWhitespace }
    #expect(shown.hasSuffix("1首段。•甲•乙引文。code2•丙•丁"), "\(shown)")
  }
}

extension StructureTree {
  fileprivate func isMark(_ node: StructureNodeID) -> Bool {
    !node.isArtifact && self[node].role == .reference
  }
}

extension Page {
  /// Lengths of the rules on the page.
  fileprivate var ruleLengths: [Double] {
    list.items.compactMap { item in
      guard case .stroke(let path, _, _) = item.content else { return nil }
      return list.paths[path].bounds?.width
    }
  }
}
