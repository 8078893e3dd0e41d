import Diagnostics
import Figures
import Manuscript
import Seeds
import Testing

@testable import Numerals

/// Numbers in the text that no figure answers for.
struct BoundTests {
  @Test func everyKindOfTextIsRead() {
    let text = """
      # 题22% {#sec-a}

      段落**33%**和[44%](http://x.test/55)，`66%`。

      - 项77%

      | 头88% | 乙 |
      |---|---|
      | 甲 | 99% |

      : 表11% {#tbl-a source="源12%" note="注13%"}

      ![图14%](a.svg){#fig-a alt="甲15%"}

      ::: {.case #case-a title="专栏16%"}
      内17%[^n]。
      :::

      [^n]: 脚注18%。

      """
    let texts = Checked(text).texts
    #expect(
      texts == [
        "22%", "33%", "44%", "77%", "88%", "99%", "11%", "12%", "13%", "14%", "16%", "17%", "18%",
      ])
  }

  @Test func citationsAndAddressesHoldNoNumbers() {
    let text = "文[@a-2025, 12-15]，见@a-2025与<https://x.test/2025/0117>。[12%](https://x.test/34%)"
    #expect(Checked(text).texts == ["12%"])
  }

  @Test func textsOfChartsAreReadAndTheirSettingsAreNot() {
    let text = """
      # 题

      ```chart
      id: fig-a
      title: "上升22%"
      data: SELECT 33 AS a
      height: 44mm
      reference: { value: 55, label: 基线66% }
      note: 至{{ a }}和77%
      ```

      """
    let checked = Checked(text, figures: "figures: { a: { value: 5 } }")
    #expect(
      checked.findings == [
        "5:11 numerals.unbound", "8:34 numerals.unbound", "9:16 numerals.unbound",
      ])
    #expect(checked.texts == ["22%", "66%", "77%"])
  }

  @Test func boundAndMarkedNumbersAreFine() {
    let text = "# 题\n\n占{{ a }}，共[33%]{.literal reason=\"引文\"}，2025年第3届。\n"
    #expect(Checked(text, figures: "figures: { a: { value: 5, unit: '%' } }").findings == [])
  }

  @Test func theReportDecidesHowMuchItMatters() {
    #expect(Checked("# 题\n\n占22%。\n", numerals: .off).diagnostics.isEmpty)
    #expect(Checked("# 题\n\n占22%。\n", numerals: .warn).diagnostics.map(\.severity) == [.warning])
    #expect(Checked("# 题\n\n占22%。\n", numerals: .error).diagnostics.map(\.severity) == [.error])
  }

  @Test(arguments: [
    ("占22%。", "write {{ share }}"), ("共1.2万家。", "write {{ firms }}"),
    ("共3100多个。", "if it is “flights”, write {{ flights | plain }}"),
    ("共三十三个。", "write {{ ports | han }}"),
    ("共7万个。", "bind it to a figure, or mark it as [7万个]{.literal}"),
  ])
  func aFigureOfTheSameValueIsNamed(text: String, hint: String) {
    let figures = """
      figures:
        share: { value: 22, unit: "%" }
        firms: { value: 1.2, unit: 万家 }
        flights: { value: 3100, unit: 个 }
        ports: { value: 33, unit: 个 }

      """
    #expect(Checked("# 题\n\n\(text)\n", figures: figures).hints == [hint])
  }

  /// Wherever a number is put into a text, it is found there, alone, and whole.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func aNumberIsFoundWhereItStands(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let filler = Array("企业在港口与铁路之间往来，贸易合作持续深化。“联通”（见文）；")
    let words = { (random: inout SplitMix64) in
      String(
        (0..<Int.random(in: 1...30, using: &random)).map { _ in
          filler.randomElement(using: &random) ?? "文"
        })
    }
    let number = randomNumber(&random)
    let before = words(&random)
    let after = words(&random)
    let text = { (piece: String) in "# 题\n\n文\(before)，\(piece)，\(after)\n" }
    let bare = Checked(text(number))
    #expect(bare.texts == [number], "\(before)，\(number)，\(after)")
    #expect(bare.findings == ["3:\(before.count + 3) numerals.unbound"])
    #expect(Checked(text("[\(number)]{.literal}")).findings == [])
    let figures = "figures: { a: { value: 5, unit: 家 } }"
    #expect(Checked(text("{{ a }}"), figures: figures).findings == [])
  }

  private func randomNumber(_ random: inout SplitMix64) -> String {
    let unit = ["家", "亿元", "%", "万人次", "个百分点", "倍", "公里"].randomElement(using: &random) ?? "家"
    let whole = Int.random(in: 11...999, using: &random)
    switch Int.random(in: 0...3, using: &random) {
    case 0: return "\(whole)\(unit)"
    case 1: return "\(whole).\(Int.random(in: 0...99, using: &random))\(unit)"
    case 2: return "\(whole),\(Int.random(in: 100...999, using: &random))\(unit)"
    default: return "百分之\(["三十", "五十六", "四点二"].randomElement(using: &random) ?? "三十")"
    }
  }

  /// Han numerals are read as the number engine writes them.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func hanNumeralsHaveTheValueThatTheyWereWrittenFrom(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let magnitude = [100, 10_000, 1_000_000, 900_000_000_000].randomElement(using: &random) ?? 100
    let value = Int.random(in: 0...magnitude, using: &random)
    let checked = Checked(
      "# 题\n\n[{{ a | han }}]{.literal}\n", figures: "figures: { a: { value: \(value) } }")
    #expect(checked.findings == [])
    let layer = figure(value: value)
    let text = layer.print("a", formats: ["han"], language: "zh-CN", at: .none).value.text
    let read = try #require(HanDigits.value(Array(text.unicodeScalars)[...]))
    #expect(read.integerValue == value, "\(text)")
  }

  /// Whatever stands in the text, the check ends, and finds numbers only where it points at some.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func anySoupOfNumeralsIsRead(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = Array("零〇一二两三九十百千万亿点成倍分之第年月日个多余下降增长到约0123456789０９.,，．-—～%：:（）文aG ")
    let soup = String(
      (0..<Int.random(in: 1...80, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? "一"
      })
    let checked = Checked(
      "# 题\n\n文\(soup)\n\n[\(soup)]{.stated figure=a}\n", figures: "figures: { a: { value: 5 } }")
    for (text, diagnostic) in zip(checked.texts, checked.diagnostics)
    where diagnostic.code == .unboundNumeral {
      #expect(text.contains { $0.isNumber || "两".contains($0) }, "\(soup)")
    }
  }
}
