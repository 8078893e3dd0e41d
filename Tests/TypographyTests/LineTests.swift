import Diagnostics
import Drawing
import Geometry
import Testing

@testable import Typography

@Suite struct LineTests {
  @Test("A mark never begins a line and an opening mark never ends one (GB/T 15834, 5.1)")
  func lineEdges() throws {
    let text = "共建“一带一路”倡议源于中国，成果和机会属于世界。《报告》（初稿）列出了四项要点：贸易、投资、数字、人才！"
    for measure in stride(from: 6.0, through: 20, by: 0.5) {
      for line in try Fixture.lines(text, em: measure) {
        let first = try #require(line.unicodeScalars.first)
        let last = try #require(line.unicodeScalars.last)
        #expect(!"，。、：；！？”’）》".unicodeScalars.contains(first), "\(measure) em: \(line)")
        #expect(!"“‘（《".unicodeScalars.contains(last), "\(measure) em: \(line)")
      }
    }
  }

  @Test("Lines of a justified paragraph end at the measure, the last one where it ends")
  func justification() throws {
    let fonts = try Fixture.fonts()
    let text = String(repeating: "数字丝绸之路建设稳步推进，合作伙伴取得丰硕成果。", count: 6)
    let paragraph = try Fixture.paragraph(text, fonts: fonts)
    let lines = breakLines(paragraph, LineSettings(measure: 203, indent: 20))
    #expect(lines.count > 5)
    for line in lines.dropLast() {
      #expect(abs(line.start + line.width - 203) < 0.01)
      #expect(line.excess == 0)
    }
    #expect(lines[0].start == 20)
  }

  @Test("Adjacent marks take one and a half em, a mark at the line end half an em (CLREQ 3.1.6)")
  func markWidths() throws {
    let fonts = try Fixture.fonts()
    let width = { (text: String) in
      let paragraph = try Fixture.paragraph(text, fonts: fonts)
      return try #require(breakLines(paragraph, LineSettings(measure: 1000)).first).width
    }
    #expect(try width("中中") == 20)
    #expect(try width("中。") == 15)
    #expect(try width("中，中") == 30)
    #expect(try width("中）。") == 20)
    #expect(try width("中”（中") == 35)
    #expect(try width("——") == 20)
    #expect(try width("……") == 20)
  }

  @Test("A quarter em stands between Han and Latin, and never a space in the text (CLREQ 3.2.2)")
  func hanLatinSpace() throws {
    let fonts = try Fixture.fonts()
    let joined = try Fixture.paragraph("中A中", fonts: fonts)
    let line = try #require(breakLines(joined, LineSettings(measure: 1000)).first)
    let letter = try Fixture.paragraph("A", fonts: fonts)
    let alone = try #require(breakLines(letter, LineSettings(measure: 1000)).first).width
    #expect(abs(line.width - (20 + alone + 5)) < 0.001)
    var list = DisplayList()
    joined.draw(line, into: &list, at: .zero, styles: styles(fonts))
    #expect(String(decoding: list.text, as: UTF8.self) == "中A中")
  }

  @Test(
    "Numbers keep their sign, unit, range and ordinal (GB/T 15835)",
    arguments: ["1358.5亿元", "第3章", "15%～30%", "2025年", "142.3公里", "0.9个百分点", "1.2万家"])
  func numbers(number: String) throws {
    for measure in 7...14 {
      let lines = try Fixture.lines("共建国家合作不断\(number)扩大各方共同参与建设", em: Double(measure))
      #expect(lines.contains { $0.contains(number) }, "\(measure) em: \(lines)")
    }
  }

  @Test("The last line holds at least two characters (CLREQ 3.1.7)")
  func runts() throws {
    for count in 12...60 {
      let text = String(repeating: "字", count: count) + "。"
      let last = try #require(try Fixture.lines(text, em: 10.2).last)
      #expect(last.count >= 3, "\(count): \(last)")
    }
  }

  @Test("No line is lost or doubled at any measure, however narrow")
  func conservation() throws {
    let text = "The quick brown fox跳过142.3公里，“懒狗”——睡着了……然后醒来。Internationalization works."
    for measure in [0.5, 1, 2, 3, 5, 8, 13, 21, 34] {
      let lines = try Fixture.lines(text, em: measure)
      let joined = lines.joined().filter { $0 != " " }
      #expect(joined == text.filter { $0 != " " }, "\(measure) em")
    }
  }

  @Test("Titles end their lines between words where the style asks for it")
  func wordsStayWhole() throws {
    var styles = StyleTable(fonts: try Fixture.fonts())
    var source = StyledText()
    let style = TextStyle(role: "body", size: 10, keepsWords: true)
    source.append(
      "高质量的国际经济合作", style: styles.index(of: style), node: .artifact, span: .none)
    guard var workspace = Workspace() else { throw OutOfMemory() }
    let paragraph = buildParagraph(source, styles: styles, workspace: &workspace)
    let lines = breakLines(paragraph, LineSettings(measure: 71, alignment: .start))
    #expect(lines.map(paragraph.text(of:)) == ["高质量的国际", "经济合作"])
    let narrow = breakLines(paragraph, LineSettings(measure: 52, alignment: .start))
    #expect(narrow.map(paragraph.text(of:)) == ["高质量的", "国际经济", "合作"])
  }

  @Test("A character that no face has is reported at its place")
  func missingGlyph() throws {
    let paragraph = try Fixture.paragraph("中\u{E123}中", fonts: Fixture.fonts())
    #expect(paragraph.missing == [1])
  }

  private func styles(_ fonts: FontLibrary) -> StyleTable {
    var styles = StyleTable(fonts: fonts)
    _ = styles.index(of: TextStyle(role: "body", size: 10))
    return styles
  }
}
