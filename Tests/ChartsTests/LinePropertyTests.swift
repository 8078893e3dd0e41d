import Charts
import Diagnostics
import Geometry
import Testing

@Suite struct LinePropertyTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `points stand at their values and labels are disjoint`(seed: UInt64) throws {
    let data = ChartSample.random(seed: seed, categories: 40, series: 6, isShare: false)
    let drawn = ChartSample.draw(ChartSample.spec(.line), data)
    let chart = drawn.value
    #expect(chart.strays.isEmpty)
    #expect(chart.overlaps.isEmpty)
    let points = chart.marks.compactMap { mark -> (Double, Double)? in
      guard case .point(let point) = mark, let datum = point.datum else { return nil }
      return data.value(datum).map { ($0.number, point.center.y) }
    }.sorted { $0.0 < $1.0 }
    #expect(points.count == data.series.flatMap(\.values).compactMap(\.self).count)
    for (left, right) in zip(points, points.dropFirst()) { #expect(left.1 >= right.1 - 1e-9) }
  }

  @Test func `a missing value parts the line`() {
    let data = ChartSample.data(["1", "2", nil, "4", "5"])
    let chart = ChartSample.draw(ChartSample.spec(.line), data).value
    let lines = chart.marks.compactMap {
      if case .line(let line) = $0 { line.points.count } else { nil }
    }
    #expect(lines == [2, 2])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `waffles have a hundred cells`(seed: UInt64) {
    let data = ChartSample.random(seed: seed, categories: 12, series: 1, isShare: true)
    let chart = ChartSample.draw(ChartSample.spec(.waffle), data).value
    #expect(chart.bars.count == 100)
    #expect(chart.strays.isEmpty)
    #expect(chart.overlaps.isEmpty)
  }

  @Test(
    arguments: [ChartSpec.Kind.lollipop, .dot, .pie, .donut, .waffle, .line, .bar],
    [120.0, 150, 210, 300])
  func `narrow charts stay inside their frame`(kind: ChartSpec.Kind, width: Double) {
    let data = ChartSample.data(
      ["51.8", "27.4", "12.6", "8.2"], names: ["共建“一带一路”国家", "欧盟", "美国", "其他国家和地区"])
    let chart = ChartSample.draw(ChartSample.spec(kind), data, width: width).value
    #expect(chart.size.width == width)
    #expect(chart.strays.isEmpty)
    #expect(chart.overlaps.isEmpty)
  }
}
