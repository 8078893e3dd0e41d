import Diagnostics
import Figures
import Testing

@testable import Pipeline

/// Numbers of the manuscript against the figures, by the road of a build.
struct NumeralTests {
  private func strict(_ old: String, _ new: String) throws -> SampleReport {
    try SampleReport().replacing(
      "layout: article", with: "layout: article\nnumerals: error", in: "report.yaml"
    )
    .replacing(old, with: new)
  }

  @Test func aSoundReportStaysSound() async throws {
    #expect(try await strict("见@fig", "共两类，见@fig").findings() == [])
  }

  @Test func aTypedNumberIsRefusedWithItsFigure() async throws {
    let outcome = try await strict("合计{{ total }}", "合计580亿元").check()
    #expect(outcome.findings == ["numerals.unbound chapters/one.md:3:5"])
    #expect(outcome.hints == ["write {{ total }}"])
  }

  @Test func aNoteOfAChartIsRead() async throws {
    let findings = try await strict("unit: 亿元\n```", "note: 合计580亿元\n```").findings()
    #expect(findings == ["numerals.unbound chapters/one.md:12:9"])
  }

  @Test func aWrongStatementIsRefusedAndARightOneIsInTheManifest() async throws {
    let near = try await strict("合计{{ total }}", "合计[约600亿元]{.stated figure=total}").findings()
    #expect(near == [])
    let far = try await strict("合计{{ total }}", "合计[约700亿元]{.stated figure=total}").findings()
    #expect(far == ["numerals.stated-mismatch chapters/one.md:3:5"])
    let report = try strict("合计{{ total }}", "合计[近600亿元]{.stated figure=total}")
    let compilation = compile(
      "/report", CompileOptions(home: LayeredWorld.house), world: report.world)
    #expect(compilation.numbers.map(\.text) == ["近600亿元"])
  }

  @Test func aChartAndATableOfTheSameDataAgree() async throws {
    let findings = try await SampleReport()
      .replacing("制造业,460\n", with: "制造业,460\n服务业,300\n", in: "data/output.csv")
      .replacing(
        "data: SELECT sector, amount FROM output\ncolumns",
        with: "data: SELECT sector, amount + (sector = '农业') AS amount FROM output\ncolumns"
      ).findings()
    #expect(findings == ["numerals.blocks-disagree chapters/one.md:15:1"])
  }
}
