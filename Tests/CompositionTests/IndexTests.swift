import Diagnostics
import Drawing
import Geometry
import Seeds
import Stylesheet
import Testing

@testable import Composition

@Suite struct IndexTests {
  private static let sentence = "各方携手推进互联互通，合作成果惠及更多国家和人民。"

  private func term(_ path: String, at place: String?, sort: String = "") -> IndexTerm {
    IndexTerm(
      path: path.split(separator: "!").map(String.init),
      sort: sort.split(separator: "!").map(String.init), destination: place, span: .none)
  }

  private func slots(_ count: Int, from first: Int = 0) -> [String: PageSlot] {
    Dictionary(
      uniqueKeysWithValues: (0..<count).map {
        let style = $0 < 5 ? PageLabel.Style.lowerRoman : .decimal
        let number = $0 < 5 ? $0 + 1 : $0 - 4
        return ("\($0)", PageSlot(index: $0, label: PageLabel(style: style, number: number)))
      })
  }

  @Test("An index holds every marked page of every term once, and no other", arguments: 0..<50)
  func pages(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let places = slots(30)
    var marks: [IndexTerm] = []
    var written: [String: Set<Int>] = [:]
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let name = ["贸易", "投资", "AI"].randomElement(using: &random) ?? ""
      let page = Int.random(in: 0..<30, using: &random)
      marks.append(term(name, at: String(page)))
      written[name, default: []].insert(page)
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: places.values.map { ($0.label.text, $0.index) })
    for entry in sortIndex(marks, places: places, language: "zh").flatMap(\.entries) {
      var shown: [Int] = []
      for pages in entry.pages {
        let first = try #require(numbers[pages.first])
        let last = try #require(numbers[pages.last ?? pages.first])
        #expect(pages.last == nil || last - first >= 2)
        // A range lies in pages that are counted alike.
        #expect((first < 5) == (last < 5))
        shown += first...last
      }
      #expect(shown == written[entry.term].map { $0.sorted() })
      written[entry.term] = nil
    }
    #expect(written.isEmpty)
  }

  @Test("Terms stand by letter and pinyin, with those below them, whatever their order in the text")
  func order() {
    let marks = [
      term("中国", at: "7"), term("贸易!数字贸易", at: "8"), term("5G", at: "9"),
      term("贸易", at: "10"), term("贸易!服务贸易", at: "8"), term("重量", at: "8", sort: "众量"),
      term("乐亭", at: "8", sort: "烙亭"),
    ]
    for marks in [marks, marks.reversed()] {
      let index = sortIndex(marks, places: slots(30), language: "zh-CN")
      #expect(index.map(\.letter) == [nil, "L", "M", "Z"])
      #expect(index.flatMap(\.entries).map(\.term) == ["5G", "乐亭", "贸易", "中国", "重量"])
      #expect(index[2].entries[0].children.map(\.term) == ["服务贸易", "数字贸易"])
    }
  }

  /// Chapters with marked terms and an index in their middle.
  private func document(_ count: Int, jobs: Int = 1) async throws -> PagedDocument {
    let chapter = { (name: String) in
      "# \(name)\n\n"
        + (1...count).map { "[词\($0)]{.index}" + Self.sentence + Self.sentence }
        .joined(separator: "\n\n") + "\n\n[]{.index key=\"尾\"}完[^n\(name)]\n\n"
        + "[^n\(name)]: 注中[词1]{.index}。\n"
    }
    return try await Fixture.compose(
      parts: [
        ("preface", chapter("前")), ("chapter", chapter("甲")), ("index", ""),
        ("next", chapter("乙")),
      ], jobs: jobs)
  }

  @Test("The index shows the labels of the pages that it links to, also of those behind it")
  func labels() async throws {
    let document = try await document(30)
    let links = document.pages.flatMap { page in page.links.map { (page, $0) } }
      .filter { document.structure[$0.1.node].role == .link }
    var shown: Set<String> = []
    for (_, link) in links {
      guard case .destination(let name) = link.target else { continue }
      let page = try #require(
        document.pages.first { $0.destinations.contains { $0.name == name } })
      let first = link.contents.split(separator: "–").first.map(String.init)
      #expect(first == page.label.text)
      shown.insert(page.label.text)
    }
    #expect(shown.contains("i") && shown.contains("1"))
    let last = try #require(document.pages.last)
    let index = document.pages.first { $0.text.contains("索引") }
    #expect(index != nil && Int(last.label.text) ?? 0 > 5)
    #expect(shown.contains(last.label.text))
  }

  @Test("Each place is named once, and marks leave no trace in the text")
  func trace() async throws {
    let document = try await document(12)
    let names = document.pages.flatMap(\.destinations).map(\.name)
    #expect(Set(names).count == names.count)
    let plain = try await Fixture.compose(parts: [("chapter", "# 甲\n\n词" + Self.sentence)])
    let marked = try await Fixture.compose(
      parts: [("chapter", "# 甲\n\n[词]{.index}[]{.index key=\"别\"}" + Self.sentence)])
    #expect(plain.pages.map(\.text) == marked.pages.map(\.text))
  }

  @Test("A term in the head of a long table is listed once, and any number of levels is three")
  func repeatedHead() async throws {
    let rows = (1...60).map { "| 甲\($0) | 乙\($0) |" }.joined(separator: "\n")
    let deep = String(repeating: "深!", count: 300)
    let document = try await Fixture.compose(parts: [
      (
        "chapter",
        "# 标题\n\n文[]{.index key=\"\(deep)\"}\n\n"
          + "| [头一]{.index} | 头二 |\n|---|---|\n\(rows)\n\n: 题 {#tbl-a}\n"
      ),
      ("index", ""),
    ])
    let names = document.pages.flatMap(\.destinations).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(document.pages.count > 3)
    #expect(document.pages.flatMap(\.links).map(\.contents) == ["1", "1"])
  }

  @Test("Where a column begins among the terms below a term, the term stands again above them")
  func continuedTerm() async throws {
    let marks = (10...69).map { "[]{.index key=\"贸易!数字!项\($0)\"}" }.joined()
    let document = try await Fixture.compose(
      parts: [("chapter", "# 甲\n\n文\(marks)[]{.index key=\"终\"}字\n"), ("pairs", "")])
    let pages = document.pages.filter { $0.text.contains("项") }
    #expect(pages.count > 1)
    var shown = ""
    for page in pages {
      // Texts of the type area by column, each from the top.
      let texts = page.texts.filter { $0.rect.minY > 30 && $0.rect.maxY < 330 }
      for column in [texts.filter { $0.rect.minX < 130 }, texts.filter { $0.rect.minX >= 130 }] {
        let lines = column.sorted { ($0.rect.minY, $0.rect.minX) < ($1.rect.minY, $1.rect.minX) }
        guard lines.contains(where: { $0.text.contains("项") }) else { continue }
        #expect(lines.first?.text.contains("项") == false)
        for line in lines where line.text.contains("续") { #expect(line.node.isArtifact) }
        shown += lines.filter { !$0.node.isArtifact }.map(\.text).joined()
      }
    }
    // Each term is read once, in order.
    #expect(shown.matches(of: /项\d\d/).map { String($0.output) } == (10...69).map { "项\($0)" })
    #expect(document.pages.flatMap(\.texts).contains { $0.text.contains("贸易（续）") })
    #expect(document.pages.flatMap(\.texts).contains { $0.text.contains("数字（续）") })
  }

  @Test("Every part is planned for the side that it begins on", arguments: 1..<8)
  func sides(count: Int) async throws {
    let chapter = { (name: String, count: Int) in
      "# \(name)\n\n"
        + (1...count).map { "[词\(name)\($0)]{.index}" + Self.sentence + Self.sentence }
        .joined(separator: "\n\n") + "\n"
    }
    let input = try Fixture.input(parts: [
      ("preface", chapter("前", 9)), ("index", ""), ("chapter", chapter("甲", 7 * count)),
      ("next", chapter("乙", 40)),
    ])
    var settled = try #require(await settleNotes(input).last)
    _ = await settleIndex(&settled.planned, &settled.text, &settled.collector)
    let (slots, _) = schedulePages(settled.planned)
    for (part, slots) in zip(settled.planned, slots) where part.minds {
      #expect(slots.first.map { $0.index % 2 == 1 } == part.isOnVerso)
    }
    #expect(settled.planned.contains { $0.minds && $0.part.style.kind == .index })
  }

  /// An index before two parts of which the second opens on a recto: where that leaves a blank page,
  /// the pages of each term are no range, and the index grows by a page, which ends the blank.
  @Test("An index that changes the pages that it shows is given up with a warning")
  func restless() async throws {
    let key = String(repeating: "词", count: 14)
    let marks = (10...34).map { "[]{.index key=\"\(key)\($0)\"}" }.joined()
    var restless = 0
    for pages in 12...15 {
      let lines = String(repeating: Self.sentence + "\n\n", count: 10 * pages)
      let page = String(repeating: Self.sentence + "\n\n", count: 10)
      let codes = try await Fixture.diagnostics(parts: [
        ("index", ""), ("next", "# 甲\n\n\(lines)文\(marks)文\n\n\(page)文\(marks)文\n"),
        ("book", "# 乙\n\n文\(marks)文\n"),
      ]).map(\.code)
      if codes == [.restlessIndex] { restless += 1 } else { #expect(codes == []) }
    }
    #expect(restless > 0 && restless < 4)
  }

  @Test("One task and many give the same index")
  func parallel() async throws {
    let one = try await document(20)
    let two = try await document(20, jobs: 8)
    #expect(one.pages.map { dump($0.list) } == two.pages.map { dump($0.list) })
  }

  @Test("A mark without a term, and one that sends nowhere, are reported")
  func findings() async throws {
    let text = "# 甲\n\n[]{.index}[贸易]{.index}[投资]{.index see=\"贸昜\"}完。\n"
    var codes: [DiagnosticCode] = []
    let found = try await Fixture.diagnostics(parts: [("chapter", text), ("index", "")])
    codes = found.map(\.code)
    #expect(codes == [.emptyTerm, .unknownTerm])
    let none = try await Fixture.diagnostics(parts: [("chapter", "# 甲\n\n文\n"), ("index", "")])
    #expect(none.map(\.code) == [.emptyList])
  }
}
