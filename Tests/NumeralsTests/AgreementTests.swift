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

/// Blocks and sentences that show one measure for two periods.
struct PeriodTests {
  private func block(_ name: String, _ period: String?, text: String = "") -> ShownBlock {
    let cells: [DataValue] = [
      .text("甲"), .number(ExactDecimal(name.utf8.count)), .text("乙"), .number(ExactDecimal(7)),
    ]
    var block = ShownBlock(
      name: name, table: DataTable(columns: ["region", "amount"], cells: cells, span: .none),
      keys: [], units: [:], span: .none)
    block.period = period
    block.text = text
    return block
  }

  private func codes(_ blocks: ShownBlock...) -> [String] { checkBlocks(blocks).map(\.code.id) }

  @Test func anotherPeriodIsSaid() {
    let chart = block("chart", "2024", text: "2024年各地区产出")
    #expect(codes(chart, block("tab", "2025")) == ["numerals.period-unsaid"])
    #expect(codes(chart, block("tab", "2025", text: "2025年初步数")) == [])
    #expect(codes(chart, block("tab", "2024")) == [])
    #expect(codes(chart, block("tab", nil)) == [])
  }

  private static let figures = """
    figures:
      trade_2024: { value: "3", unit: 亿元, as-of: 2024 }
      trade_2025: { value: "4", unit: 亿元, as-of: 2025 }
      ports: { value: "5", unit: 个, as-of: 2023 }
    """

  @Test(arguments: [
    ("从{{ trade_2024 }}到{{ trade_2025 }}", ["1:19 numerals.period-unsaid"]),
    ("2024年为{{ trade_2024 }}，现为{{ trade_2025 }}", []),
    ("港口{{ ports }}，贸易{{ trade_2025 }}", []),
    ("从{{ trade_2024 }}起\n\n到{{ trade_2025 }}止", []),
  ])
  func oneSentenceTellsItsPeriodsApart(text: String, expected: [String]) {
    #expect(Checked(text, figures: Self.figures).findings == expected)
  }

  @Test("Blocks of one measure are looked up, not compared with each other")
  func manyBlocks() {
    let blocks = (0..<3_000).map { number -> ShownBlock in
      let cells: [DataValue] = [
        .text("甲"), .number(ExactDecimal(number)), .text("乙"), .number(ExactDecimal(7)),
      ]
      let table = DataTable(columns: ["region", "amount"], cells: cells, span: .none)
      return ShownBlock(name: "b\(number)", table: table, keys: [], units: [:], span: .none)
    }
    #expect(checkBlocks(blocks).isEmpty)
  }
}
