import Diagnostics
import Testing

@testable import Numerals

/// The table of what needs no figure, held to its own examples.
struct LiteralRuleTests {
  @Test(arguments: LiteralRule.all.flatMap { rule in rule.examples.map { (rule.name, $0) } })
  func anExampleIsNamedByItsRule(name: String, example: String) throws {
    let context = try #require(self.context(of: example))
    let rule = LiteralRule.all.first { $0.holds(context) }
    #expect(rule?.name == name)
  }

  @Test(arguments: [
    "⟨1.2⟩万家", "⟨百分之二十⟩", "⟨三十三⟩个", "⟨22⟩%", "⟨3100⟩多个", "期限⟨20⟩年", "缩短⟨35⟩天", "不足⟨七⟩成",
    "约⟨四分之一⟩", "⟨2,399.3⟩亿元", "⟨12⟩个月", "⟨100⟩", "⟨五⟩吨", "增长⟨三⟩倍", "⟨一⟩倍以上", "⟨2000⟩美元", "⟨1500⟩人",
    "⟨2000⟩多家", "⟨一百⟩个", "⟨四十六⟩分钟", "⟨5⟩ km", "⟨5⟩GW", "3:⟨2⟩", "⟨3.3⟩个百分点", "⟨７⟩亿次", "⟨五点二⟩亿",
    "⟨三十五⟩年", "Temu ⟨7⟩亿", "⟨32⟩日游", "⟨13⟩月", "年初⟨3000⟩人", "已办⟨三十⟩届", "达成⟨三十⟩项", "加上⟨三十⟩家",
    "de ⟨12⟩ pays",
    "⟨12⟩ de los",
  ])
  func whatComesFromDataIsNoLiteral(example: String) throws {
    let context = try #require(self.context(of: example))
    #expect(LiteralRule.all.first { $0.holds(context) }?.name == nil)
  }

  @Test(arguments: ["万隆", "百姓", "千方百计", "万一", "亿万", "点心", "成员", "百年老店"])
  func wordsThatOnlyHoldPlacesHoldNoNumber(word: String) {
    #expect(Checked("# 题\n\n\(word)在此。\n").findings == [])
  }

  /// The number between ⟨ and ⟩, in a column whose head stands before a bar.
  private func context(of example: String) -> NumberContext? {
    let parts = example.split(separator: "|")
    let text = String(parts.last ?? "")
    guard let start = text.unicodeScalars.firstIndex(of: "⟨") else { return nil }
    var prose = Prose()
    prose.append(text.filter { $0 != "⟨" && $0 != "⟩" }, at: .none, .free)
    if parts.count == 2 { prose.columnHead = String(parts[0]) }
    let offset = text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: start)
    return scanNumbers(prose).first { $0.range.contains(offset) }
      .map { NumberContext(prose: prose, number: $0) }
  }
}
