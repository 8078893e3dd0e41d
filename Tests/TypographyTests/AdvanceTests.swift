import Testing

@testable import Typography

@Suite struct AdvanceTests {
  @Test("What stands before an offset is as wide as it is by itself")
  func prefixes() throws {
    let text = "约12.50%"
    let all = try ParagraphFixture(text, language: "zh-CN")
    for count in 2...text.count {
      let prefix = try ParagraphFixture(String(text.prefix(count)), language: "zh-CN")
      let advance = try #require(
        all.paragraph.advance(before: count, styles: all.styles))
      #expect(abs(advance - prefix.width) < 0.05, "\(count)")
    }
    #expect(all.paragraph.advance(before: 0, styles: all.styles) == 0)
  }

  @Test func nothingStandsBeforeTextFromTheRight() throws {
    let text = try ParagraphFixture("مرحبا", language: "ar")
    #expect(text.paragraph.advance(before: 2, styles: text.styles) == nil)
  }
}
