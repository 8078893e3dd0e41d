import Diagnostics
import Drawing
import Geometry
import Manuscript
import Stylesheet
import Testing

@testable import Composition

/// Citations and the list of references after GB/T 7714—2015; the entries are the standard's examples.
@Suite struct ReferenceTests {
  /// A text with a bibliography of patents a, b, c … in its front matter.
  private func input(
    _ text: String, entries: [String] = [], list: String = "\n\n::: references\n:::\n"
  ) throws -> CompositionInput {
    let plain = ["a", "b", "c", "d", "e"].map {
      "{ id: \($0), type: patent, title: 题\($0), number: 1, date: 2025-01-02 }"
    }
    let yaml = (entries.isEmpty ? plain : entries).map { "  - \($0)\n" }.joined()
    return try Fixture.input("---\nreferences:\n\(yaml)---\n\n\(text)\(list)")
  }

  private func compose(_ input: CompositionInput) async -> Diagnosed<PagedDocument> {
    await Composition.compose(input)
  }

  /// The entries as they are printed.
  private func printed(_ entry: String) throws -> String {
    let references = try input("文[@a]", entries: [entry]).report.references
    let entry = try #require(references.first)
    let words = try Fixture.stylesheet().words(in: entry.language)
    return formatEntry(entry, words).map(\.string).joined()
  }

  @Test(arguments: [
    (
      "{ id: a, type: book, author: 陈登原, title: '国史旧闻: 第1卷', place: 北京, publisher: 中华书局, date: 2000, pages: 29 }",
      "陈登原. 国史旧闻: 第1卷[M]. 北京: 中华书局, 2000: 29."
    ),
    (
      "{ id: a, type: book, author: [哈里森, 沃尔德伦], title: 经济数学与金融数学, contributors: '谢远涛, 译', place: 北京, publisher: 中国人民大学出版社, date: 2012, pages: 235–236 }",
      "哈里森, 沃尔德伦. 经济数学与金融数学[M]. 谢远涛, 译. 北京: 中国人民大学出版社, 2012: 235-236."
    ),
    (
      "{ id: a, type: journal, author: [于潇, 刘义, 柴跃廷, 孙宏波], title: 互联网药品可信交易环境中主体资质审核备案模式, container: 清华大学学报(自然科学版), date: 2012, volume: 52, issue: 11, pages: 1518-1523 }",
      "于潇, 刘义, 柴跃廷, 等. 互联网药品可信交易环境中主体资质审核备案模式[J]. 清华大学学报(自然科学版), 2012, 52(11): 1518-1523."
    ),
    (
      "{ id: a, type: conference, author: [贾东琴, 柯平], title: 面向数字素养的高校图书馆数字服务体系研究, container-author: 中国图书馆学会, container: '中国图书馆学会年会论文集: 2011年卷', place: 北京, publisher: 国家图书馆出版社, date: 2011, pages: 45-52 }",
      "贾东琴, 柯平. 面向数字素养的高校图书馆数字服务体系研究[C]//中国图书馆学会. 中国图书馆学会年会论文集: 2011年卷. 北京: 国家图书馆出版社, 2011: 45-52."
    ),
    (
      "{ id: a, type: newspaper, author: 丁文祥, title: 数字革命与竞争国际化, container: 中国青年报, date: 2000-11-20, pages: 15 }",
      "丁文祥. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15)."
    ),
    (
      "{ id: a, type: patent, author: 邓一刚, title: 全智能节电器, number: 200610171314.3, date: 2006-12-13 }",
      "邓一刚. 全智能节电器: 200610171314.3[P]. 2006-12-13."
    ),
    (
      "{ id: a, type: online, title: 'Dublin core metadata element set: version 1.1', date: 2012-06-14, url: 'http://dublincore.org/documents/dces/', accessed: 2014-06-11 }",
      "Dublin core metadata element set: version 1.1[EB/OL]. (2012-06-14)[2014-06-11]. http://dublincore.org/documents/dces/."
    ),
    (
      "{ id: a, type: journal, author: [{ family: Frese, given: K. S. }, { family: Katus, given: H. A. }, { family: Meder, given: Benjamin }], title: 'Next-generation sequencing', container: Biology, date: 2013, volume: 2, issue: 1, pages: 378-398, url: 'http://www.mdpi.com/2079-7737/2/1/378', accessed: 2013-03-19, doi: 'https://doi.org/10.3390/biology2010378' }",
      "FRESE K S, KATUS H A, MEDER B. Next-generation sequencing[J/OL]. Biology, 2013, 2(1): 378-398[2013-03-19]. http://www.mdpi.com/2079-7737/2/1/378. DOI: 10.3390/biology2010378."
    ),
    (
      "{ id: a, type: book, author: [A, B, C, D], title: Title, edition: 5th ed., place: '[S.l.]', publisher: '[s.n.]', year: '[1936]' }",
      "A, B, C, et al. Title[M]. 5th ed. [S.l.]: [s.n.], [1936]."
    ),
    (
      "{ id: a, type: journal, author: [Иванов, Б, В, Г], title: Вода, container: Наука, date: 2011, issue: 3 }",
      "Иванов, Б, В, и др. Вода[J]. Наука, 2011(3)."
    ),
  ])
  func entry(yaml: String, printed expected: String) throws {
    #expect(try printed(yaml) == expected)
  }

  @Test(arguments: [
    ("文[@a]。", "文[1]。"),
    ("文[@a; @b; @c; @e]。", "文[1-4]。"),
    ("文[@a]文[@b]文[@c]文[@d; @a; @b]。", "文[1]文[2]文[3]文[1-2,4]。"),
    ("文[@a]文[@b; @a; @b]文[@c]。", "文[1]文[1-2]文[3]。"),
    ("文[@a, 12]。", "文[1]12。"),
    ("文[@a; @b; @c, p. 3-5; @d]。", "文[1-2][3]3-5[4]。"),
    ("文 [@a] 文", "文[1] 文"),
    ("见@a 文", "见文献[1] 文"),
    ("见文献@a、文献 @b。", "见文献[1]、文献 [2]。"),
  ])
  func marks(text: String, shown: String) async throws {
    let page = try #require(await compose(try input(text)).value.pages.first)
    #expect(page.text.hasPrefix(shown))
  }

  @Test("A citation is a link to its entry, which is a labelled item of a list")
  func structure() async throws {
    let composed = await compose(try input("文[@a; @b]又@c。\n\n文。"))
    #expect(composed.diagnostics.filter { $0.severity == .error }.isEmpty)
    let document = composed.value
    let tree = document.structure
    let role = { (node: StructureNodeID) in tree[node].role }
    let names = Set(document.pages.flatMap(\.destinations).map(\.name))
    let links = document.pages.flatMap(\.links)
    #expect(links.map(\.contents) == ["题a", "题b", "题c"])
    for link in links {
      guard case .destination(let name) = link.target else { continue }
      #expect(names.contains(name))
      #expect(tree[link.node].parent.map(role) == .reference)
    }
    let entries = tree.nodes.filter { $0.role == .bibliographyEntry }
    #expect(entries.count == 3)
    for entry in entries {
      let body = try #require(entry.parent)
      let item = try #require(tree[body].parent)
      #expect(role(body) == .listBody && role(item) == .listItem)
      #expect(tree.nodes.filter { $0.parent == item }.map(\.role) == [.label, .listBody])
      #expect(tree[item].parent.map(role) == .list)
    }
    let labels = document.pages.flatMap(\.texts).filter {
      !$0.node.isArtifact && role($0.node) == .label
    }
    #expect(labels.map(\.text) == ["[1]", "[2]", "[3]"])
  }

  @Test("Raised marks and those in the line begin no line, at any measure", arguments: 1..<24)
  func edges(length: Int) async throws {
    let text = String(repeating: "文", count: length)
    let paragraphs = "\(text)[@a; @b, 12]。\(text)文献@c，\(text)"
    let document = await compose(try input(paragraphs)).value
    for page in document.pages {
      let texts = page.texts.filter { !$0.node.isArtifact }
      for mark in texts where mark.text.hasPrefix("[") && document.isLink(mark.node) {
        let isFirst = !texts.contains {
          $0.rect.maxX < mark.rect.minX + 1 && $0.rect.minY < mark.rect.maxY
            && $0.rect.maxY > mark.rect.minY
        }
        #expect(!isFirst, "\(mark.text)")
      }
    }
  }

  @Test("A report that cites lists its references once")
  func place() async throws {
    let none = await compose(try input("文[@a]", list: ""))
    #expect(none.diagnostics.map(\.code) == [.referencesPlace])
    let twice = await compose(
      try input("文[@a]", list: "\n\n::: references\n:::\n\n文\n\n::: references\n:::\n"))
    #expect(twice.diagnostics.map(\.code) == [.referencesPlace])
    let empty = try await Fixture.diagnostics(
      parts: [("chapter", "# 甲\n\n文\n"), ("references", "")])
    #expect(empty.map(\.code) == [.emptyList])
  }
}

extension PagedDocument {
  fileprivate func isLink(_ node: StructureNodeID) -> Bool { structure[node].role == .link }
}
