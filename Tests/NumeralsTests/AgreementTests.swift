import Diagnostics
import Figures
import Testing

@testable import Numerals

/// One number, shown in several places.
struct AgreementTests {
  private func prints(_ value: String, _ formats: [String]...) -> [String] {
    let text = Array("figures: { a: { value: \"\(value)\", unit: 家 } }".utf8)
    let file = DataFile(source: SourceID(index: 1), text: text)
    let layer = DataLayer.load(FiguresInput(declarations: file) { _, _ in Diagnosed(nil) }).value
    let numbers = formats.map {
      layer.print("a", formats: $0, language: "zh-CN", at: .none).value
    }
    return checkAgreement(numbers).map(\.code.id)
  }

  @Test func roundingsOfOneValueAgreeUnlessARoundingOfTheOtherDiffers() {
    #expect(prints("16.14", ["decimals(1)"], ["decimals(0)"], []) == [])
    #expect(prints("11950", [], ["wan", "decimals(1)"]) == [])
    #expect(prints("2000", [], ["decimals(2)"]) == [])
    #expect(prints("0.449", ["decimals(2)"], ["decimals(1)"]) == ["numerals.shown-twice"])
    #expect(prints("2.46", ["decimals(1)"], ["decimals(0)"]) == ["numerals.shown-twice"])
    #expect(prints("2.46", ["decimals(0)"], ["decimals(1)"]) == ["numerals.shown-twice"])
  }

  private func block(
    _ name: String, _ cells: [DataValue], columns: [String] = ["region", "amount"],
    unit: String? = nil, keys: Set<String> = []
  ) -> ShownBlock {
    ShownBlock(
      name: name, table: DataTable(columns: columns, cells: cells, span: .none), keys: keys,
      units: unit.map { ["amount": $0] } ?? [:], span: .none)
  }

  private func number(_ text: String) -> DataValue {
    (try? ExactDecimal(parsing: text)).map(DataValue.number) ?? .null
  }

  private func findings(_ blocks: ShownBlock...) -> [String] {
    checkBlocks(blocks).map(\.message)
  }

  /// Three rows, of which the first is given.
  private func rows(_ first: String) -> [DataValue] {
    [.text("甲"), number(first), .text("乙"), number("3"), .text("丙"), number("9")]
  }

  @Test func aChartAndATableOfTheSameDataAgree() {
    let chart = block("chart", rows("1.25"), unit: "亿元")
    #expect(findings(chart, block("table", rows("1.25"), unit: "亿元")) == [])
    // A table in fewer decimals agrees with the rounded value.
    #expect(findings(chart, block("table", rows("1.3"))) == [])
    #expect(
      findings(chart, block("table", rows("1.2"))) == [
        "table shows 1.2 for “amount” of “甲”, chart shows 1.25"
      ])
    #expect(
      findings(chart, block("table", rows("1.25"), unit: "万元")) == [
        "table shows “amount” in 万元, chart the same in 亿元"
      ])
  }

  @Test func anotherYearOfTheSameColumnsIsOtherData() {
    let chart = block("chart", rows("1"))
    let later: [DataValue] = [
      .text("甲"), number("2"), .text("乙"), number("4"), .text("丙"), number("9"),
    ]
    #expect(findings(chart, block("table", later)) == [])
  }

  @Test func rowsThatShareANameAreNotCompared() {
    let twice: [DataValue] = [.text("甲"), number("1"), .text("甲"), number("2")]
    let others: [DataValue] = [.text("乙"), number("3"), .text("丙"), number("9")]
    #expect(findings(block("chart", twice + others), block("table", rows("5"))) == [])
  }

  @Test func aKeyMayBeANumber() {
    let years = ["2023", "2024", "2025"].map(number)
    let first = zip(years, ["1", "2", "3"]).flatMap { [$0, number($1)] }
    let second = zip(years, ["1", "2", "4"]).flatMap { [$0, number($1)] }
    let keys: Set<String> = ["region"]
    #expect(
      findings(block("chart", first, keys: keys), block("table", second)) == [
        "table shows 4 for “amount” of “2025”, chart shows 3"
      ])
  }
}
