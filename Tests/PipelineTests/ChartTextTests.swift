import Charts
import Diagnostics
import Figures
import Geometry
import Stylesheet
import Testing

@testable import Pipeline

/// Figures in every text of a chart, and charts that stand under each other.
@Suite struct ChartTextTests {
  private static let chart = """
    ```chart
    id: fig-output
    kind: bar
    title: 产出
    """

  private func compilation(_ chart: String) throws -> Compilation {
    let report = try SampleReport()
      .replacing(Self.chart, with: chart)
      .replacing("layout: article", with: "layout: article\nnumerals: error", in: "report.yaml")
      .replacing(
        "figures:\n", with: "figures:\n  money: { value: 2399.3, unit: 亿元 }\n",
        in: "data/figures.yaml")
    return compile("/report", CompileOptions(home: LayeredWorld.house), world: report.world)
  }

  /// Every place of a chart where people read text.
  static let places = [
    "title: \"{}的产出\"", "title: 产出\nsubtitle: 共{}", "title: 产出\nnote: 共{}。",
    "title: 产出\nsource: 由{}推算", "title: 产出\nalt: 共{}", "title: 产出\nsample: 产值{}以上",
    "title: 产出\nannotations: [{ at: 农业, text: \"达{}\" }]",
    "title: 产出\nreference: { value: 3, label: \"相当于{}\" }",
    "title: 产出\nbaseline: { value: 1, reason: \"都超过{}\" }",
    "title: 产出\nnames: { 农业: \"农业（{}）\" }", "title: 产出\ncentre: \"{}\"",
    "title: 产出\nother: { at-most: 7, label: \"不足{}\" }", "title: 产出\ntitles: { en: \"{}\" }",
  ]

  private func declaration(_ place: String, _ binding: String) -> String {
    "```chart\nid: fig-output\nkind: bar\n" + place.replacing("{}", with: binding)
  }

  @Test(arguments: places)
  func `a figure is printed and recorded wherever a chart has text`(_ place: String) throws {
    let result = try compilation(declaration(place, "{{ money }}"))
    let texts = result.numbers.filter { $0.figure == "money" }.map(\.text)
    #expect(texts == ["2399.3亿元"])
    let chart = try #require(result.charts.first { $0.spec.id == "fig-output" })
    #expect("\(chart.spec)".contains("2399.3亿元"))
    #expect(!"\(chart.spec)".contains("{{"))
  }

  @Test(arguments: places)
  func `an unknown figure is an error at its place in the chart`(_ place: String) throws {
    let result = try compilation(declaration(place, "{{ mony }}"))
    let finding = try #require(result.diagnostics.first { $0.code.id == "figures.unknown-figure" })
    #expect(finding.severity == .error)
    #expect(finding.hints.contains { $0.contains("money") })
    let text = result.map.text(of: finding.span.source)
    let range = Int(finding.span.lowerBound)..<Int(finding.span.upperBound)
    #expect(String(decoding: text[range], as: UTF8.self).contains("mony"))
  }

  @Test(arguments: places)
  func `a number typed into a chart's text is questioned like one in prose`(_ place: String) throws
  {
    let result = try compilation(declaration(place, "8765.4亿元"))
    #expect(
      result.diagnostics.contains {
        $0.code.id == "numerals.unbound" && $0.message.contains("8765.4")
      },
      "\(result.diagnostics.map(\.message))")
  }

  @Test func `plots of charts with little text between them begin on one vertical`() async throws {
    let second = """


      一段话。

      ```chart
      id: fig-second
      kind: line
      title: 走势
      data: [{ n: "2022", v: 12000 }, { n: "2023", v: 15000 }, { n: "2024", v: 13000 }]
      x: n
      y: v
      labels: none
      ```

      """
    let far = second.replacing("fig-second", with: "fig-far").replacing(
      "一段话。", with: "一段话。\n\n两段话。\n\n三段话。")
    let report = try SampleReport()
      .replacing("unit: 亿元\n```\n", with: "unit: 亿元\naxis: shown\n```\n" + second + far)
    let compilation = compile(
      "/report", CompileOptions(home: LayeredWorld.house), world: report.world)
    let drawn = draw(compilation.charts, of: compilation, tasks: 1)
    try #require(drawn.map(\.job.spec.id) == ["fig-output", "fig-second", "fig-far"])
    let edges = drawn.map { chart in
      chart.chart.marks.compactMap { mark -> Double? in
        guard case .rule(let rule) = mark, rule.role == .baseline else { return nil }
        return rule.points.map(\.x).min()
      }.first ?? -1
    }
    let natural = drawn.compactMap(\.chart.insets?.left)
    #expect(natural[0] < natural[1])
    #expect(abs(edges[0] - edges[1]) < 1e-6)
    #expect(abs(edges[2] - natural[2]) < 1e-6)
    let line = compilation.layout.stylesheet.page.leading
    for chart in drawn {
      let lines = chart.chart.size.height / line
      #expect(abs(lines - lines.rounded()) < 1e-6)
    }
  }
}
