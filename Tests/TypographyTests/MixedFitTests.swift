import Diagnostics
import Seeds
import Testing

@testable import Typography

/// Total fit over paragraphs as they are shaped: Han with marks, Latin, hyphens, Arabic, note marks
/// and code in every order.
@Suite struct MixedFitTests {
  @Test("The breaks cost as little as the best of all ways", arguments: UInt64(0)..<150)
  func bruteForce(seed: UInt64) throws {
    var world = MixedWorld(seed: seed)
    let fixture = try world.fixture(breakpoints: 11)
    for _ in 0..<4 {
      let settings = world.settings(narrow: true)
      var breaker = LineBreaker(fixture.paragraph, settings)
      let found = breaker.best()
      let all = fixture.paragraph.allBreaks(settings)
      let least = try #require(all.compactMap(breaker.demerits(of:)).min())
      #expect(abs(found.demerits - least) <= least * 1e-9, "\(fixture.paragraph.source.string)")
    }
  }

  @Test("The breaks never cost more than those of a greedy breaker", arguments: UInt64(0)..<100)
  func greedy(seed: UInt64) throws {
    var world = MixedWorld(seed: seed)
    let fixture = try world.fixture(pieces: 40)
    for _ in 0..<4 {
      let settings = world.settings(narrow: false)
      var breaker = LineBreaker(fixture.paragraph, settings)
      let found = breaker.best()
      let breaks = fixture.paragraph.greedyBreaks(settings)
      let greedy = try #require(breaker.demerits(of: breaks))
      #expect(found.demerits <= greedy * (1 + 1e-9))
    }
  }

  @Test("Lines of any mixture are sound but for their gaps", arguments: UInt64(0)..<60)
  func verdict(seed: UInt64) throws {
    var world = MixedWorld(seed: seed)
    let fixture = try world.fixture(pieces: 40)
    let settings = LineSettings(measure: 300, indent: 20, shortestLastLine: 20)
    let lines = breakLines(fixture.paragraph, settings)
    let findings = inspect(fixture.paragraph, lines, settings, styles: fixture.styles)
      .filter { $0.rule != "E4.3" }
    #expect(findings.isEmpty, "\(findings) \(lines.map(fixture.paragraph.text(of:)))")
  }
}

/// Random paragraphs of real text.
private struct MixedWorld {
  typealias Part = ParagraphFixture.Part

  private static let hyphenation = Hyphenation.open(["en"]).value
  private static let texts = [
    "数字经济", "，", "。", "；", "“合作”", "（初稿）", "——", "……", "《报告》", "2025年", "15%～30%", "3.5万亿元",
    "中文与", "international cooperation", " development ", "Word", "، التعاون الدولي ", "第3章",
  ]
  private var random: SplitMix64
  private let house: HouseStyle

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    house = HouseStyle(
      lineBreaking: LineBreaking.allCases.filter { $0 != .none }.randomElement(using: &random)
        ?? .gb,
      hangsMarks: Bool.random(using: &random))
  }

  /// A paragraph of so many pieces.
  mutating func fixture(pieces: Int) throws -> ParagraphFixture {
    let parts = (0..<pieces).map { _ in part() }
    return try ParagraphFixture(
      [Part(text: "开始")] + parts, house: house, hyphenation: Self.hyphenation)
  }

  /// A paragraph with at most so many places at which a line may end.
  mutating func fixture(breakpoints: Int) throws -> ParagraphFixture {
    var parts = [Part(text: "开")]
    var fixture = try ParagraphFixture(parts, house: house, hyphenation: Self.hyphenation)
    while true {
      parts.append(part())
      let next = try ParagraphFixture(parts, house: house, hyphenation: Self.hyphenation)
      guard next.paragraph.gaps.count(where: \.isBreakable) <= breakpoints else { return fixture }
      fixture = next
    }
  }

  mutating func settings(narrow: Bool) -> LineSettings {
    LineSettings(
      measure: Double.random(in: narrow ? 30...90 : 60...300, using: &random),
      indent: [0, 20].randomElement(using: &random) ?? 0,
      alignment: [.justify, .justify, .start].randomElement(using: &random) ?? .justify,
      shortestLastLine: [0, 20].randomElement(using: &random) ?? 0)
  }

  private mutating func part() -> Part {
    var part = Part(text: Self.texts.randomElement(using: &random) ?? "")
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      part.text = "12"
      part.style.size = 6
      part.style.rise = 4
      part.options = .noteMark
    case 1: part.style.weight = 700
    case 2:
      part.style.features = ["-liga"]
      part.style.hyphenates = false
    case 3: part.options = .unbreakable
    case 4, 5: part.style.language = "en"
    default: break
    }
    return part
  }
}
