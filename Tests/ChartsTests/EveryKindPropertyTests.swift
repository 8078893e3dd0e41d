import Charts
import Diagnostics
import Drawing
import Geometry
import Seeds
import Testing

/// What holds for every kind of chart, whatever its data: up to 60 categories, 12 series, 40 slices,
/// labels of 80 characters, zero, one value, missing, negative, from 1e-9 to 1e15.
@Suite struct EveryKindPropertyTests {
  struct Variant: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: ChartSpec.Kind
    var stack: ChartSpec.StackMode?
    var theme = ChartTheme.Name.institutional

    var testDescription: String { name }
    var isShare: Bool { kind.isShare || stack == .percent || stack == .diverging }
  }

  static let variants: [Variant] = [
    Variant(name: "bars", kind: .bar), Variant(name: "hatched", kind: .bar, theme: .hatched),
    Variant(name: "stacked", kind: .bar, stack: .stacked),
    Variant(name: "stacked hatched", kind: .bar, stack: .stacked, theme: .hatched),
    Variant(name: "percent", kind: .bar, stack: .percent),
    Variant(name: "diverging", kind: .bar, stack: .diverging),
    Variant(name: "lollipop", kind: .lollipop), Variant(name: "dot", kind: .dot),
    Variant(name: "line", kind: .line), Variant(name: "pie", kind: .pie),
    Variant(name: "donut", kind: .donut), Variant(name: "half-donut", kind: .halfDonut),
    Variant(name: "waffle", kind: .waffle),
  ]

  private func draw(_ variant: Variant, _ seed: UInt64) -> (ChartData, Diagnosed<Chart>) {
    var random = SplitMix64(seed: seed &* 7919)
    var spec = ChartSample.spec(variant.kind)
    if let stack = variant.stack { spec.stack = .init(stack, at: .none) }
    spec.orientation = [nil, .vertical, .horizontal][Int.random(in: 0..<3, using: &random)]
    spec.unit = [nil, "元", "个"][Int.random(in: 0..<3, using: &random)]
    let data = ChartSample.random(
      seed: seed, categories: variant.kind.isShare ? 40 : 60,
      series: variant.kind.isShare ? 1 : 12, isShare: variant.isShare)
    return (
      data,
      drawChart(
        spec, data: data, theme: ChartTheme().colored(as: variant.theme),
        width: [180.0, 440, 700][Int(seed % 3)], lettering: FixedLettering(),
        options: ChartOptions(includesCaption: seed % 2 == 0))
    )
  }

  @Test(arguments: variants, 0..<16 as Range<UInt64>)
  func `labels are disjoint and everything is inside the frame`(variant: Variant, seed: UInt64) {
    let chart = draw(variant, seed).1.value
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
    let frame = chart.frame.inset(by: EdgeInsets(top: -1, right: -1, bottom: -1, left: -1))
    for mark in chart.marks {
      guard let box = mark.box else { continue }
      #expect(frame.contains(box), "\(mark)")
      // Paper lies over a hatching under a label, and nowhere else.
      guard case .area(let area) = mark, area.role == .plate else { continue }
      #expect(chart.texts.contains { area.rect.intersects($0.box) }, "\(area.rect)")
    }
  }

  @Test(arguments: [ChartSpec.Kind.dot, .lollipop, .line], 0..<30 as Range<UInt64>)
  func `dots stand at their values on one scale`(kind: ChartSpec.Kind, seed: UInt64) throws {
    let (data, drawn) = draw(Variant(name: "", kind: kind), seed)
    let chart = drawn.value
    let points = chart.marks.compactMap { mark -> (place: Point, value: Double)? in
      guard case .point(let point) = mark, let datum = point.datum else { return nil }
      return data.value(datum).map { (point.center, $0.number) }
    }
    #expect(points.count == data.series.flatMap(\.values).compactMap(\.self).count)
    guard let factor = chart.valueFactor, factor > 0, let first = points.first else { return }
    let size = points.map { abs($0.value) }.max() ?? 0
    func deviation(_ along: (Point) -> Double, _ sign: Double) -> Double {
      points.map { point in
        abs((along(point.place) - along(first.place)) * sign - (point.value - first.value) * factor)
      }.max() ?? 0
    }
    let least = min(deviation(\.y, -1), deviation(\.x, 1))
    #expect(least <= 1e-6 * (1 + size * factor))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `waffles have a hundred cells in the order of their parts`(seed: UInt64) {
    let (_, drawn) = draw(Variant(name: "", kind: .waffle), seed)
    let cells = drawn.value.bars
    #expect(cells.count == 100)
    let parts = cells.compactMap { $0.datum?.category }
    #expect(parts == parts.sorted())
  }
}

extension Mark {
  /// What the mark covers; nil for what is drawn as text, whose box is checked by itself.
  fileprivate var box: Rect? {
    switch self {
    case .area(let area): area.rect
    case .bar(let bar): bar.rect
    case .arc(let arc):
      Rect(
        x: arc.center.x - arc.outerRadius, y: arc.center.y - arc.outerRadius,
        width: 2 * arc.outerRadius, height: arc.outerRadius)
    case .point(let point): point.box
    case .rule(let rule): rule.box
    case .line(let line):
      line.points.reduce(Rect(origin: line.points[0], size: .zero)) { box, point in
        let (left, top) = (min(box.minX, point.x), min(box.minY, point.y))
        return Rect(
          x: left, y: top, width: max(box.maxX, point.x) - left,
          height: max(box.maxY, point.y) - top)
      }
    case .text: nil
    }
  }
}
