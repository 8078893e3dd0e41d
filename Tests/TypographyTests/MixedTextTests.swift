import Drawing
import Testing

@testable import Typography

@Suite struct MixedTextTests {
  private typealias Part = ParagraphFixture.Part
  private let bold = TextStyle(role: "body", size: 10, weight: 700)

  @Test("Han and Latin part by a quarter em across runs of any style (E3.2)")
  func acrossRuns() throws {
    let plain = try ParagraphFixture([Part(text: "中Word中9中")]).width
    let split = try ParagraphFixture([
      Part(text: "中"), Part(text: "Word", style: bold), Part(text: "中"),
      Part(text: "9", style: bold),
      Part(text: "中"),
    ]).width
    #expect(abs(plain - split) < 0.01)
  }

  @Test("An author's space is not added to the space of composition (E3.1)")
  func authorSpace() throws {
    let joined = try ParagraphFixture([Part(text: "中Word中")])
    let spaced = try ParagraphFixture([
      Part(text: "中 "), Part(text: "Word", style: bold), Part(text: " 中"),
    ])
    #expect(abs(joined.width - spaced.width) < 0.01)
    let text = spaced.drawn(LineSettings(measure: 1000)).text
    #expect(String(decoding: text, as: UTF8.self) == "中 Word 中")
  }

  @Test("No space stands at a line edge or beside a full-width mark (E3.1)")
  func noSpace() throws {
    let word = try ParagraphFixture([Part(text: "Word")]).width
    #expect(abs(try ParagraphFixture([Part(text: "中，Word")]).width - (20 + word)) < 0.01)
    #expect(
      abs(try ParagraphFixture([Part(text: "（Word）中")]).width - (20 + 5 + word + 5 - 5)) < 5.01)
    let narrow = try ParagraphFixture([Part(text: "中文中文Word")])
    let lines = breakLines(narrow.paragraph, LineSettings(measure: 41))
    #expect(lines.map(narrow.paragraph.text(of:)) == ["中文中文", "Word"])
    #expect(abs(lines[1].width - word) < 0.01)
  }

  @Test("A Han–Latin space is stretched to half an em at most while Han can be (E4.2)")
  func stretchLimit() throws {
    let fixture = try ParagraphFixture([Part(text: "中文Word中文中文中文中文中文，中文中文")])
    let natural = fixture.width
    for extra in stride(from: 0.0, through: 30, by: 2) {
      var settings = LineSettings(measure: natural + extra)
      settings.alignment = .justify
      // A forced line is not stretched: put the stretched one before it.
      let two = try ParagraphFixture([
        Part(text: "中文Word中文中文中文中文中文，中文中文"), Part(text: "完"),
        Part(text: String(repeating: "完", count: 40)),
      ])
      for line in breakLines(two.paragraph, settings).dropLast() {
        for index in line.boxes.dropLast() where two.paragraph.gaps[index].stretchClass == .hanLatin
        {
          let width = line.width(of: two.paragraph.gaps[index])
          #expect(width <= 5.001 && width >= 1.249)
        }
      }
    }
  }

  @Test("A dash of two em is one stroke, also where nothing but marks is shaped with it (E1.4)")
  func dash() throws {
    for text in ["中——中", "》——《", "——"] {
      let paragraph = try ParagraphFixture([Part(text: text)]).paragraph
      let dashes = paragraph.glyphs.filter { $0.advance == 2000 }
      #expect(dashes.count == 1)
    }
  }

  @Test("Schemes set marks as wide as they say (E2.4)")
  func schemes() throws {
    let width = { (text: String, scheme: PunctuationScheme) in
      try ParagraphFixture([Part(text: text)], house: HouseStyle(punctuation: scheme)).width
    }
    #expect(try width("中，中。中", .quanjiao) == 50)
    #expect(try width("中，中。中", .kaiming) == 45)
    #expect(try width("中，中。中", .banjiao) == 40)
    #expect(try width("中（中）中", .kaiming) == 40)
  }

  @Test(
    "Quotation marks are Latin where both their sides are (E2.6)",
    arguments: [
      ("他说“好”了", 2), ("the “best” of", 0), ("称为“Belt and Road”的", 2), ("使用 “ABC” 格式", 2),
      ("it’s ok", 0), ("中“it’s”中", 2),
    ])
  func quotes(text: String, chinese: Int) throws {
    let fixture = try ParagraphFixture([Part(text: text)])
    let count = fixture.paragraph.boxes.filter { box in
      let unit = fixture.paragraph.source.text[Int(box.textStart)]
      let isQuote = [0x2018, 0x2019, 0x201C, 0x201D].contains(unit)
      return isQuote && box.textEnd - box.textStart == 1 && box.width == 5
    }.count
    #expect(count == chinese)
  }
}
