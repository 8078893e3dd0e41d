import Testing

@testable import Typography

/// What only the author can mend (GB/T 15834 and 15835).
@Suite struct RemarkTests {
  @Test(
    "Each wording that the standards reject is named by its rule",
    arguments: [
      ("共有1,234.5万人", "E5.2"), ("约9～16亿元", "E5.3"), ("增长15～30%", "E5.3"), ("提高到.46", "E5.3"),
      ("共3千5百人", "E5.4"), ("5百个", "E5.4"), ("约30家左右", "E5.5"), ("三、四个月", "E5.5"),
      ("成本下降2倍", "E5.8"),
      ("2,025年", "E5.2"), ("减少了三倍", "E5.8"), ("《甲》、《乙》", "E6.4"), ("“甲”、“乙”", "E6.4"),
      ("《论《甲》》", "E6.4"),
      ("他说「好」", "E6.4"),
    ])
  func departures(text: String, rule: String) throws {
    #expect(try remarks("中文" + text + "中文") == [rule])
  }

  @Test(
    "What the standards ask for is not named",
    arguments: [
      "共有1,234人、1234.5万人", "9亿～16亿元", "15%～30%", "0.46", "3.5千瓦、30千米、5百分点", "约30家；左右两侧",
      "三四个月、一、二季度", "下降20%，增长2倍", "《甲》《乙》", "“甲”“乙”", "《论〈甲〉》", "2019—2025年", "版本2.46",
      "1,200年前、12,025年",
    ])
  func conforming(text: String) throws {
    #expect(try remarks("中文" + text + "中文") == [])
  }

  @Test("A remark names the words and where they stand")
  func place() throws {
    let fixture = try ParagraphFixture([ParagraphFixture.Part(text: "成本下降2倍。")])
    let found = try #require(
      TextRemarks().findings(in: fixture.paragraph.source, styles: fixture.styles).first)
    #expect(found.range == 2..<6)
    #expect(found.message.contains("下降2倍"))
  }

  @Test("A cell without a value has a dash or an ellipsis, nothing else (E5.6)")
  func missingValues() throws {
    for (text, isNamed) in [("-", true), ("－", true), ("N/A", true), ("—", false), ("…", false)] {
      let fixture = try ParagraphFixture([ParagraphFixture.Part(text: text)])
      let found = TextRemarks().findings(in: fixture.paragraph.source, styles: fixture.styles)
      #expect(found.map(\.rule) == (isNamed ? ["E5.6"] : []), "\(text)")
      #expect(found.allSatisfy { $0.hint != nil })
    }
  }

  @Test(
    "How numbers are grouped and signed is told; codes, years and names are no numbers",
    arguments: [
      ("共12,345.6元", [NumberHabit.Form.commas]), ("共12\u{2009}345人", [.thinSpaces]),
      ("共12345人、67890 公里", [.ungrouped, .ungrouped]), ("共12345万元", []), ("邮编100045", []),
      ("2025年、1234人", []), ("降至-5℃、-0.5", [.hyphen, .hyphen]), ("降至\u{2212}5", [.minus]),
      ("歼-20、2019-2025年", []),
    ])
  func habits(text: String, forms: [NumberHabit.Form]) throws {
    let fixture = try ParagraphFixture([ParagraphFixture.Part(text: text)])
    let found = NumberHabits().found(in: fixture.paragraph.source, styles: fixture.styles)
    #expect(found.map(\.form) == forms)
  }

  @Test("Other languages are not measured by them")
  func others() throws {
    let fixture = try ParagraphFixture("15～30% and 《甲》、《乙》", language: "en")
    #expect(TextRemarks().findings(in: fixture.paragraph.source, styles: fixture.styles).isEmpty)
  }

  private func remarks(_ text: String) throws -> [String] {
    let fixture = try ParagraphFixture([ParagraphFixture.Part(text: text)])
    return TextRemarks().findings(in: fixture.paragraph.source, styles: fixture.styles).map(\.rule)
  }
}
