import Diagnostics
import Drawing
import Geometry
import Seeds
import Stylesheet
import Testing

@testable import Composition

/// Documents with everything in them: nothing overlaps, nothing leaves the type area, nothing is lost.
@Suite struct OverlapTests {
  @Test("Text never overlaps anything, wherever blocks of all kinds meet", arguments: 0..<24)
  func nothingOverlaps(seed: UInt64) async throws {
    var writer = MixedManuscript(seed: seed)
    let markdown = writer.write(blocks: 40)
    let document = try await Fixture.compose(markdown).value
    let sheet = try Fixture.stylesheet()
    for (index, page) in document.pages.enumerated() {
      let area = sheet.page.typeArea(isVerso: index % 2 == 1)
      let texts = page.texts.filter { !$0.node.isArtifact && !$0.text.allSatisfy(\.isWhitespace) }
      for text in texts {
        #expect(area.contains(text.rect, tolerance: 0.8), "page \(index + 1): \(text.text)")
      }
      for (number, one) in texts.enumerated() {
        for other in texts[(number + 1)...] where one.rect.overlaps(other.rect) {
          Issue.record("seed \(seed), page \(index + 1): “\(one.text)” and “\(other.text)”")
        }
      }
    }
  }

  @Test("All that is written is placed once, on turned pages and in columns too", arguments: 0..<12)
  func nothingIsLost(seed: UInt64) async throws {
    var writer = MixedManuscript(seed: seed)
    let document = try await Fixture.compose(writer.write(blocks: 30)).value
    let placed = document.pages.map(\.text).joined()
    for word in writer.words {
      #expect(placed.components(of: word) == 1, "seed \(seed): \(word)")
    }
  }

  @Test("A number of columns that cannot be had is a finding", arguments: ["9", "0", "zwei", "2"])
  func columnCount(written: String) async throws {
    let composed = try await Fixture.compose("# 题\n\n::: {.columns count=\(written)}\n文。\n:::\n")
    #expect(composed.diagnostics.contains { $0.code == .columnCount } == (written != "2"))
  }

  @Test("Wide content stands turned on pages of its own, its head at the left")
  func landscape() async throws {
    let markdown =
      "# 题\n\n前文。\n\n::: landscape\n| 甲 | 乙 |\n|---|---|\n| 子丑 | 寅卯 |\n\n: 宽表 {#tbl-wide}\n:::\n\n后文。\n"
    let document = try await Fixture.compose(markdown).value
    try #require(document.pages.count == 2)
    let page = document.pages[1]
    let head = try #require(page.texts.first { $0.text.contains("甲") })
    let cell = try #require(page.texts.first { $0.text.contains("子") })
    #expect(head.rect.midX < cell.rect.midX)
    #expect(document.pages[0].text.contains("后文"))
  }
}

/// A manuscript of blocks drawn by lot; every block holds a word that stands nowhere else.
private struct MixedManuscript {
  private var random: SplitMix64
  private var notes: [String] = []
  private(set) var words: [String] = []

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func write(blocks count: Int) -> String {
    var text = "# 标题\n\n"
    for _ in 0..<count { text += block(depth: 0) + "\n\n" }
    return text + notes.joined(separator: "\n")
  }

  private mutating func block(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 11), using: &random) {
    case 0: return "## " + word() + "小节"
    case 1: return (0..<3).map { _ in "- " + sentence(2) }.joined(separator: "\n")
    case 2: return "> " + sentence(3)
    case 3: return table()
    case 6: return "::: {.case title=\"案例\(word())\"}\n" + inner() + "\n:::"
    case 7: return "::: {.columns count=2}\n" + inner() + "\n:::"
    case 9: return table() + "\n\n: 浮表\(word()) {placement=\"\(places())\"}"
    case 8: return "::: landscape\n" + table() + "\n\n: 宽表\(word())\n:::"
    default: return sentence(Int.random(in: 1...8, using: &random))
    }
  }

  private mutating func places() -> String {
    ["top", "bottom", "here bottom", "page", "top page"].randomElement(using: &random) ?? "top"
  }

  private mutating func inner() -> String {
    (0..<4).map { _ in sentence(Int.random(in: 1...4, using: &random)) }.joined(separator: "\n\n")
  }

  private mutating func table() -> String {
    let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      "| \(word()) | \(sentence(1)) |"
    }
    return "| 名 | 说明 |\n|---|---|\n" + rows.joined(separator: "\n")
  }

  private mutating func sentence(_ count: Int) -> String {
    var text = word() + String(repeating: "各方携手推进互联互通，合作惠及更多国家。", count: count)
    if Int.random(in: 0..<5, using: &random) == 0 {
      let id = "n\(notes.count)"
      let lines = Int.random(in: 1...5, using: &random)
      notes.append(
        "[^\(id)]: " + word() + String(repeating: "注释的内容在此，可以很长。", count: lines))
      text += "[^\(id)]"
    }
    return text
  }

  /// Four letters that no other block has.
  private mutating func word() -> String {
    var number = words.count
    var letters = ""
    for _ in 0..<4 {
      letters += String(UnicodeScalar(UInt8(97 + number % 26)))
      number /= 26
    }
    words.append("q" + letters + "z")
    return "q" + letters + "z"
  }
}

extension Rect {
  /// Whether two boxes share more than the rounding of their edges.
  fileprivate func overlaps(_ other: Rect) -> Bool {
    min(maxX, other.maxX) - max(minX, other.minX) > 0.8
      && min(maxY, other.maxY) - max(minY, other.minY) > 0.8
  }
}

extension String {
  fileprivate func components(of word: String) -> Int { ranges(of: word).count }
}
