import Composition
import Diagnostics
import Geometry
import Manuscript
import Testing

@testable import Pipeline

/// Table blocks by the whole road: what their YAML and data become, and what is wrong with them.
@Suite struct TableBlockTests {
  private static let data = """
    region,item,amount,growth,flag
    东,甲,0.1,1.5,p
    东,乙,0.2,-2,
    西,丙,,3.25,
    西,丁,1000.7,4,
    ,合计,1001.0,,

    """

  private static let columns = """
    columns:
      - { name: item, title: 项目 }
      - title: 产出
        columns:
          - { name: amount, title: 金额, unit: 亿元, carry: true, marks: flag }
          - { name: growth, title: "同比[^g]", unit: "%" }
    group: region
    total: last
    notes: { p: 初步数, g: 按可比价 }
    """

  /// The sample with its table replaced.
  private func report(_ yaml: String = columns) throws -> SampleReport {
    try SampleReport().replacing(
      """
      data: SELECT sector, amount FROM output
      columns:
        - { name: sector, title: 部门 }
        - { name: amount, title: 产出 }
      """,
      with: "data: SELECT region, item, amount, growth, flag FROM ledger\n" + yaml
    ).replacing(
      "sources:\n", with: "sources:\n  ledger: { file: ledger.csv, provider: 编写组 }\n",
      in: "data/figures.yaml"
    ).adding("data/ledger.csv", Self.data)
  }

  private func content(_ report: SampleReport) throws -> TableContent {
    let compilation = compile(
      "/report", CompileOptions(home: LayeredWorld.house), world: report.world)
    return try #require(compilation.input.tables.values.first)
  }

  @Test func aTableOfEverythingIsSound() async throws {
    #expect(try await report().findings() == [])
  }

  @Test func headsStandAboveTheirColumns() throws {
    let head = try content(report()).head
    #expect(head.map { $0.map(\.title.plainText) } == [["项目", "产出"], ["金额（亿元）", "同比[^g]（%）"]])
    #expect(head.map { $0.map(\.columns) } == [[0..<1, 1..<3], [1..<2, 2..<3]])
    #expect(head.map { $0.map(\.rowSpan) } == [[2, 1], [1, 1]])
  }

  @Test func rowsAreGroupedAndTheLastIsATotal() throws {
    let rows = try content(report()).rows
    #expect(rows.map(\.kind) == [.group, .plain, .plain, .group, .plain, .plain, .total])
    #expect(rows[1].cells == ["甲", "0.1[^p]", "1.5"])
    #expect(rows[4].cells == ["丙", "—", "3.25"])
  }

  @Test("Sums are exact, leave the total out, and are in the format of their column")
  func sums() throws {
    let carry = try #require(content(report()).carry)
    #expect(carry.columns == [1])
    #expect(
      carry.sums.map { $0[0] } == ["0", "0.1", "0.3", "0.3", "0.3", "1001.0", "1001.0"])
    let grouped = try report().replacing(
      "carry: true", with: "carry: true, format: [grouped, decimals(2)]")
    #expect(try content(grouped).carry?.sums[5] == ["1001.00"])
  }

  @Test func columnsHaveNoFormatsOfProse() async throws {
    let signed = try report().replacing("carry: true", with: "carry: true, format: [signed]")
    let findings = await signed.findings()
    #expect(findings.count == 1 && findings[0].contains("figures.format-misfit"), "\(findings)")
  }

  @Test func widthsAreLengths() throws {
    let widened = try report().replacing("title: 项目 }", with: "title: 项目, width: 20mm }")
    #expect(try content(widened).columns.map { $0.width?.value } == [20, nil, nil])
  }

  @Test(arguments: [
    ("title: 项目", "title: 项目, carry: true", "table.carried-column", 20),
    ("name: growth", "name: grwth", "table.unknown-column", 24),
    ("marks: flag", "marks: flags", "table.unknown-column", 23),
    ("group: region", "group: regio", "table.unknown-column", 25),
    ("p: 初步数, g", "p: 初步数, q: 无, g", "table.note", 27),
    ("p: 初步数, ", "", "table.note", 15),
    ("total: last", "total: first", "yaml.invalid-value", 26),
    ("title: 项目", "title: 项目, width: wide", "yaml.invalid-value", 20),
    ("group: region", "style: gird", "composition.unknown-table-style", 25),
  ])
  func mistakes(old: String, new: String, code: String, line: Int) async throws {
    let findings = try await report().replacing(old, with: new).findings()
    #expect(
      findings.count == 1 && findings[0].hasPrefix("\(code) chapters/one.md:\(line):"),
      "\(findings)")
  }

  @Test func aColumnNeedsANameOrColumns() async throws {
    let findings = try await report().replacing("name: item, title", with: "title").findings()
    #expect(findings == ["table.unknown-column chapters/one.md:15:1"])
  }

  @Test func textCannotBeCarried() async throws {
    let findings = try await report(
      "columns:\n  - { name: amount }\n  - { name: item, carry: true }"
    ).findings()
    #expect(findings == ["table.carried-column chapters/one.md:21:13"])
  }
}
