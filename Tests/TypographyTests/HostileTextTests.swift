import Testing

@testable import Typography

/// Text that nobody means, but that somebody will paste.
@Suite struct HostileTextTests {
  private typealias Part = ParagraphFixture.Part

  @Test(
    "Every text is set whole, and what does not fit says so",
    arguments: [
      "x", "“", "，", "—", "…", "1", "1-", "$", "第", "（1", "（一", "１", "\u{301}", "\u{200D}",
      "\u{FE0F}",
      "𠀀", "\u{202E}", "\u{2067}א", "\u{AD}", "\u{200B}", "\u{FFFD}", "👨‍👩‍👧", "图 3", " ", "\n",
      "\u{3000}", "ß",
      "a\u{AD}", "ب ", "—…",
    ])
  func repeated(piece: String) throws {
    for count in [1, 2, 3, 500] {
      let text = String(repeating: piece, count: count)
      let fixture = try ParagraphFixture([Part(text: text), Part(text: "中", options: .noteMark)])
      let settings = LineSettings(measure: 55, indent: 20, shortestLastLine: 20)
      let lines = breakLines(fixture.paragraph, settings)
      #expect(lines.flatMap { Array($0.boxes) } == Array(fixture.paragraph.boxes.indices))
      for (number, line) in lines.enumerated() where line.excess == 0 {
        #expect(line.width <= (number == 0 ? 35.01 : 55.01))
      }
      _ = fixture.drawn(settings)
      _ = inspect(fixture.paragraph, lines, settings, styles: fixture.styles)
    }
  }

  @Test("A word of 500 letters is one line that says how much too wide it is")
  func longWord() throws {
    let word = String(repeating: "x", count: 500)
    let fixture = try ParagraphFixture([Part(text: "中文" + word + "中文")])
    let lines = breakLines(fixture.paragraph, LineSettings(measure: 200))
    #expect(lines.map(fixture.paragraph.text(of:)) == ["中文", word, "中文"])
    #expect(lines[1].excess > 1000 && lines[0].excess == 0)
  }

  @Test("The work grows with the text, not with its square", arguments: [40.0, 400])
  func linearWork(measure: Double) throws {
    let piece = "共建“一带一路”倡议，2025年增长15%～30%；the quick brown fox（中老铁路）。"
    let work = try [300, 1200].map { count in
      let fixture = try ParagraphFixture([Part(text: String(repeating: piece, count: count))])
      var breaker = LineBreaker(fixture.paragraph, LineSettings(measure: measure))
      _ = breaker.best()
      return Double(breaker.work)
    }
    #expect(work[1] < work[0] * 6)
  }

  @Test("A line end that the author asks for is kept, whatever spaces stand about it")
  func forcedLineEnds() throws {
    let fixture = try ParagraphFixture([Part(text: "中文 \n 中文\n中")])
    let lines = breakLines(fixture.paragraph, LineSettings(measure: 200))
    #expect(lines.map(fixture.paragraph.text(of:)) == ["中文", "中文", "中"])
  }
}
