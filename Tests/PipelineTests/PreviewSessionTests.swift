import Diagnostics
import Drawing
import Foundation
import Geometry
import RenderingFixtures
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

  private func pages(_ state: PreviewState) -> [String] {
    (state.document?.pages ?? []).map { dump($0.list) }
  }

  private func coldPages() async -> [String] {
    pages(await PreviewSession(request, world: world).update(isThorough: false))
  }

  @Test(arguments: [1, 3] as [UInt64])
  func anEditGivesThePagesOfAFreshStart(seed: UInt64) async {
    var random = SplitMix64(seed: seed)
    let session = PreviewSession(request, world: world)
    _ = await session.update(isThorough: false)
    var texts = Self.chapters
    for _ in 0..<4 {
      let chapter = Int.random(in: 0..<3, using: &random)
      edit(&texts[chapter], using: &random)
      world.write("chapters/\(chapter).md", texts[chapter])
      let state = await session.update(isThorough: Bool.random(using: &random))
      #expect(!state.hasErrors)
      #expect(pages(state) == (await coldPages()))
    }
  }

  private func edit(_ text: inout String, using random: inout SplitMix64) {
    var paragraphs = text.components(separatedBy: "\n\n")
    let index = Int.random(in: 1..<paragraphs.count - 2, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    // A changed definition would leave its mark without a note.
    case 0 where !paragraphs[index].hasPrefix("[^"):
      paragraphs[index] = "改过的" + paragraphs[index].replacingOccurrences(of: "行", with: "列")
    case 1: paragraphs.insert("新的一段，English and *emphasis*。", at: index)
    case 2: paragraphs.insert("## 新的一节", at: index)
    default: paragraphs.insert("::: {lang=en}\nA paragraph in English.\n:::", at: index)
    }
    text = paragraphs.joined(separator: "\n\n")
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
    world.write("report.yaml", Self.declaration.replacingOccurrences(of: "council-report", with: "booklet"))
    let after = pages(await session.update(isThorough: false))
    #expect(after != before)
    #expect(after == (await coldPages()))
  }

  @Test func aMistakeLeavesTheLastGoodPages() async {
    let session = PreviewSession(request, world: world)
    let before = pages(await session.update(isThorough: false))
    world.write("chapters/1.md", "# 错\n\n见@fig-none。\n")
    let broken = await session.update(isThorough: true)
    #expect(broken.diagnostics.map(\.code.id) == ["manuscript.unknown-reference"])
    #expect(pages(broken) == before)
    world.write("chapters/1.md", Self.chapters[1])
    let mended = await session.update(isThorough: true)
    #expect(mended.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(pages(mended) == before)
  }

  @Test func aPlaceOnAPageLeadsToTheManuscript() async throws {
    let state = await PreviewSession(request, world: world).update(isThorough: false)
    let found = (0..<state.pageCount).flatMap { state.lines(ofPage: $0) }
    let places = Set(found.map { "\($0.place.file):\($0.place.line)" })
    #expect(places.isSuperset(of: ["chapters/0.md:1", "chapters/2.md:3", "chapters/one.md:3"]))
    for line in found { #expect(line.box.width > 0 && line.box.minX > 0) }
  }
}
