import Charts
import Diagnostics
import Drawing
import Figures
import Geometry
import Seeds
import Testing

@Suite struct WaterfallTests {
  /// Up to thirty changes of any size, with an opening total, some sums between and a closing one.
  private func chart(_ seed: UInt64) -> (ChartSpec, ChartData, Diagnosed<Chart>) {
    var random = SplitMix64(seed: seed &* 13)
    var spec = ChartSample.spec(.waterfall)
    spec.orientation = [nil, .vertical, .horizontal][Int.random(in: 0..<3, using: &random)]
    spec.unit = [nil, "%", "亿元"][Int.random(in: 0..<3, using: &random)]
    let exponent = Int.random(in: -9...12, using: &random)
    let count = Int.random(in: 1...30, using: &random)
    let values: [String?] = (0..<count).map { place in
      if place > 0, place % 5 == 0 { return nil }
      let sign = place > 0 && Bool.random(using: &random) ? "-" : ""
      return "\(sign)\(Int.random(in: 0...999, using: &random))e\(exponent)"
    }
    let names = (0..<count).map { "\($0)" + String(repeating: "类", count: Int(seed % 20)) }
    spec.totals = names.indices.filter { $0 % 5 == 0 }.map { .init(names[$0], at: .none) }
    let data = ChartSample.data(values, names: names)
    return (spec, data, ChartSample.draw(spec, data))
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `each bar is as long as its change and begins where the last one ended`(seed: UInt64) throws
  {
    let (spec, data, drawn) = chart(seed)
    let chart = drawn.value
    #expect(!drawn.diagnostics.contains { $0.severity == .error })
    let factor = try #require(chart.valueFactor)
    let isVertical =
      Set(chart.bars.map { ($0.rect.width * 1e6).rounded() }).count == 1
      && spec.orientation != .horizontal
    let totals = Set(spec.totals.map(\.value))
    var level = 0.0
    let reach = chart.bars.map { max($0.rect.width, $0.rect.height) }.max() ?? 0
    for bar in chart.bars {
      let place = try #require(bar.datum).category
      let start = totals.contains(data.categories[place]) ? 0 : level
      let value = data.series[0].values[place]?.number
      let end = totals.contains(data.categories[place]) ? value ?? level : start + (value ?? 0)
      let length = isVertical ? bar.rect.height : bar.rect.width
      #expect(abs(length - abs(end - start) * factor) <= 1e-6 * (1 + reach))
      level = end
    }
    for (bar, next) in zip(chart.bars, chart.bars.dropFirst()) {
      let ends =
        isVertical
        ? ([bar.rect.minY, bar.rect.maxY], [next.rect.minY, next.rect.maxY])
        : ([bar.rect.minX, bar.rect.maxX], [next.rect.minX, next.rect.maxX])
      let gap = ends.0.flatMap { end in ends.1.map { abs(end - $0) } }.min() ?? 0
      let isTotal = totals.contains(data.categories[next.datum?.category ?? 0])
      #expect(isTotal || gap < 1e-6 * (1 + reach))
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `labels are disjoint and all bars and texts lie inside the frame`(seed: UInt64) {
    let chart = chart(seed).2.value
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
    for bar in chart.bars { #expect(chart.frame.contains(bar.rect)) }
  }

  @Test func `open totals are summed exactly and changes bear their sign`() {
    var spec = ChartSample.spec(.waterfall)
    spec.totals = [.init("甲", at: .none), .init("丁", at: .none)]
    let drawn = ChartSample.draw(
      spec, ChartSample.data(["0.1", "0.2", "-0.05", nil], names: ["甲", "乙", "丙", "丁"]))
    #expect(drawn.diagnostics.isEmpty)
    #expect(drawn.value.table.rows.map { $0.cells[0].exact } == ["0.1", "0.2", "-0.05", "0.25"])
    let labels = drawn.value.texts.filter { $0.role == .value }.map(\.line.text)
    #expect(labels == ["0.10", "+0.20", "−0.05", "0.25"])
    #expect(drawn.value.alt.contains("由甲的0.10升至丁的0.25"))
    #expect(drawn.value.alt.contains("变动：乙+0.20，丙−0.05"))
  }

  @Test func `a total that its changes do not lead to is an error`() {
    var spec = ChartSample.spec(.waterfall)
    spec.totals = [.init("丙", at: .none)]
    func codes(_ values: [String?]) -> [DiagnosticCode] {
      ChartSample.draw(spec, ChartSample.data(values, names: ["甲", "乙", "丙"])).diagnostics
        .map(\.code)
    }
    #expect(codes(["3", "4", "9"]) == [.chartWaterfall])
    #expect(codes(["3", "4", "7"]).isEmpty)
    #expect(codes(["3.4", "4.4", "7.9"]).isEmpty)
  }

  @Test(arguments: ChartTheme.Name.allCases)
  func `totals, rises and falls look different in every theme and in one ink`(
    _ name: ChartTheme.Name
  ) throws {
    let data = ChartSample.data(["9", "4", "-5"], names: ["合计", "乙", "丙"])
    let theme = ChartTheme().colored(as: name)
    let chart = drawChart(
      ChartSample.spec(.waterfall), data: data, theme: theme, width: 400,
      lettering: FixedLettering()
    ).value
    let paints = chart.bars.map(\.paint)
    #expect(Set(paints).count == 3)
    for (first, second) in [(0, 1), (0, 2), (1, 2)] {
      guard case .color(let one) = paints[first], case .color(let other) = paints[second] else {
        continue
      }
      #expect(abs(one.lightness - other.lightness) >= 15, "\(name)")
    }
  }
}
