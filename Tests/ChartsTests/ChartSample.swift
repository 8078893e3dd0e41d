import Charts
import Declarations
import Diagnostics
import Figures
import Geometry
import Seeds

/// Charts for tests, and random ones by seed.
enum ChartSample {
  /// A spec with what every chart has.
  static func spec(_ kind: ChartSpec.Kind) -> ChartSpec {
    var spec = ChartSpec()
    spec.id = "fig-test"
    spec.kind = kind
    spec.title = "测试"
    return spec
  }

  static func data(_ values: [String?], names: [String]? = nil) -> ChartData {
    ChartData(
      categories: names ?? values.indices.map { "类\($0)" },
      series: [.init(name: "值", values: values.map { $0.flatMap { ChartValue($0) } })])
  }

  /// Random data: up to 60 categories, 12 series and 80 characters a label; sizes from 1e-9 to
  /// 1e15; sometimes negative, missing, all zero or alone.
  static func random(seed: UInt64, categories most: Int, series mostSeries: Int, isShare: Bool)
    -> ChartData
  {
    var random = SplitMix64(seed: seed)
    let count = seed % 7 == 0 ? 1 : Int.random(in: 1...most, using: &random)
    let series = Int.random(in: 1...mostSeries, using: &random)
    let exponent = Int.random(in: -9...12, using: &random)
    let isZero = !isShare && seed % 11 == 0
    let isNegative = !isShare && seed % 3 == 0
    return ChartData(
      categories: (0..<count).map { label($0, &random) },
      series: (0..<series).map { index in
        .init(
          name: "系列\(index)",
          values: (0..<count).map { _ in
            if !isShare, Int.random(in: 0..<12, using: &random) == 0 { return nil }
            let digits = isZero ? 0 : Int.random(in: isShare ? 1...999 : 0...999, using: &random)
            let sign = isNegative && Bool.random(using: &random) ? "-" : ""
            return ChartValue("\(sign)\(digits)e\(exponent)")
          })
      })
  }

  private static func label(_ index: Int, _ random: inout SplitMix64) -> String {
    let longest = [4, 12, 80][Int.random(in: 0..<3, using: &random)]
    let length = Int.random(in: 1...longest, using: &random)
    let isHan = Bool.random(using: &random)
    return "\(index)"
      + (0..<length).map { place in isHan ? "字" : place % 6 == 5 ? " " : "a" }.joined()
  }

  static func draw(
    _ spec: ChartSpec, _ data: ChartData, width: Double = 440, options: ChartOptions = .init()
  ) -> Diagnosed<Chart> {
    drawChart(
      spec, data: data, theme: ChartTheme(), width: width, lettering: FixedLettering(),
      options: options)
  }

  /// Reads a chart block and draws it from its inline data.
  static func draw(yaml: String, map: inout SourceMap, options: ChartOptions = .init())
    -> Diagnosed<Chart>
  {
    let source = map.add(file: "chart.yaml", text: Array(yaml.utf8))
    let value = parseYAML(Array(yaml.utf8), source: source)
    let spec = readChartSpec(value.value)
    let table = DataTable.inline(spec.value.data ?? .empty())
    var chart = drawChart(
      spec.value, table: table.value, theme: ChartTheme(), width: 440,
      lettering: FixedLettering(), options: options)
    chart.diagnostics =
      value.diagnostics + spec.diagnostics + table.diagnostics + chart.diagnostics
    return chart
  }
}

extension Chart {
  var frame: Rect { Rect(origin: .zero, size: size) }

  var texts: [TextMark] {
    marks.compactMap { if case .text(let mark) = $0 { mark } else { nil } }
  }

  /// Bars that show a value.
  var bars: [BarMark] {
    marks.compactMap { if case .bar(let mark) = $0, mark.datum != nil { mark } else { nil } }
  }

  var arcs: [ArcMark] { marks.compactMap { if case .arc(let mark) = $0 { mark } else { nil } } }

  var rules: [RuleMark] { marks.compactMap { if case .rule(let mark) = $0 { mark } else { nil } } }

  /// Pairs of labels that touch, with a tolerance for rounding.
  var overlaps: [(String, String)] {
    var found: [(String, String)] = []
    let boxes = texts.map { (text: $0.line.text, box: $0.box.shrunk) }
      .sorted { $0.box.minX < $1.box.minX }
    for (index, first) in boxes.enumerated() {
      for second in boxes[(index + 1)...] {
        if second.box.minX > first.box.maxX { break }
        if first.box.intersects(second.box) { found.append((first.text, second.text)) }
      }
    }
    return found
  }

  var strays: [String] {
    texts.filter { !frame.contains($0.box) }.map(\.line.text)
  }
}

extension Rect {
  fileprivate var shrunk: Rect {
    inset(by: EdgeInsets(top: 0.01, right: 0.01, bottom: 0.01, left: 0.01))
  }
}
