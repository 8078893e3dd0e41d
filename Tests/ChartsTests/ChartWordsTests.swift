import Testing

@testable import Charts

@Suite struct ChartWordsTests {
  @Test(arguments: [
    ("{0}：{1}", "甲：乙"), ("{1}{0}", "乙甲"), ("无", "无"), ("", ""), ("{", "{"), ("{}", "{}"),
    ("{2}", "{2}"), ("a{x}b", "a{x}b"), ("{0", "甲"), ("é{0}é", "é甲é"), ("{{0}}", "{甲}"),
  ])
  func `a template takes its arguments, and keeps what asks for none`(
    _ template: String, _ text: String
  ) {
    #expect(ChartWords.fill(template, "甲", "乙") == text)
  }
}
