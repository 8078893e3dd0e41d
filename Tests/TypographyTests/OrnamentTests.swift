import Drawing
import Geometry
import Testing

@testable import Typography

@Suite struct OrnamentTests {
  private typealias Part = ParagraphFixture.Part

  @Test("Dots stand under characters, not under marks, on every line (E6.3)")
  func dots() throws {
    let fixture = try ParagraphFixture([
      Part(text: "甲"), Part(text: "要点，“重点”。", options: .dots), Part(text: "乙"),
    ])
    for measure in [1000.0, 45] {
      let list = fixture.drawn(LineSettings(measure: measure))
      #expect(list.paths.count == 4)
      #expect(String(decoding: list.text, as: UTF8.self) == "甲要点，“重点”。乙")
    }
  }

  @Test("The lines of adjacent names do not touch (E6.3)")
  func names() throws {
    let fixture = try ParagraphFixture([
      Part(text: "鲁迅", options: .properName), Part(text: "茅盾", options: .properName),
      Part(text: "子夜", options: .bookTitle),
    ])
    let boxes = fixture.drawn(LineSettings(measure: 1000)).paths.compactMap(\.bounds)
    try #require(boxes.count == 3)
    #expect(boxes[0].maxX < boxes[1].minX && boxes[1].maxX < boxes[2].minX)
    #expect(boxes[0].minX >= 0 && boxes[0].width > 17)
  }

  @Test("The line of a name runs to a line's end where the name goes on (E6.3)")
  func longName() throws {
    let fixture = try ParagraphFixture([
      Part(text: "中"), Part(text: "深圳经济特区", options: .properName), Part(text: "中"),
    ])
    let boxes = fixture.drawn(LineSettings(measure: 40)).paths.compactMap(\.bounds)
    try #require(boxes.count == 2)
    #expect(boxes[0].minX > 10.5 && abs(boxes[0].maxX - 40) < 0.01)
    #expect(abs(boxes[1].minX) < 0.01 && boxes[1].maxX < 29.5)
  }

  @Test("Readings side by side stand a quarter of the base's em apart")
  func adjacentReadings() throws {
    let fixture = try ParagraphFixture([
      Part(text: "窗", ruby: "chuāng"), Part(text: "床", ruby: "chuáng"), Part(text: "一", ruby: "yī"),
    ])
    let readings = fixture.paragraph.rubies.map(\.paragraph.naturalWidth)
    let boxes = fixture.paragraph.boxes.map { Double($0.width) }
    #expect(zip(boxes, readings).prefix(2).allSatisfy { abs($0 - $1 - 2.5) < 0.01 })
    #expect(boxes[2] == 10)
  }

  @Test("A reading stands centred above its base, which is not divided and makes room for it")
  func ruby() throws {
    let fixture = try ParagraphFixture([
      Part(text: "甲"), Part(text: "长江", ruby: "Chángjiāng rivers"), Part(text: "乙"),
    ])
    #expect(!fixture.paragraph.mayBreak(before: 2))
    #expect(fixture.width > 42)
    let list = fixture.drawn(LineSettings(measure: 1000))
    let runs = list.items.compactMap { item -> GlyphRun? in
      guard case .glyphs(let run) = item.content else { return nil }
      return run
    }
    let base = try #require(runs.first { $0.size == 10 && $0.glyphs.count == 2 })
    let reading = try #require(runs.first { $0.size == 5 })
    let middle =
      (list.glyphs[base.glyphs.lowerBound].x + list.glyphs[base.glyphs.lowerBound + 1].x + 10) / 2
    let last = list.glyphs[runs.last { $0.size == 5 }.map { $0.glyphs.upperBound - 1 } ?? 0]
    #expect(abs(middle - (list.glyphs[reading.glyphs.lowerBound].x + last.x) / 2) < 2)
    #expect(list.glyphs[reading.glyphs.lowerBound].y < list.glyphs[base.glyphs.lowerBound].y - 9)
  }
}
