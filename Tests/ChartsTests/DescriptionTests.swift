import Charts
import Diagnostics
import Testing

@Suite struct DescriptionTests {
  @Test func `a bar chart is described by range, largest and smallest`() {
    var spec = ChartSample.spec(.bar)
    spec.title = "产能利用率"
    spec.unit = "%"
    let data = ChartSample.data(["75.4", nil, "68.9", "77.6"], names: ["中国", "印度", "巴西", "美国"])
    #expect(
      ChartSample.draw(spec, data).value.alt
        == "柱形图：产能利用率，单位：%。共3项，最大为美国（77.6%），最小为巴西（68.9%），1项缺数据。")
    let english = ChartOptions(language: "en-GB")
    #expect(
      ChartSample.draw(spec, data, options: english).value.alt
        == "Column chart: 产能利用率, in %. 3 values, largest 美国 (77.6%), smallest 巴西 (68.9%), 1 missing."
    )
  }

  @Test func `a share chart is described by its shares, which add up`() {
    var spec = ChartSample.spec(.donut)
    spec.title = "去向"
    spec.precision = 0
    let data = ChartSample.data(["1", "1", "1"], names: ["甲", "乙", "丙"])
    #expect(ChartSample.draw(spec, data).value.alt == "环形图：去向。共3部分：甲34%，乙33%，丙33%。")
  }

  @Test func `a series over time is described by its trend`() {
    let data = ChartSample.data(["1.5", "2.5", "2.0"], names: ["2022", "2023", "2024"])
    let alt = ChartSample.draw(ChartSample.spec(.line), data).value.alt
    #expect(alt.hasSuffix("由2022的1.5升至2024的2.0。"))
  }

  @Test func `large amounts share one scaled unit`() {
    var spec = ChartSample.spec(.bar)
    spec.unit = "元"
    let chart = ChartSample.draw(spec, ChartSample.data(["1250000000", "310000000"])).value
    let texts = chart.texts.map(\.line.text)
    #expect(texts.contains("单位：亿元"))
    #expect(texts.contains("12.5") && texts.contains("3.1"))
    #expect(chart.table.csv.contains("1250000000"))
  }

  @Test func `the author's description stands`() {
    var spec = ChartSample.spec(.bar)
    spec.alt = "一句话"
    #expect(ChartSample.draw(spec, ChartSample.data(["1"])).value.alt == "一句话")
  }

  @Test func `csv quotes what needs quotes`() {
    let data = ChartSample.data(["1"], names: ["甲,\"乙\""])
    let csv = ChartSample.draw(ChartSample.spec(.bar), data).value.table.csv
    #expect(csv == "类别,值\r\n\"甲,\"\"乙\"\"\",1\r\n")
  }
}
