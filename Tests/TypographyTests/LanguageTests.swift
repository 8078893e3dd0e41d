import Diagnostics
import Drawing
import Testing

@testable import Typography

@Suite struct LanguageTests {
  private static let folder = "/usr/share/hyphen"

  @Test(
    "Words are divided where their language allows it",
    arguments: [
      ("en-GB", "typography hyphenation", "ty-pog-ra-phy hy-phen-ation"),
      ("fr", "développement", "dé-ve-lop-pe-ment"), ("es", "desarrollo", "de-sa-rro-llo"),
      ("ru", "развитие", "раз-ви-тие"),
    ])
  func hyphenation(language: String, text: String, expected: String) throws {
    let opened = Hyphenation.open([language])
    try #require(opened.diagnostics.isEmpty)
    let fixture = try ParagraphFixture(text, language: language, hyphenation: opened.value)
    var divided = ""
    for (box, gap) in zip(fixture.paragraph.boxes, fixture.paragraph.gaps) {
      let range = Int(box.textStart)..<Int(box.textEnd)
      divided += String(decoding: fixture.paragraph.source.text[range], as: UTF16.self)
      divided += gap.breakWidth > 0 ? "-" : gap.hasSpace ? " " : ""
    }
    #expect(divided == expected)
  }

  @Test("A divided word shows a hyphen that is no part of its text, within the measure")
  func hyphens() throws {
    let opened = Hyphenation.open(["en"])
    let text = String(repeating: "Internationalization of representative organizations ", count: 8)
    let fixture = try ParagraphFixture(text, language: "en", hyphenation: opened.value)
    let settings = LineSettings(measure: 130)
    let list = fixture.drawn(settings)
    let drawn = String(decoding: list.text, as: UTF8.self)
    #expect(drawn.contains("\u{AD}"))
    #expect(drawn.filter { $0 != "\u{AD}" } == text.dropLast())
    for line in breakLines(fixture.paragraph, settings) {
      #expect(line.start + line.width <= 130.01 && line.excess == 0)
    }
    let ragged = LineSettings(measure: 130, alignment: .start)
    #expect(!fixture.drawn(ragged).text.contains(0xAD))
  }

  @Test("A missing dictionary is one warning that names its package")
  func missingDictionary() {
    let opened = Hyphenation.open(["en", "en-GB", "fr", "zh-CN"], folder: "/nonexistent")
    #expect(opened.diagnostics.map(\.code) == [.missingHyphenation, .missingHyphenation])
    #expect(opened.diagnostics[0].hints == ["install the Debian package hyphen-en-us"])
  }

  @Test("French puts narrow spaces before high marks and inside guillemets, and ends no line there")
  func french() throws {
    let fixture = try ParagraphFixture("Il a dit : « Bonjour ! Ça va ? »", language: "fr")
    for measure in stride(from: 20.0, through: 160, by: 5) {
      for line in breakLines(fixture.paragraph, LineSettings(measure: measure, alignment: .start)) {
        let text = fixture.paragraph.text(of: line)
        #expect(!":!?»".contains(text.prefix(1)) && !text.hasSuffix("«"), "\(text)")
      }
    }
    let narrow = fixture.paragraph.gaps.filter { $0.hasSpace && !$0.isBreakable }
    #expect(narrow.count == 5 && narrow.allSatisfy { abs($0.width - 10 / 6) < 0.001 })
  }

  @Test("Arabic runs from the right, its digits and Latin words from the left")
  func arabic() throws {
    let fixture = try ParagraphFixture("نمو التجارة 25 في Asia", language: "ar")
    #expect(fixture.paragraph.missing.isEmpty)
    let settings = LineSettings(measure: 300)
    let list = fixture.drawn(settings)
    #expect(String(decoding: list.text, as: UTF8.self) == "نمو التجارة 25 في Asia")
    let x = places(in: list)
    #expect(x["ن"] ?? 0 > x["ت"] ?? 999)
    #expect(x["ت"] ?? 0 > x["2"] ?? 999)
    #expect(x["2"] ?? 999 < x["5"] ?? 0)
    #expect(x["A"] ?? 999 < x["s"] ?? 0)
    #expect(x["ف"] ?? 0 > x["a"] ?? 999)
    // The line stands at the right edge of its measure.
    let line = breakLines(fixture.paragraph, settings)[0]
    #expect(abs(line.start + line.width - 300) < 0.01)
  }

  @Test("Arabic letters join: shaped together they are other glyphs than alone")
  func joining() throws {
    let together = try ParagraphFixture("بيت", language: "ar").paragraph.glyphs.map(\.id)
    let alone = try ["ب", "ي", "ت"].flatMap {
      try ParagraphFixture($0, language: "ar").paragraph.glyphs.map(\.id)
    }
    #expect(together != alone)
  }

  @Test("An Arabic word in Chinese stands in its place, letters from right to left")
  func arabicInChinese() throws {
    let fixture = try ParagraphFixture("中文بيت中文", language: "zh-CN")
    let list = fixture.drawn(LineSettings(measure: 300))
    let x = places(in: list)
    #expect(x["ب"] ?? 0 > x["ت"] ?? 999)
    #expect(x["文"] ?? 0 > x["ب"] ?? 999)
    #expect(String(decoding: list.text, as: UTF8.self) == "中文بيت中文")
  }

  /// Where the last glyph of each character stands.
  private func places(in list: DisplayList) -> [Character: Double] {
    var places: [Character: Double] = [:]
    var glyph = 0
    var byte = 0
    for cluster in list.clusters {
      let text = String(decoding: list.text[byte..<byte + Int(cluster.bytes)], as: UTF8.self)
      if let first = text.first { places[first] = list.glyphs[glyph].x }
      glyph += Int(cluster.glyphs)
      byte += Int(cluster.bytes)
    }
    return places
  }
}
