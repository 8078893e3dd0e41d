import Charts
import Diagnostics
import Geometry
import Testing

@Suite struct RingPropertyTests {
  private func chart(_ seed: UInt64) -> (ChartData, Chart) {
    let kinds: [ChartSpec.Kind] = [.pie, .donut, .halfDonut]
    let data = ChartSample.random(seed: seed, categories: 40, series: 1, isShare: true)
    return (data, ChartSample.draw(ChartSample.spec(kinds[Int(seed % 3)]), data).value)
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `arcs follow each other, sum to the turn and are proportional`(seed: UInt64) throws {
    let (data, chart) = chart(seed)
    let arcs = chart.arcs
    let turn = seed % 3 == 2 ? Double.pi : 2 * .pi
    #expect(abs(arcs.reduce(0) { $0 + $1.end - $1.start } - turn) < 1e-9)
    for (arc, next) in zip(arcs, arcs.dropFirst()) { #expect(arc.end == next.start) }
    let values = data.series[0].values.compactMap { $0?.number }.sorted(by: >)
    let whole = values.reduce(0, +)
    try #require(arcs.count == values.count)
    for (arc, value) in zip(arcs, values) {
      #expect(abs((arc.end - arc.start) - value / whole * turn) < 1e-9)
    }
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `labels are disjoint and inside the frame`(seed: UInt64) {
    let chart = chart(seed).1
    #expect(chart.strays.isEmpty)
    #expect(chart.overlaps.isEmpty)
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `leader lines cross neither each other nor the ring`(seed: UInt64) throws {
    let chart = chart(seed).1
    let leaders = chart.rules.filter { $0.role == .leader }.map(\.points)
    let ring = try #require(chart.arcs.first)
    for (index, leader) in leaders.enumerated() {
      for point in between(leader[0], leader[1]) {
        #expect(distance(point, ring.center) > ring.outerRadius - 1e-6)
      }
      for other in leaders.dropFirst(index + 1) {
        #expect(!crosses(leader[0], leader[1], other[0], other[1]))
      }
    }
  }

  @Test func `parts descend clockwise from twelve o'clock with the other part last`() {
    let data = ChartSample.data(["5", "40", "20", "35"], names: ["其他", "甲", "乙", "丙"])
    let chart = ChartSample.draw(ChartSample.spec(.pie), data).value
    #expect(chart.arcs.first?.start == 0)
    #expect(chart.table.rows.map(\.category) == ["甲", "丙", "乙", "其他"])
  }

  @Test func `small parts join and stay listed`() {
    var spec = ChartSample.spec(.pie)
    spec.other = OtherGroup()
    spec.other?.atMost = 3
    let data = ChartSample.data(["50", "20", "15", "10", "5"])
    let chart = ChartSample.draw(spec, data).value
    #expect(chart.arcs.count == 3)
    #expect(chart.table.rows.map(\.category) == ["类0", "类1", "其他", "类2", "类3", "类4"])
    #expect(chart.generatedNote == "“其他”包括类2、类3、类4。")
  }

  private func distance(_ left: Point, _ right: Point) -> Double {
    let (x, y) = (left.x - right.x, left.y - right.y)
    return (x * x + y * y).squareRoot()
  }

  private func between(_ start: Point, _ end: Point) -> [Point] {
    (0...20).map { step in
      let share = Double(step) / 20
      return Point(
        x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
    }
  }

  private func crosses(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    func side(_ p: Point, _ q: Point, _ r: Point) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return side(a, b, c) * side(a, b, d) < -1e-6 && side(c, d, a) * side(c, d, b) < -1e-6
  }
}
