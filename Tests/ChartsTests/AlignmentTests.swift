import Charts
import Diagnostics
import Geometry
import Seeds
import Testing

/// Plot areas of charts that stand under each other, and heights on the page's lines.
@Suite struct AlignmentTests {
  private static let kinds: [ChartSpec.Kind] = [.bar, .lollipop, .dot, .line]

  private func spec(_ seed: UInt64) -> ChartSpec {
    var random = SplitMix64(seed: seed)
    var spec = ChartSample.spec(Self.kinds[Int(seed % 4)])
    spec.axis = .shown
    spec.unit = [nil, "亿元", "%"][Int.random(in: 0..<3, using: &random)]
    spec.orientation = Bool.random(using: &random) ? .vertical : .horizontal
    return spec
  }

  private func draw(_ seed: UInt64, _ options: ChartOptions) -> Chart {
    let data = ChartSample.random(seed: seed, categories: 6, series: 2, isShare: false)
    return ChartSample.draw(spec(seed), data, options: options).value
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func `a plot keeps free what it is told to, and its marks stay inside`(seed: UInt64) throws {
    var options = ChartOptions()
    let alone = draw(seed, options)
    let natural = try #require(alone.insets)
    options.insets = PlotInsets(left: natural.left + 30, right: natural.right + 20)
    let chart = draw(seed, options)
    // The room may be too little for labels under bars, which then lie.
    guard chart.insets == natural else { return }
    let base = try #require(chart.rules.first { $0.role == .baseline })
    let left = base.points.map(\.x).min() ?? 0
    #expect(left >= options.insets.left - 1e-6)
    for bar in chart.bars {
      #expect(bar.rect.minX >= options.insets.left - 1e-6)
      #expect(bar.rect.maxX <= chart.size.width - options.insets.right + 1e-6)
    }
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
  }

  @Test func `a column of bars and one of lines have one plot area`() throws {
    let data = ChartSample.data(["12000", "15000", "9000"], names: ["2022", "2023", "2024"])
    var options = ChartOptions()
    var (bars, line) = (ChartSample.spec(.bar), ChartSample.spec(.line))
    bars.axis = .none
    line.labels = .none
    let wide = try #require(ChartSample.draw(line, data, options: options).value.insets)
    options.insets = try #require(ChartSample.draw(bars, data, options: options).value.insets)
      .joined(with: wide)
    let edges = [bars, line].map { spec in
      let rule = ChartSample.draw(spec, data, options: options).value.rules
        .first { $0.role == .baseline }
      return rule?.points.map { ($0.x * 1e6).rounded() } ?? []
    }
    #expect(edges[0].count == 2)
    #expect(edges[0] == edges[1])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `heights are whole lines of the page, and grow by less than one`(seed: UInt64) {
    var options = ChartOptions()
    let natural = draw(seed, options).size.height
    options.lineHeight = 18
    let chart = draw(seed, options)
    let lines = chart.size.height / 18
    #expect(abs(lines - lines.rounded()) < 1e-6)
    #expect(chart.size.height >= natural - 1e-6)
    #expect(chart.size.height < natural + 18)
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
  }

  @Test
  func `upright bars take the rest of a line, so that nothing stands between them and the caption`()
  {
    var options = ChartOptions()
    options.lineHeight = 50
    let chart = ChartSample.draw(
      ChartSample.spec(.bar), ChartSample.data(["3", "2"]), options: options
    ).value
    let lowest = chart.texts.map(\.box.maxY).max() ?? 0
    #expect(chart.size.height - lowest < 3)
  }

  @Test func `small multiples have plots of one width with names of any length`() throws {
    let rows = ["甲", "很长很长很长很长很长很长很长很长的名称", "Unbreakablenameofaregionthatislong"]
      .flatMap { name in ["a", "b"].map { "{ f: \(name), n: \($0), v: 3 }" } }
    var map = SourceMap()
    let drawn = ChartSample.draw(
      yaml: "id: fig-a\ntitle: 甲\nkind: bar\nfacet: f\nx: n\ny: v\n"
        + "data: [\(rows.joined(separator: ", "))]\n", map: &map)
    let bases = drawn.value.rules.filter { $0.role == .baseline }
    #expect(bases.count == 3)
    let widths = Set(bases.map { (($0.points[1].x - $0.points[0].x) * 1e6).rounded() })
    #expect(widths.count == 1)
    #expect(Set(bases.map(\.points[0].y)).count == 1)
    let heads = drawn.value.texts.filter { $0.role == .panel }.map(\.line.text)
    #expect(heads.joined().filter { $0 == "长" }.count == 8)
  }
}
