import Diagnostics
import Manuscript
import Testing

@testable import Numerals

/// Changes told in the right measure.
struct WordingTests {
  private static let figures = """
    figures:
      before: { value: 20, unit: 亿元 }
      after: { value: 60, unit: 亿元 }
      times: { derive: "ratio(after, before)", unit: 倍 }
      growth: { derive: "growth(before, after)", unit: "%" }
      half: { value: 50, unit: "%" }
      third: { value: 33, unit: "%" }
      gap: { derive: "difference(half, third)", unit: 个百分点 }

    """

  private func codes(_ sentence: String) -> [String] {
    Checked("# 题\n\n\(sentence)\n", figures: Self.figures, numerals: .off).diagnostics.map(
      \.code.id)
  }

  @Test(arguments: [
    "产量下降2倍。", "成本减少了三倍以上。", "成本降低{{ times }}。", "先增长，后下降约1.5倍。", "时间缩短两倍。",
  ])
  func nothingFallsByAMultiple(sentence: String) {
    #expect(codes(sentence) == ["numerals.fall-by-multiple"])
  }

  @Test(arguments: [
    "产量下降后增长2倍。", "下降到原来的0.5倍。", "产量增长到{{ times }}。", "为原来的{{ times }}。", "成本下降，产量是其2倍。",
    "产量增长{{ growth }}。", "占比提高{{ gap }}。", "占比提高到{{ half }}。", "占比升至{{ half }}。",
    "占比由{{ third }}提高到{{ half }}。", "产量增长5%。", "效率提高20%。", "占比增长{{ growth }}。",
  ])
  func rightMeasuresAreFine(sentence: String) {
    #expect(codes(sentence) == [])
  }

  @Test func growthAndRatioAreToldApart() {
    #expect(codes("产量增长{{ times }}。") == ["numerals.multiple"])
    let growth = Self.figures + "  more: { derive: \"growth(before, after)\", unit: 倍 }\n"
    let checked = Checked("# 题\n\n产量增长到{{ more }}。\n", figures: growth, numerals: .off)
    #expect(checked.diagnostics.map(\.code.id) == ["numerals.multiple"])
  }

  @Test(arguments: ["出口占比提高5%。", "增速回落0.3%。", "利用率下降了约2.5%。", "市场份额扩大百分之三。", "比重上升{{ half }}。"])
  func sharesMoveByPercentagePoints(sentence: String) {
    #expect(codes(sentence) == ["numerals.percentage-points"])
  }

  @Test func theDifferenceOfPercentagesIsInPoints() {
    let wrong = Self.figures + "  gap2: { derive: \"difference(half, third)\", unit: \"%\" }\n"
    let checked = Checked("# 题\n", figures: wrong)
    #expect(checked.findings == ["9:3 numerals.percentage-points"])
    // The rest of the whole is a share.
    let rest = """
        whole: { value: 100, unit: "%" }
        rest: { derive: "difference(whole, third)", unit: "%" }

      """
    #expect(Checked("# 题\n", figures: Self.figures + rest).findings == [])
  }
}
