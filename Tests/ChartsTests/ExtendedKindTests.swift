import Charts
import Diagnostics
import Drawing
import Figures
import Geometry
import Seeds
import Testing

/// Intervals, bands, breaks, diverging bars, lines over bars, small multiples.
@Suite struct ExtendedKindTests {
  private func draw(_ yaml: String) -> Diagnosed<Chart> {
    var map = SourceMap()
    return ChartSample.draw(yaml: "id: fig-t\ntitle: t\n" + yaml, map: &map)
  }

  @Test func `an interval reaches from its low to its high end on the scale of the bars`() throws {
    let drawn = draw(
      """
      kind: bar
      data: [{ n: 甲, v: 4, a: 2, b: 8 }, { n: 乙, v: 2, a: 1, b: 3 }]
      x: n
      y: v
      low: a
      high: b
      """)
    #expect(drawn.diagnostics.isEmpty)
    let chart = drawn.value
    let bar = try #require(chart.bars.first).rect
    let factor = bar.height / 4
    let stems = chart.rules.filter { $0.role == .interval && $0.box.width < 1 }
    let ys = stems.flatMap(\.points).filter { abs($0.x - bar.midX) < 1e-6 }.map(\.y)
    #expect(abs((ys.max() ?? 0) - (ys.min() ?? 0) - 6 * factor) < 1e-6)
    #expect(abs(bar.maxY - (ys.max() ?? 0) - 2 * factor) < 1e-6)
    #expect(chart.texts.contains { $0.line.text == "4（2～8）" })
    #expect(chart.labels.map(\.text) == ["4", "2", "8", "2", "1", "3"])
    #expect(chart.labels.map(\.meaning.rawValue).prefix(3) == ["value", "interval", "interval"])
    #expect(chart.alt.contains("区间从1到8"))
  }

  @Test func `an interval that does not hold its value is an error at its row`() {
    let drawn = draw(
      "kind: bar\ndata: [{ n: 甲, v: 9, a: 2, b: 8 }]\nx: n\ny: v\nlow: a\nhigh: b\n")
    #expect(drawn.diagnostics.map(\.code) == [.chartIntervalOrder])
    #expect(
      draw("kind: bar\ndata: [{ n: 甲, v: 9 }]\nx: n\ny: v\nlow: v\n").diagnostics.map(\.code)
        == [.chartMissingEncoding])
  }

  @Test func `a broken bar says its value, has a zig-zag and leaves the others in proportion`() {
    let drawn = draw(
      """
      kind: bar
      data: [{ n: 甲, v: 900 }, { n: 乙, v: 60 }, { n: 丙, v: 30 }]
      x: n
      y: v
      break: 70
      """)
    #expect(drawn.diagnostics.isEmpty)
    let heights = drawn.value.bars.map(\.rect.height)
    #expect(abs(heights[1] - 2 * heights[2]) < 1e-6)
    #expect(heights[0] > heights[1] && heights[0] < heights[1] * 2)
    #expect(drawn.value.rules.contains { $0.role == .zigzag })
    #expect(drawn.value.texts.contains { $0.line.text == "900" })
    #expect(drawn.value.generatedNote == "“甲”的柱形已截断，实际值见标注。")
  }

  @Test(arguments: [
    "break: 1", "break: 70\nlabels: none", "break: 70\nstack: stacked\nseries: n", "break: -3",
  ])
  func `a break that would mislead is refused`(_ setting: String) {
    let drawn = draw(
      "kind: bar\ndata: [{ n: 甲, v: 900 }, { n: 乙, v: 60 }]\nx: n\ny: v\n\(setting)\n")
    #expect(drawn.diagnostics.map(\.code).contains(.chartBroken))
    #expect(drawn.value.bars.isEmpty)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `diverging bars are all equally long and centred on the neutral answer`(seed: UInt64) {
    var spec = ChartSample.spec(.bar)
    spec.stack = .init(.diverging, at: .none)
    let data = ChartSample.random(seed: seed, categories: 8, series: 7, isShare: true)
    guard data.series.count > 2 else { return }
    let chart = ChartSample.draw(spec, data).value
    let zero =
      chart.rules.first { $0.role == .grid && $0.color == ChartTheme().axis }?.points[0].x ?? 0
    let isOdd = data.series.count % 2 == 1
    for category in data.categories.indices {
      let bars = chart.bars.filter { $0.datum?.category == category }
      let length = bars.reduce(0) { $0 + $1.rect.width }
      let first = chart.bars.filter { $0.datum?.category == 0 }.reduce(0) { $0 + $1.rect.width }
      #expect(abs(length - first) < 1e-6)
      let middle = bars.filter { $0.datum?.series == data.series.count / 2 }
      for bar in middle {
        #expect(abs((isOdd ? bar.rect.midX : bar.rect.minX) - zero) < 1e-6)
      }
    }
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
  }

  @Test func `a line over bars stands on the axis of the bars`() throws {
    let drawn = draw(
      """
      kind: bar
      data: [{ n: 2023年, v: 40, m: 20 }, { n: 2024年, v: 20, m: 40 }]
      x: n
      y: [m, v]
      line: m
      """)
    #expect(drawn.diagnostics.isEmpty)
    #expect(drawn.value.bars.count == 2)
    let tops = drawn.value.bars.map(\.rect.minY)
    let dots = drawn.value.marks.compactMap { mark -> Point? in
      if case .point(let point) = mark, point.datum != nil { point.center } else { nil }
    }
    #expect(abs(dots[0].y - tops[1]) < 1e-6)
    #expect(abs(dots[1].y - tops[0]) < 1e-6)
    #expect(
      draw("kind: bar\ndata: [{ n: 甲, v: 1 }]\nx: n\ny: v\nline: [w]\n").diagnostics.map(\.code)
        .contains(.chartUnknownSeries))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `small multiples share one scale, and bars keep their proportion across plots`(seed: UInt64)
  {
    var random = SplitMix64(seed: seed)
    let panels = Int.random(in: 1...9, using: &random)
    let categories = Int.random(in: 1...6, using: &random)
    var cells: [DataValue] = []
    for panel in 0..<panels {
      for category in 0..<categories {
        let value = Int.random(in: 0...999, using: &random)
        cells += [.text("图\(panel)"), .text("类\(category)"), .number(ExactDecimal(value))]
      }
    }
    var spec = ChartSample.spec(.bar)
    spec.facets = [.init("p", at: .none)]
    spec.x = .init("c", at: .none)
    spec.y = [.init("v", at: .none)]
    let table = DataTable(columns: ["p", "c", "v"], cells: cells, span: .none)
    let drawn = drawChart(
      spec, table: table, theme: ChartTheme(), width: 440, lettering: FixedLettering())
    #expect(!drawn.diagnostics.contains { $0.severity == .error })
    let chart = drawn.value
    #expect(chart.bars.count == panels * categories)
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
    let factor = chart.valueFactor ?? 0
    let isVertical = Set(chart.bars.map { ($0.rect.width * 1e6).rounded() }).count == 1
    for bar in chart.bars {
      guard let datum = bar.datum else { continue }
      let value = cells[(datum.series * categories + datum.category) * 3 + 2].number
      let length = isVertical ? bar.rect.height : bar.rect.width
      #expect(abs(length - (value?.doubleValue ?? 0) * factor) < 1e-6 * (1 + length))
    }
  }

  @Test func `a reference band lies behind the bars between its ends`() throws {
    let drawn = draw(
      """
      kind: bar
      data: [{ n: 甲, v: 10 }, { n: 乙, v: 4 }]
      x: n
      y: v
      reference: { from: 8, to: 6, label: 合理 }
      """)
    let bars = drawn.value.bars
    let band = try #require(
      drawn.value.marks.compactMap { mark -> AreaMark? in
        if case .area(let area) = mark { area } else { nil }
      }.first)
    let factor = bars[0].rect.height / 10
    #expect(abs(band.rect.height - 2 * factor) < 1e-6)
    #expect(abs(bars[0].rect.maxY - band.rect.maxY - 6 * factor) < 1e-6)
    #expect(drawn.value.texts.contains { $0.role == .reference && $0.line.text == "合理 6～8" })
    #expect(
      draw("kind: bar\ndata: [{ n: 甲, v: 1 }]\nx: n\ny: v\nreference: { from: 3 }\n").diagnostics
        .map(\.code) == [.chartReference])
  }

  @Test(arguments: [
    "kind: pie\nfacet: n", "kind: line\nlow: v\nhigh: v", "kind: dot\nline: v",
    "kind: bar\nneutral: v",
  ])
  func `a setting that means nothing for the kind is said`(_ setting: String) {
    let drawn = draw("data: [{ n: 甲, v: 1 }, { n: 乙, v: 2 }]\nx: n\ny: v\n" + setting + "\n")
    #expect(!drawn.diagnostics.isEmpty)
    #expect(
      drawn.diagnostics.allSatisfy {
        [.chartIgnoredSetting, .chartUnknownSeries, .chartShareSeries].contains($0.code)
      })
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `random data in every extended kind stay inside the frame and apart`(seed: UInt64) {
    var random = SplitMix64(seed: seed &* 31)
    var spec = ChartSample.spec([.bar, .dot, .lollipop][Int.random(in: 0..<3, using: &random)])
    spec.orientation = [nil, .vertical, .horizontal][Int.random(in: 0..<3, using: &random)]
    var data = ChartSample.random(seed: seed, categories: 20, series: 3, isShare: seed % 2 == 0)
    for series in data.series.indices {
      data.series[series].intervals = data.series[series].values.map { value in
        guard let value, let width = ChartValue("\(abs(value.number) / 4)") else { return nil }
        guard let low = try? value.exact.subtracting(width.exact),
          let high = try? value.exact.adding(width.exact)
        else { return nil }
        return .init(low: ChartValue(low), high: ChartValue(high))
      }
    }
    if seed % 5 == 0, spec.kind == .bar { spec.lines = [.init("系列0", at: .none)] }
    let chart = ChartSample.draw(spec, data).value
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
    for rule in chart.rules { #expect(chart.frame.inset(by: Self.slack).contains(rule.box)) }
  }

  private static let slack = EdgeInsets(top: -1, right: -1, bottom: -1, left: -1)

  @Test func `a total stands apart from what it sums`() {
    let data = ChartSample.data(["1", "2", "3"], names: ["甲", "乙", "合计"])
    let bars = ChartSample.draw(ChartSample.spec(.bar), data).value.bars.map(\.rect.midX)
    #expect(bars[2] - bars[1] > (bars[1] - bars[0]) * 1.3)
  }

  @Test func `a series can be stressed by name`() {
    let drawn = draw(
      """
      kind: bar
      data: [{ n: 甲, a: 1, b: 2 }, { n: 乙, a: 3, b: 4 }]
      x: n
      y: [a, b]
      names: { a: 中国, b: 世界 }
      stack: stacked
      highlight: [中国]
      """)
    #expect(drawn.diagnostics.isEmpty)
    let paints = drawn.value.bars.map { ($0.datum?.series, $0.paint) }
    for (series, paint) in paints {
      #expect((paint == .color(ChartTheme().highlight)) == (series == 0))
    }
  }
}
