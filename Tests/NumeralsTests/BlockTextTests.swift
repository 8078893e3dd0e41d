import Testing

@testable import Numerals

/// Numbers in the texts of chart and table blocks.
struct BlockTextTests {
  private static let figures = """
    figures:
      pace: { value: "16.1", unit: "%" }
    """

  private func block(_ lines: String) -> String {
    "```table\nid: tbl-a\ndata: [{ a: 1 }]\n\(lines)\n```\n"
  }

  @Test func statedNumbersAreComparedThere() {
    let sound = Checked(
      block("title: \"年均增长[约16.1%]{.stated figure=pace}\""), figures: Self.figures)
    #expect(sound.findings == [])
    let wrong = Checked(
      block("title: \"年均增长[约16.8%]{.stated figure=pace}\"\nnote: \"[约16.1%]{.stated}\""),
      figures: Self.figures)
    #expect(wrong.findings == ["4:13 numerals.stated-mismatch", "5:8 numerals.stated-syntax"])
    let unknown = Checked(block("note: \"[约16.1%]{.stated figure=pcae}\""), figures: Self.figures)
    #expect(unknown.findings == ["4:32 figures.unknown-figure"])
  }

  @Test func everyTextIsBoundOrLiteral() {
    let checked = Checked(
      block(
        """
        title: 32家企业
        note: "[45家]{.literal reason=比方}，{{ pace }}，51家"
        source: 77家
        columns:
          - { name: a, title: 88家 }
        """), figures: Self.figures)
    #expect(checked.texts == ["32家", "51家", "77家", "88家"])
  }

  @Test(arguments: [
    ("[约16%]{.stated figure=a}。", "约16%。"), ("a [b] c[^n]", "a [b] c[^n]"),
    ("[x]{.other}", "[x]{.other}"),
    ("[x]{.literal", "[x]{.literal"), ("[[五]{.literal}]", "[五]"), ("", ""), ("[]{.literal}", ""),
  ])
  func marksAreTakenOff(text: String, shown: String) {
    let bytes = Array(text.utf8)
    let parts = textPieces(of: bytes).map { String(decoding: bytes[$0.shown], as: UTF8.self) }
    #expect(parts.joined() == shown)
  }
}
