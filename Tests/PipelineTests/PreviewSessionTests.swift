import Diagnostics
import Drawing
import Foundation
import Geometry
import RenderingFixtures
import Seeds
import Synchronization
import Testing

@testable import Pipeline

/// A report in memory whose files are edited.
private final class EditedWorld: World {
  private let world: Mutex<LayeredWorld>

  init(_ world: LayeredWorld) { self.world = Mutex(world) }

  func write(_ path: String, _ text: String) {
    world.withLock { $0.files["/report/" + path] = Array(text.utf8) }
  }

  func read(_ path: String) -> Result<[UInt8], WorldError> { world.withLock { $0.read(path) } }
  func read(_ path: String, first count: Int) -> [UInt8]? {
    world.withLock { $0.read(path, first: count) }
  }
  func files(in folder: String) -> [String] { world.withLock { $0.files(in: folder) } }
  func isFolder(_ path: String) -> Bool { world.withLock { $0.isFolder(path) } }
  func realPath(_ path: String) -> String? { world.withLock { $0.realPath(path) } }
}

/// A report that is shown while it is edited.
struct PreviewSessionTests {
  private let world: EditedWorld
  private let request: PreviewRequest

  init() {
    world = EditedWorld(SampleReport().adding("report.yaml", Self.declaration).world)
    for (index, text) in Self.chapters.enumerated() { world.write("chapters/\(index).md", text) }
    var request = PreviewRequest(report: "/report")
    request.home = LayeredWorld.house
    self.request = request
  }

  private static let declaration = """
    title: 样本
    layout: council-report
    parts:
      - { role: chapter, file: chapters/one.md }
      - { role: chapter, file: chapters/0.md }
      - { role: chapter, file: chapters/1.md }
      - { role: chapter, file: chapters/2.md }

    """

  private static let chapters = (0..<3).map { chapter in
    let paragraphs = (0..<14).map { index in
      String(repeating: "第\(index)段文字用来排成几行，数目为{{ total }}，", count: 4 + index % 3)
        + "完[^n\(chapter)\(index)]。\n\n[^n\(chapter)\(index)]: 注释\(index)。\n"
    }
    return "# 第\(chapter)部分\n\n" + paragraphs.joined(separator: "\n")
  }

  private func pages(_ state: PreviewState?) -> [String] {
    (state?.document?.pages ?? []).map { dump($0.list) }
  }

  private func coldPages() async -> [String] {
    pages(await PreviewSession(request, world: world).update(isThorough: false))
  }

  /// Everything that painting and finishing would take, and what was found.
  private struct Shown: Equatable {
    var lists: [DisplayList]
    var labels: [PageLabel]
    var links: [[Link]]
    var destinations: [[Destination]]
    var structure: [StructureNode]
    var outline: [OutlineItem]
    var findings: [Diagnostic]

    init?(_ state: PreviewState?) {
      guard let state, let document = state.document else { return nil }
      lists = document.pages.map(\.list)
      labels = document.pages.map(\.label)
      links = document.pages.map(\.links)
      destinations = document.pages.map(\.destinations)
      structure = document.structure.nodes
      outline = document.outline
      findings = state.isChecked ? state.diagnostics : []
    }
  }

  /// Whatever is taken over from the last time: an update shows what a fresh start shows.
  @Test(arguments: ["council-report", "english-a4"], [1, 2] as [UInt64])
  func anEditGivesThePagesOfAFreshStart(layout: String, seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    var declaration =
      Self.declaration.replacingOccurrences(of: "council-report", with: layout)
      + "  - { role: index }\nnumerals: warn\nnotes: { numbering: page }\n"
    declaration = declaration.replacingOccurrences(
      of: "parts:\n", with: "parts:\n  - { role: contents }\n")
    world.write("report.yaml", declaration)
    let session = PreviewSession(request, world: world)
    _ = await session.update(isThorough: false)
    var texts = Self.chapters
    for step in 0..<6 {
      let chapter = Int.random(in: 0..<3, using: &random)
      edit(&texts[chapter], step, using: &random)
      world.write("chapters/\(chapter).md", texts[chapter])
      if step == 3 {
        world.write("data/output.csv", "sector,amount\n农业,130\n制造业,460\n")
      }
      let isThorough = Bool.random(using: &random)
      let state = await session.update(isThorough: isThorough)
      let cold = await PreviewSession(request, world: world).update(isThorough: isThorough)
      #expect(state?.hasErrors == false, "\(state?.diagnostics.map(\.message) ?? [])")
      let (shown, expected) = (try #require(Shown(state)), try #require(Shown(cold)))
      #expect(shown == expected, "step \(step)")
    }
  }

  private func edit(_ text: inout String, _ step: Int, using random: inout SplitMix64) {
    var paragraphs = text.components(separatedBy: "\n\n")
    let index = Int.random(in: 1..<paragraphs.count - 2, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    // A changed definition would leave its mark without a note.
    case 0 where !paragraphs[index].hasPrefix("[^"):
      paragraphs[index] = "改过的" + paragraphs[index].replacingOccurrences(of: "行", with: "列")
    case 1: paragraphs.insert("新的一段，English and *emphasis*。", at: index)
    case 2: paragraphs.insert("## 新的一节 {#sec-\(step)}", at: index)
    case 3:
      paragraphs.insert("带注的一段[^s\(step)]，[见这里](#x)。\n\n[^s\(step)]: 又一条注。", at: index)
    case 4:
      paragraphs.insert(
        "```chart\nid: fig-\(step)\nkind: bar\ntitle: 图\ndata: SELECT sector, amount FROM output\n"
          + "x: sector\ny: amount\n```", at: index)
    case 5: paragraphs.insert("| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n: 表 {#tbl-\(step)}", at: index)
    case 6: paragraphs.insert("词语[关键\(step)]{.index}在这里。", at: index)
    case 7 where !paragraphs[index].contains("[^"): paragraphs.remove(at: index)
    default: paragraphs.insert("::: {lang=en}\nA paragraph in English.\n:::", at: index)
    }
    text = paragraphs.joined(separator: "\n\n")
  }

  /// What a cancelled update has found is not shown, and the next one does not stand on it.
  @Test func aCancelledUpdateLeavesNothing() async throws {
    let session = PreviewSession(request, world: world)
    let first = try #require(await session.update(isThorough: false))
    world.write("chapters/1.md", "# 一\n\n另一段文字。\n")
    let cancelled = Task {
      while !Task.isCancelled { await Task.yield() }
      return await session.update(isThorough: true)
    }
    cancelled.cancel()
    let state = await cancelled.value
    #expect(state == nil)
    let next = try #require(await session.update(isThorough: false))
    #expect(next.version == first.version + 1)
    #expect(pages(next) == (await coldPages()))
  }

  @Test func aChangeOfTheDataIsShown() async {
    let session = PreviewSession(request, world: world)
    let before = pages(await session.update(isThorough: false))
    world.write("data/output.csv", "sector,amount\n农业,130\n制造业,460\n")
    let after = pages(await session.update(isThorough: false))
    #expect(after != before)
    #expect(after == (await coldPages()))
  }

  @Test func aChangeOfTheLayoutIsShown() async {
    let session = PreviewSession(request, world: world)
    let before = pages(await session.update(isThorough: false))
    world.write(
      "report.yaml", Self.declaration.replacingOccurrences(of: "council-report", with: "booklet"))
    let after = pages(await session.update(isThorough: false))
    #expect(after != before)
    #expect(after == (await coldPages()))
  }

  @Test func aMistakeLeavesTheLastGoodPages() async {
    let session = PreviewSession(request, world: world)
    let before = pages(await session.update(isThorough: false))
    world.write("chapters/1.md", "# 错\n\n见@fig-none。\n")
    let broken = await session.update(isThorough: true)
    #expect(broken?.diagnostics.map(\.code.id) == ["manuscript.unknown-reference"])
    #expect(pages(broken) == before)
    world.write("chapters/1.md", Self.chapters[1])
    let mended = await session.update(isThorough: true)
    #expect(mended?.hasErrors == false)
    #expect(pages(mended) == before)
  }

  @Test func aPlaceOnAPageLeadsToTheManuscript() async throws {
    let state = try #require(
      await PreviewSession(request, world: world).update(isThorough: false))
    let found = (0..<state.pageCount).flatMap { state.lines(ofPage: $0) }
    let places = Set(found.map { "\($0.place.file):\($0.place.line)" })
    #expect(places.isSuperset(of: ["chapters/0.md:1", "chapters/2.md:3", "chapters/one.md:3"]))
    for line in found { #expect(line.box.width > 0 && line.box.minX > 0) }
  }
}
