import Charts
import Diagnostics
import Drawing
import Geometry
import Testing

/// A value axis that does not begin at zero.
@Suite struct BaselineTests {
  private func draw(_ yaml: String, width: Double = 440) -> Diagnosed<Chart> {
    var map = SourceMap()
    return ChartSample.draw(yaml: "id: fig-t\ntitle: t\nsort: none\n" + yaml, map: &map)
  }

  private let rows = "data: [{ n: 甲, v: 96 }, { n: 乙, v: 93.5 }, { n: 丙, v: 99 }]\nx: n\ny: v\n"

  @Test(arguments: ["vertical", "horizontal"])
  func `bars are proportional to what lies above it, and break, tick and note say so`(
    _ orientation: String
  ) throws {
    let drawn = draw(
      "kind: bar\n" + rows + "orientation: \(orientation)\n"
        + "baseline: { value: 90, reason: 差别只在末段可见 }\n")
    #expect(drawn.diagnostics.isEmpty)
    let chart = drawn.value
    let factor = try #require(chart.valueFactor)
    let lengths = chart.bars.map { orientation == "vertical" ? $0.rect.height : $0.rect.width }
    for (length, value) in zip(lengths, [6.0, 3.5, 9]) {
      #expect(abs(length - value * factor) < 1e-6)
    }
    #expect(chart.rules.count { $0.role == .zigzag } == 2 * 4)
    #expect(chart.texts.contains { $0.role == .tick && $0.line.text == "90" })
    #expect(!chart.texts.contains { $0.role == .tick && $0.line.text == "0" })
    #expect(chart.generatedNote == "数值轴从90起，不从零开始：差别只在末段可见。")
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
  }

  @Test(arguments: [
    ("baseline: { value: 94, reason: 甲 }", "chart.baseline"),
    ("baseline: { value: 90, reason: \" \" }", "chart.baseline"),
    ("baseline: { value: -5, reason: 甲 }", "chart.baseline"),
    ("baseline: { value: 90 }", "yaml.missing-key"),
    ("baseline: { reason: 甲 }", "yaml.missing-key"),
    ("baseline: { value: 90, reason: 甲 }\nbreak: 95", "chart.baseline"),
    ("baseline: { value: 90, reason: 甲 }\nseries: n\nstack: stacked", "chart.baseline"),
  ])
  func `one without a reason, or above a value, or for parts is refused`(
    _ setting: String, _ code: String
  ) {
    let drawn = draw("kind: bar\n" + rows + setting + "\n")
    #expect(drawn.diagnostics.map(\.code.id).contains(code))
  }

  @Test func `a waterfall may leave out what its totals share`() throws {
    let drawn = draw(
      """
      kind: waterfall
      data: [{ n: 甲, v: 1000 }, { n: 乙, v: 30 }, { n: 丙, v: -20 }, { n: 合计, v: 1010 }]
      x: n
      y: v
      totals: 甲
      baseline: { value: 900, reason: 变动很小 }
      """)
    #expect(drawn.diagnostics.isEmpty)
    let factor = try #require(drawn.value.valueFactor)
    let heights = drawn.value.bars.map(\.rect.height)
    for (height, value) in zip(heights, [100.0, 30, 20, 110]) {
      #expect(abs(height - value * factor) < 1e-6)
    }
  }

  @Test func `a line chart begins where it is told`() {
    let drawn = draw("kind: line\n" + rows + "baseline: { value: 90, reason: 甲 }\n")
    #expect(!drawn.diagnostics.contains { $0.severity == .error })
    #expect(drawn.value.texts.contains { $0.role == .tick && $0.line.text == "90" })
    #expect(drawn.value.generatedNote == "数值轴从90起，不从零开始：甲。")
  }
}
