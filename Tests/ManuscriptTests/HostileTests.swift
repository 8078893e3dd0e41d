import Diagnostics
import Manuscript
import Testing

/// Texts that cost quadratic time or a deep stack where a parser is careless; each is large enough
/// that a quadratic one would not end.
@Test(arguments: [
  "[", "![", "]", "*", "*a ", "a*", "_a ", "~~a ", "`", "`a``", "{{", "{", "@", "@a", "<", "<!--",
  "<a ", "&", "\\", "[^", "[a](", "[a]{", "[a]{b=\"", "> ", "- ", "1. ", "::: a\n", ":::\n", "\n",
  "- \n", "|", "|-|\n", "a\n|-|-|\n", "a|b\n-|-\n", "#", "[a]: b\n", "[^a]: b\n", "```\n",
  "    a\n",
  "a\n", "}}", "**a [b](", "[a][", "\t", "\0", "<b>", "`a`{",
])
func repeatedSyntaxIsReadInLinearTime(_ unit: String) {
  let sample = Sample(String(repeating: unit, count: 200_000 / unit.utf8.count))
  #expect(sample.diagnostics.count <= 2002)
  #expect(sample.report.parts.count == 1)
}

@Test func mixedRepetitionsAreReadInLinearTime() {
  let deep = String(repeating: "> ", count: 90) + "a\n"
  let lists = (0..<120).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
  for text in [
    lists + String(repeating: "\n", count: 100_000) + "a", String(repeating: deep, count: 500),
    "[x]: y\n\n" + String(repeating: "[x]", count: 30_000),
    String(repeating: "*a **b ", count: 20_000) + String(repeating: "c* d** ", count: 20_000),
    "|" + String(repeating: "a|", count: 5000) + "\n|" + String(repeating: "-|", count: 5000)
      + String(repeating: "\n|", count: 5000),
  ] {
    #expect(Sample(text).report.parts.count == 1)
  }
}

@Test func tooDeepIsAFinding() {
  for text in [
    String(repeating: "> ", count: 10_000) + "a", String(repeating: "- ", count: 10_000) + "a",
    (0..<1000).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(),
    String(repeating: "::: a\n", count: 10_000),
    String(repeating: "*a **b ", count: 5000) + String(repeating: "c** d* ", count: 5000),
  ] {
    #expect(Sample(text).diagnostics.contains { $0.code == .tooDeep }, "\(text.prefix(20))")
  }
}

@Test func sixtyNestedListsAreRead() {
  let text = (0..<60).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
  let sample = Sample(text)
  #expect(sample.findings == [])
  var depth = 0
  var blocks = sample.blocks
  while let list = blocks.last {
    if case .list = list { depth += 1 }
    blocks = list.children
  }
  #expect(depth == 60)
}

@Test func sixtyNestedQuotesAreRead() {
  let sample = Sample(String(repeating: ">", count: 60) + " a")
  #expect(sample.findings == [])
  #expect(sample.dump.contains("text \"a\" @1:62-1:63"))
}

@Test func findingsAreNotListedWithoutEnd() {
  let sample = Sample(String(repeating: "<b>\n\n", count: 5000))
  #expect(sample.diagnostics.count == 1001)
  #expect(sample.diagnostics.last?.code == .tooManyFindings)
}
