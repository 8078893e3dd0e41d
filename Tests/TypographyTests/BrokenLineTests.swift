import Testing

@testable import Typography

/// Lines that are spoilt after composition: the inspector names exactly the rule that was broken.
@Suite struct BrokenLineTests {
  private typealias Part = ParagraphFixture.Part
  private let text = "中文，中Word中（文）中文。中文"

  @Test("A sound line has no finding")
  func sound() throws {
    #expect(try findings { _, _ in } == [])
  }

  @Test("A second space between marks breaks E2.2")
  func adjacentMarks() throws {
    #expect(try findings("中文”，中文") { paragraph, _ in paragraph.gaps[2].width = 5 } == ["E2.2"])
    #expect(try findings("中《“中”》文") { paragraph, _ in paragraph.gaps[1].width = 5 } == ["E2.2"])
    #expect(try findings("中，《文》中") { paragraph, _ in paragraph.gaps[1].width = 10 } == ["E2.2"])
  }

  @Test("A full mark at either edge of a line breaks E2.3")
  func edgeMarks() throws {
    #expect(
      try findings("中文中文。") { paragraph, lines in
        paragraph.boxes[4].width = 10
        lines[0].width += 5
      } == ["E2.3"])
    #expect(
      try findings("（中文）文") { paragraph, lines in
        paragraph.boxes[0].width = 10
        lines[0].width += 5
      } == ["E2.3"])
  }

  @Test("Marks of another scheme break E2.4", arguments: [PunctuationScheme.kaiming, .banjiao])
  func schemes(scheme: PunctuationScheme) throws {
    let house = HouseStyle(punctuation: scheme)
    #expect(try findings("中文，中文", house: house) { _, _ in } == ["E2.4"])
    let stops = try findings("中文。中文", house: house) { _, _ in }
    #expect(stops == (scheme == .banjiao ? ["E2.4"] : []))
  }

  @Test("A space beside Latin that is too narrow, too wide or at the edge breaks E3.1")
  func hanLatin() throws {
    for width: Float in [0, 1, 5.2, 9] {
      let rules = try findings("中文Word中文") { paragraph, _ in paragraph.gaps[1].width = width }
      #expect(rules.filter { $0 != "E4.3" } == ["E3.1"], "\(width)")
    }
    #expect(try findings { _, lines in lines[0].start = 2.5 } == ["E3.1"])
    let beside = try findings("中文，Word，中文") { paragraph, _ in paragraph.gaps[2].width = 9 }
    #expect(beside.filter { $0 != "E4.3" } == ["E3.1"])
  }

  @Test("A space in the text that nobody wrote breaks E3.3")
  func spaceGlyph() throws {
    #expect(try findings { paragraph, _ in paragraph.gaps[3].hasSpace = true } == ["E3.3"])
  }

  @Test("A stop that yields before the comma breaks E4.1")
  func shrinkOrder() throws {
    let stop = Int(Gap.Shrink.stop.rawValue)
    #expect(try findings { _, lines in lines[0].shrink[stop] = 0.5 } == ["E4.1"])
  }

  @Test("Characters set apart before the spaces beside Latin break E4.2")
  func stretchOrder() throws {
    #expect(try findings { _, lines in lines[0].even.gap = 0.9 } == ["E4.2"])
  }

  @Test("Lines end at their measure, and say how far their gaps are opened (E4.3)")
  func widths() throws {
    let long = String(repeating: "中文字符", count: 20)
    let settings = LineSettings(measure: 105)
    let tamper = { (width: Double, even: Double) in
      try findings(long, settings) { _, lines in
        lines[0].width += width
        lines[0].even.gap = even
      }
    }
    #expect(try tamper(0, 0.5) == [])
    #expect(try tamper(1, 0.5) == ["E4.3"])
    #expect(try tamper(0, 1.5) == ["E4.3"])
    #expect(try tamper(-20, 0) == ["E4.3"])
  }

  @Test(
    "A line that ends where none may breaks the rule of its marks alone",
    arguments: [
      ("中文、中文中文", 2, "E1.1"), ("中文–中文中文", 2, "E1.1"), ("中文《中文》中文", 3, "E1.2"),
      ("中文／中文中文", 3, "E1.3"),
      ("中文／中文中文", 2, "E1.3"), ("中文……中文中文", 3, "E1.4"), ("中文。』」中文中", 4, "E1.7"),
      ("中——……中文中文", 3, "E1.8"), ("中文中文文", 4, "E4.4"), ("中文5%中文中文", 3, "E5.1"),
      ("中文±3中文中文", 3, "E5.1"), ("中第3章文中文", 2, "E5.1"),
    ])
  func ends(text: String, offset: Int, rule: String) throws {
    var fixture = try ParagraphFixture([Part(text: text)])
    let settings = LineSettings(measure: 200, alignment: .start, shortestLastLine: 20)
    let lines = fixture.paragraph.divided(before: offset, settings)
    let findings = inspect(fixture.paragraph, lines, settings, styles: fixture.styles)
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.allSatisfy { ($0.severity == .relaxation) == (rule == "E1.7") })
  }

  @Test("The solidus and long marks are judged by the level of the house")
  func levels() throws {
    for (text, offset, level, expected) in [
      ("中文／中文中文", 3, LineBreaking.basic, [String]()), ("中文／中文中文", 3, .none, []),
      ("中文——中文中", 2, .gb, []), ("中文——中文中", 2, .strict, ["E1.3"]), ("中文，中文中文", 2, .none, []),
    ] {
      let house = HouseStyle(lineBreaking: level)
      var fixture = try ParagraphFixture([Part(text: text)], house: house)
      let settings = LineSettings(measure: 200, alignment: .start)
      let lines = fixture.paragraph.divided(before: offset, settings)
      let findings = inspect(fixture.paragraph, lines, settings, styles: fixture.styles)
      #expect(findings.map(\.rule) == expected, "\(text) by \(level)")
    }
  }

  @Test("A number may be parted from a note mark, and note marks begin no line (E6.1)")
  func noteMarks() throws {
    var fixture = try ParagraphFixture([
      Part(text: "中文"), Part(text: "1", options: .noteMark), Part(text: "中文中文"),
    ])
    let settings = LineSettings(measure: 200, alignment: .start)
    let lines = fixture.paragraph.divided(before: 2, settings)
    let rules = inspect(fixture.paragraph, lines, settings, styles: fixture.styles).map(\.rule)
    #expect(rules == ["E6.1"])
  }

  /// The rules that are named for a paragraph whose lines are changed after composition.
  private func findings(
    _ text: String? = nil, _ settings: LineSettings = LineSettings(measure: 1000),
    house: HouseStyle? = nil, _ spoil: (inout Paragraph, inout [Line]) -> Void
  ) throws -> [String] {
    var fixture = try ParagraphFixture([Part(text: text ?? self.text)])
    var lines = breakLines(fixture.paragraph, settings)
    spoil(&fixture.paragraph, &lines)
    var styles = fixture.styles
    if let house {
      styles = StyleTable(fonts: fixture.styles.fonts, house: house)
      for style in fixture.styles.styles { _ = styles.index(of: style) }
    }
    return inspect(fixture.paragraph, Array(lines), settings, styles: styles)
      .filter { $0.line == 0 }.map(\.rule)
  }
}

extension Paragraph {
  /// Two lines, broken where composition would not.
  fileprivate mutating func divided(before offset: Int, _ settings: LineSettings) -> [Line] {
    var index = boxes.firstIndex { Int($0.textEnd) > offset } ?? 0
    if Int(boxes[index].textStart) < offset {
      // Divide the box, as a faulty breaker would.
      var rest = boxes[index]
      rest.textStart = Int32(offset)
      boxes[index].textEnd = Int32(offset)
      boxes.insert(rest, at: index + 1)
      gaps.insert(Gap(), at: index)
      index += 1
    }
    return makeLines(self, settings, breaks: [index - 1, boxes.count - 1])
  }
}
