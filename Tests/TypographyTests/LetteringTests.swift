import Diagnostics
import Drawing
import Geometry
import Seeds
import Testing

@testable import Typography

@Suite struct LetteringTests {
  @Test("A line of lettering begins where it is drawn, from whichever side it is read")
  func start() throws {
    let lettering = Lettering(fonts: try Fixture.fonts())
    for (text, language) in [("12", "ar"), ("المياه", "ar"), ("水", "zh-CN"), ("Water", "en")] {
      let line = lettering.line(text, TextStyle(role: "body", size: 10, language: language))
      var list = DisplayList()
      line.draw(into: &list, at: Point(x: 100, y: 0))
      #expect(line.width > 0)
      #expect(list.glyphs.allSatisfy { (99...100 + line.width).contains($0.x) }, "\(text)")
    }
  }

  @Test("A line is what a paragraph of endless measure is", arguments: 0..<60)
  func line(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let lettering = Lettering(fonts: try Fixture.fonts())
    let pieces = ["贸易", "，互联互通。", " trade and ", "2026年", "“引文”", "المياه ", "—", " "]
    let count = Int.random(in: 0...12, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    let language = ["zh-CN", "en", "ar"].randomElement(using: &random) ?? "en"
    let style = TextStyle(role: "body", size: 9, language: language)
    let line = lettering.line(text, style)
    let lines = lettering.lines(text, style, width: 1e7)
    #expect(lines.count <= 1)
    #expect(line.text == lines.first?.text ?? "")
    #expect(line.width == lines.first?.width ?? 0)
    var (list, other) = (DisplayList(), DisplayList())
    line.draw(into: &list, at: .zero)
    lines.first?.draw(into: &other, at: .zero)
    #expect(list == other)
  }

  @Test("Styles that were set before do not change a line")
  func styles() throws {
    let fonts = try Fixture.fonts()
    let shared = Lettering(fonts: fonts)
    for round in 0..<2 {
      for size in [7.0, 8, 9] {
        for weight in [400, 700] {
          let style = TextStyle(role: "body", size: size, weight: weight)
          let line = shared.line("互联互通 2026", style)
          #expect(line.width == Lettering(fonts: fonts).line("互联互通 2026", style).width)
          #expect(
            line.ascent == Lettering(fonts: fonts).line("互联互通 2026", style).ascent, "\(round)")
        }
      }
    }
  }
}

@Suite struct AnchorTests {
  @Test(
    "A named place is on the line of the character after it, and on no other", arguments: 0..<40)
  func lines(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let fonts = try Fixture.fonts()
    var styles = StyleTable(fonts: fonts)
    let style = styles.index(of: TextStyle(role: "body", size: 10))
    var source = StyledText()
    var written: [String: Int] = [:]
    let pieces = ["贸易", "，互联互通。", " trade and ", "2026年", "“引文”", "المياه "]
    for index in 0..<Int.random(in: 1...40, using: &random) {
      if Bool.random(using: &random) {
        source.addAnchor("\(index)")
        written["\(index)"] = source.text.count
      }
      let piece = pieces.randomElement(using: &random) ?? ""
      source.append(piece, style: style, node: .artifact, span: .none)
    }
    source.addAnchor("end")
    guard var workspace = Workspace() else { throw OutOfMemory() }
    let paragraph = buildParagraph(source, styles: styles, workspace: &workspace)
    let lines = breakLines(paragraph, LineSettings(measure: 120))
    let found = lines.map { paragraph.anchors(of: $0) }
    #expect(found.flatMap { $0 }.sorted() == (written.keys + ["end"]).sorted())
    #expect(found.last?.last == "end")
    for (line, names) in zip(lines, found) {
      let last = Int(paragraph.boxes[line.boxes.upperBound - 1].textEnd)
      let next = line.boxes.upperBound < paragraph.boxes.count
      for name in names where next {
        // Spaces at the end of a line are in no box.
        let offset = try #require(written[name])
        #expect(offset <= last || source.text[last..<offset].allSatisfy { $0 == 0x20 })
      }
    }
  }
}
