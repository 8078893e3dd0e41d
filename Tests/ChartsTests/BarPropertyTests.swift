import Charts
import Diagnostics
import Drawing
import Geometry
import Seeds
import Testing

@Suite struct BarPropertyTests {
  private func chart(_ seed: UInt64) -> (ChartSpec, ChartData, Diagnosed<Chart>) {
    var random = SplitMix64(seed: seed &* 77)
    var spec = ChartSample.spec(.bar)
    spec.orientation = [nil, .vertical, .horizontal][Int.random(in: 0..<3, using: &random)]
    spec.unit = [nil, "%", "亿元"][Int.random(in: 0..<3, using: &random)]
    let data = ChartSample.random(seed: seed, categories: 60, series: 12, isShare: false)
    let modes: [ChartSpec.StackMode] = [.grouped, .stacked]
    spec.stack = .init(modes[Int(seed % 2)], at: .none)
    return (spec, data, ChartSample.draw(spec, data))
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `bar lengths are exactly proportional to their values`(seed: UInt64) throws {
    let (_, data, drawn) = chart(seed)
    let bars = drawn.value.bars
    let known = data.series.flatMap(\.values).compactMap(\.self)
    #expect(bars.count == known.count || known.isEmpty)
    let largest = known.map { abs($0.number) }.max() ?? 0
    guard largest > 0 else {
      #expect(bars.allSatisfy { min($0.rect.width, $0.rect.height) == 0 })
      return
    }
    let isVertical = isVertical(drawn.value)
    let lengths = bars.map { isVertical ? $0.rect.height : $0.rect.width }
    let values = bars.compactMap { $0.datum.flatMap { data.value($0)?.number } }.map(abs)
    try #require(values.count == lengths.count)
    let factor = lengths.reduce(0, +) / values.reduce(0, +)
    #expect(factor > 0)
    for (length, value) in zip(lengths, values) {
      #expect(abs(length - value * factor) <= 1e-6 * (1 + largest * factor))
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `labels are disjoint and all marks lie inside the frame`(seed: UInt64) {
    let (_, _, drawn) = chart(seed)
    let chart = drawn.value
    #expect(chart.strays.isEmpty)
    #expect(chart.overlaps.isEmpty)
    for bar in chart.bars { #expect(chart.frame.contains(bar.rect)) }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `the display list paints one fill for each bar and key`(seed: UInt64) {
    let chart = chart(seed).2.value
    let fills = chart.list.items.count { if case .fill = $0.content { true } else { false } }
    let keys = chart.marks.count {
      if case .bar = $0 { true } else if case .point = $0 { true } else { false }
    }
    #expect(fills == keys)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `percent stacks are all equally long and print shares that add up`(seed: UInt64) {
    var spec = ChartSample.spec(.bar)
    spec.stack = .init(.percent, at: .none)
    spec.orientation = seed % 2 == 0 ? .vertical : .horizontal
    let data = ChartSample.random(seed: seed, categories: 12, series: 6, isShare: true)
    guard data.series.count > 1 else { return }
    let chart = ChartSample.draw(spec, data).value
    let lengths = data.categories.indices.map { category in
      chart.bars.filter { $0.datum?.category == category }.reduce(0) {
        $0 + (spec.orientation == .vertical && isVertical(chart) ? $1.rect.height : $1.rect.width)
      }
    }
    for length in lengths { #expect(abs(length - (lengths.first ?? 0)) < 1e-6) }
    #expect(chart.strays.isEmpty)
    #expect(chart.overlaps.isEmpty)
  }

  private func isVertical(_ chart: Chart) -> Bool {
    let widths = Set(chart.bars.map { ($0.rect.width * 1e6).rounded() })
    return widths.count == 1
  }

  @Test func `a missing value is a dash and never a bar`() {
    let chart = ChartSample.draw(ChartSample.spec(.bar), ChartSample.data(["3", nil, "0"])).value
    #expect(chart.bars.count == 2)
    #expect(chart.texts.count { $0.line.text == "—" } == 1)
    #expect(chart.table.rows[1].cells[0].printed == "—")
    #expect(chart.table.rows[1].cells[0].exact == nil)
  }

  @Test func `labels inside bars stand out by 4.5 to 1`() {
    let theme = ChartTheme()
    for index in 0..<12 {
      let fill = theme.fill(index)
      #expect(fill.contrast(with: fill.contrastingText) >= 4.5)
    }
  }

  @Test func `long category labels turn vertical bars`() {
    let names = ["很长的类别名称需要好几行才放得下的第一个", "乙", "丙", "丁", "戊", "己", "庚", "辛"]
    let data = ChartSample.data(names.indices.map { "\($0 + 1)" }, names: names)
    let free = ChartSample.draw(ChartSample.spec(.bar), data)
    #expect(free.diagnostics.isEmpty)
    #expect(Set(free.value.bars.map(\.rect.minX)).count == 1)
    var spec = ChartSample.spec(.bar)
    spec.orientation = .vertical
    #expect(ChartSample.draw(spec, data).diagnostics.map(\.code) == [.chartTurned])
  }

  @Test func `one thread and many draw the same`() async {
    let expected = (0..<8).map { chart($0).2.value.dump }
    let drawn = await withTaskGroup(of: (Int, String).self) { group in
      for seed in 0..<8 { group.addTask { (seed, chart(UInt64(seed)).2.value.dump) } }
      var texts = [String](repeating: "", count: 8)
      for await (seed, text) in group { texts[seed] = text }
      return texts
    }
    #expect(drawn == expected)
  }
}
