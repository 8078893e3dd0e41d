import Testing

@testable import Typography

@Suite struct InspectTests {
  private typealias Part = ParagraphFixture.Part

  @Test("Lines of our own have no violation at any reasonable measure")
  func clean() throws {
    let text =
      "截至2025年6月，中国已与150多个国家签署合作文件；“六廊六路”——包括中老铁路（全长1035公里）——运行良好……"
      + "其中，《倡议》提出：到2030年，贸易额增长15%～30%，达到7.8万亿元。第3章、图3-2说明了（一）基础设施，（二）数字经济。"
    for measure in stride(from: 150.0, through: 460, by: 10) {
      let fixture = try ParagraphFixture([Part(text: text + text + text)])
      let settings = LineSettings(measure: measure, indent: 20, shortestLastLine: 20)
      let lines = breakLines(fixture.paragraph, settings)
      let findings = inspect(fixture.paragraph, lines, settings, styles: fixture.styles)
        .filter { $0.severity == .violation }
      #expect(findings.isEmpty, "\(measure)")
    }
  }

  @Test(
    "Bad breaks are found by their rule",
    arguments: [
      ("中文，中文中文中文", 2, "E1.1"), ("中文（中文中文中文", 3, "E1.2"), ("中文——中文中文中文", 3, "E1.4"),
      ("增长12%左右中文中文", 4, "E5.1"), ("共2025年以来中文中文", 3, "E5.1"), ("中文中文中文中", 6, "E4.4"),
    ])
  func violations(text: String, offset: Int, rule: String) throws {
    var fixture = try ParagraphFixture([Part(text: text)])
    let settings = LineSettings(measure: 200, alignment: .start, shortestLastLine: 20)
    let lines = lines(&fixture.paragraph, before: offset, settings)
    let findings = inspect(fixture.paragraph, lines, settings, styles: fixture.styles)
    #expect(findings.map(\.rule).contains(rule))
    #expect(findings.allSatisfy { $0.line == (rule == "E1.2" ? 0 : 1) || rule == "E1.2" })
  }

  @Test("A note mark at the beginning of a line, wide gaps and wide lines are found")
  func others() throws {
    var fixture = try ParagraphFixture([
      Part(text: "中文中文"), Part(text: "12", options: .noteMark), Part(text: "中文中文中文"),
    ])
    let settings = LineSettings(measure: 200)
    var lines = lines(&fixture.paragraph, before: 4, settings)
    let rules = inspect(fixture.paragraph, lines, settings, styles: fixture.styles).map(\.rule)
    #expect(rules.contains("E6.1") && rules.contains("E4.3"))
    lines[0].width = 210
    lines[0].looseness = 0
    let wide = inspect(fixture.paragraph, lines, settings, styles: fixture.styles)
    #expect(wide.contains { $0.rule == "E4.3" && $0.line == 0 && $0.severity == .violation })
  }

  /// Two lines, broken where composition would not.
  private func lines(
    _ paragraph: inout Paragraph, before offset: Int, _ settings: LineSettings
  ) -> [Line] {
    var index = paragraph.boxes.firstIndex { Int($0.textEnd) > offset } ?? 0
    if Int(paragraph.boxes[index].textStart) < offset {
      // Divide the box, as a faulty breaker would.
      var rest = paragraph.boxes[index]
      rest.textStart = Int32(offset)
      paragraph.boxes[index].textEnd = Int32(offset)
      paragraph.boxes.insert(rest, at: index + 1)
      paragraph.gaps.insert(Gap(), at: index)
      index += 1
    }
    return makeLines(paragraph, settings, breaks: [index - 1, paragraph.boxes.count - 1])
  }
}
