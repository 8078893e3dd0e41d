import Composition
import Diagnostics
import Figures
import Manuscript
import Testing

@testable import Pipeline

/// Table blocks and texts of blocks in the language around them, with the units of their sources.
@Suite struct BlockLanguageTests {
  private static let table = """
    ```table
    id: tbl-output
    title: 产出明细
    data: SELECT sector, amount FROM output
    columns:
      - { name: sector, title: 部门 }
      - { name: amount, title: 产出 }
    ```
    """

  private static let english = """
    ::: {lang=en}

    ```table
    id: tbl-output
    title: "Output of {{ total }}, [about 49.5]{.literal}"
    data: SELECT sector, amount FROM output
    columns:
      - { name: sector, title: Sector }
      - { name: amount, title: Output, format: "decimals(2)" }
    note: "Total {{ total }}"
    ```

    :::
    """

  private func report(_ table: String, units: String = "") throws -> SampleReport {
    try SampleReport().replacing(Self.table, with: table)
      .replacing("provider: 编写组\n", with: "provider: 编写组\n\(units)", in: "data/figures.yaml")
  }

  private func content(_ report: SampleReport) throws -> TableContent {
    let compilation = compile(
      "/report", CompileOptions(home: LayeredWorld.house), world: report.world)
    return try #require(compilation.input.tables.values.first)
  }

  private static let units = "    units: { amount: 亿元 }\n"

  @Test func aTableIsWrittenInTheLanguageOfItsDivision() async throws {
    let report = try report(Self.english, units: Self.units)
    #expect(await report.findings() == [])
    let content = try content(report)
    #expect(
      content.head.map { $0.map(\.title.plainText) } == [
        ["Sector", "Output (CN¥100\u{A0}million)"]
      ])
    #expect(content.title.plainText.hasPrefix("Output of CN¥"))
    #expect(content.title.plainText.hasSuffix("billion, about 49.5"))
    #expect(content.note.plainText.hasPrefix("Total CN¥"))
  }

  @Test func aTableHasTheUnitsOfItsSource() throws {
    let content = try content(report(Self.table, units: Self.units))
    #expect(content.head.map { $0.map(\.title.plainText) } == [["部门", "产出（亿元）"]])
  }

  /// Where the units of a report conflict with those of its source.
  private func conflicts(_ table: String, units: String = units) async throws -> [String] {
    try await report(table, units: units).findings()
      .filter { $0.hasPrefix("figures.unit-conflict") }
  }

  @Test("Another unit than the source's is a finding, in a chart, a column and a table")
  func conflicts() async throws {
    let place = "figures.unit-conflict chapters/one.md:"
    #expect(try await conflicts(Self.table) == [])
    // The chart of the sample is in 亿元.
    #expect(
      try await conflicts(Self.table, units: "    units: { amount: 万元 }\n") == [place + "11:4"])
    let column = Self.table.replacing("title: 产出 }", with: "title: 产出, unit: 千元 }")
    #expect(try await conflicts(column) == [place + "21:13"])
    let whole = Self.table.replacing("columns:", with: "unit: 万元\ncolumns:")
    #expect(try await conflicts(whole) == [place + "22:13"])
    let share = Self.table.replacing("columns:", with: "unit: \"%\"\ncolumns:")
    #expect(try await conflicts(share) == [])
  }

  @Test func aFormatOfTheColumnScalesItsUnit() throws {
    let table = Self.table.replacing("title: 产出 }", with: "title: 产出, format: wan }")
    #expect(
      try content(report(table, units: "    units: { amount: 元 }\n")).head.map {
        $0.map(\.title.plainText)
      }
        == [["部门", "产出（万元）"]])
  }

  @Test(arguments: [
    ("亿元", "en", "CN¥100\u{A0}million"), ("万元", "en", "CN¥10,000"),
    ("亿美元", "fr", "100\u{A0}millions\u{A0}de\u{A0}dollars"),
    ("亿元", "ru", "100\u{A0}миллионов\u{A0}юаней"), ("美元", "es", "US$"), ("%", "ar", "٪\u{61C}"),
    ("个百分点", "en", "percentage points"), ("亿元", "zh", "亿元"), ("km²", "en", "km²"),
    ("万亿元", "en", "CN¥1\u{A0}trillion"),
  ])
  func unitsHaveNamesInOtherLanguages(unit: String, language: String, name: String) {
    #expect(NumberLanguage.of(language).name(ofUnit: unit) == name)
  }
}
