import Charts
import Diagnostics
import Drawing
import Figures
import Geometry
import Testing

/// What a reader of any chart can rely on, one rule a test.
@Suite struct ChartRulesTests {
  private func draw(_ yaml: String, options: ChartOptions = .init()) -> Diagnosed<Chart> {
    var map = SourceMap()
    return ChartSample.draw(yaml: "id: fig-a\ntitle: 甲\n" + yaml, map: &map, options: options)
  }

  private func named(_ rows: [(String, String)]) -> String {
    "data: [\(rows.map { "{ n: \($0.0), v: \($0.1) }" }.joined(separator: ", "))]\nx: n\ny: v\n"
  }

  // MARK: Axes

  @Test(arguments: ["vertical", "horizontal"])
  func `the zero line is heavier than the grid, and names stand clear of falling bars`(
    _ orientation: String
  ) {
    let chart = draw(
      "kind: bar\naxis: shown\norientation: \(orientation)\n"
        + named([("甲", "3"), ("乙", "-4"), ("丙", "null")])
    ).value
    let zero = chart.rules.filter { $0.role == .baseline }
    let grid = chart.rules.filter { $0.role == .grid }
    #expect(zero.count == 1)
    #expect(!grid.isEmpty)
    #expect(grid.allSatisfy { $0.style.width < zero[0].style.width })
    for name in chart.texts where name.role == .category {
      #expect(!chart.bars.contains { $0.rect.intersects(name.box) })
    }
  }

  @Test func `a name reaches into the room its neighbours leave, an em from them, to save a line`()
    throws
  {
    let long = "二〇二四年度末"
    /// The lines of the long name between two others, and its distance to them.
    func lines(beside name: String) throws -> (texts: [String], gap: Double) {
      let names = [name, name, long, name, name, name, name, name]
      let chart = draw("kind: bar\n" + named(names.enumerated().map { ("\($1)\($0)", "3") })).value
      let texts = chart.texts.filter { $0.role == .category }
      let own = texts.filter { $0.datum?.category == 2 }
      let others = texts.filter { $0.datum?.category == 1 || $0.datum?.category == 3 }
      let gaps = own.flatMap { line in
        others.map { max($0.box.minX - line.box.maxX, line.box.minX - $0.box.maxX) }
      }
      return (own.map(\.line.text), try #require(gaps.min()))
    }
    let short = try lines(beside: "中")
    #expect(short.texts.count == 1 && short.gap >= 8)
    let full = try lines(beside: "二〇二三年度")
    #expect(full.texts.count == 2 && full.gap >= 3)
  }

  @Test func `the unit stands once, and ticks have the same decimals`() {
    let chart = draw(
      "kind: bar\naxis: shown\nlabels: none\nunit: 元\n"
        + named([("甲", "250000000"), ("乙", "120000000")])
    ).value
    #expect(chart.texts.filter { $0.line.text.contains("元") }.map(\.role) == [.unit])
    let ticks = chart.texts.filter { $0.role == .tick }.map(\.line.text)
    #expect(ticks.count > 2)
    #expect(Set(ticks.map { $0.split(separator: ".").dropFirst().joined().count }).count == 1)
  }

  @Test(arguments: ["vertical", "horizontal"])
  func `a bar breaks together with its axis, and no one else does`(_ orientation: String) {
    let chart = draw(
      "kind: bar\nbreak: 20\norientation: \(orientation)\n"
        + named([("甲", "400"), ("乙", "18"), ("丙", "9")])
    ).value
    // Two edges through the bar and two through the axis.
    #expect(chart.rules.count { $0.role == .zigzag } == 4)
    #expect(chart.texts.contains { $0.role == .value && $0.line.text == "400" })
  }

  // MARK: Labels

  @Test func `labels without a place are left out together, reported, and the axis speaks`() {
    var spec = ChartSample.spec(.bar)
    spec.orientation = .vertical
    spec.stack = .init(.grouped, at: .none)
    let series = (0..<12).map { index in
      ChartData.Series(name: "系列\(index)", values: (0..<6).map { ChartValue("\($0 * 7 + index)") })
    }
    let data = ChartData(categories: (1...6).map { "\($0)月" }, series: series)
    let drawn = ChartSample.draw(spec, data)
    #expect(drawn.diagnostics.map(\.code).contains(.chartLabelsDropped))
    #expect(!drawn.value.texts.contains { $0.role == .value })
    #expect(drawn.value.texts.contains { $0.role == .tick })
  }

  @Test func `names under upright bars have three lines at most`() {
    for length in 1...40 {
      let name = String(repeating: "名", count: length)
      let chart = draw("kind: bar\n" + named([(name, "3"), ("乙", "2"), ("丙", "1")])).value
      let lines = chart.texts.filter { $0.role == .category && $0.datum?.category == 0 }
      let isUpright = Set(chart.bars.map { ($0.rect.maxY * 1e4).rounded() }).count == 1
      if isUpright { #expect(lines.count <= 3) }
      #expect(lines.map(\.line.text).joined() == name)
    }
  }

  @Test(arguments: ["bar", "pie", "waffle", "lollipop", "line", "waterfall"])
  func `a word wider than its column is broken, and no letter lost`(_ kind: String) {
    let word = String(repeating: "abcdefgh", count: 12)
    let chart = draw("kind: \(kind)\n" + named([(word, "3"), ("乙", "2"), ("丙", "1")])).value
    #expect(
      chart.texts.map(\.line.text).joined().contains(word)
        || chart.texts.filter { $0.role == .category && $0.datum?.category == 0 }.map(\.line.text)
          .joined() == word
    )
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
  }

  @Test func `of many years the last is named, and each stays whole`() {
    for count in 2...60 {
      let years = (0..<count).map { ("\(1960 + $0)年", "\($0 + 1)") }
      let chart = draw("kind: line\n" + named(years)).value
      let names = chart.texts.filter { $0.role == .category }.map(\.line.text)
      #expect(names.last == "\(1959 + count)年")
      #expect(names.allSatisfy { $0.count == 5 })
    }
  }

  @Test func `a name of several lines breaks behind a mark where it can`() {
    let name = "东盟四国（越南、印度尼西亚、马来西亚、泰国）"
    let chart = draw(
      "kind: bar\norientation: horizontal\n" + named([(name, "3"), ("乙", "2"), ("丙", "1")])
    ).value
    let lines = chart.texts.filter { $0.role == .category && $0.datum?.category == 0 }
    #expect(lines.count == 2)
    #expect(lines.first?.line.text.last == "、")
  }

  @Test func `one series has no key, and keys stand in the order of the stack`() {
    #expect(
      !draw("kind: bar\n" + named([("甲", "3"), ("乙", "2")])).value.texts.contains {
        $0.role == .legend
      })
    let wide =
      "kind: bar\nstack: stacked\nx: n\ny: [a, b, c]\n"
      + "data: [{ n: 甲, a: 3, b: 3, c: 3 }, { n: 乙, a: 2, b: 4, c: 3 }]\n"
    // Beside the last bar, from the foot of the stack up.
    let names = draw(wide).value.texts.filter { $0.role == .legend }
    #expect(names.sorted { $0.box.minY > $1.box.minY }.map(\.line.text) == ["a", "b", "c"])
    let keys = draw(wide + "orientation: horizontal\n").value.texts.filter { $0.role == .legend }
    #expect(keys.sorted { $0.box.minX < $1.box.minX }.map(\.line.text) == ["a", "b", "c"])
  }

  // MARK: Order

  @Test func `nominal categories descend with others last and the total apart, and say so`() {
    let drawn = draw(
      "kind: bar\n"
        + named([("其他", "9"), ("法国", "3"), ("合计", "30"), ("德国", "8"), ("英国", "1"), ("美国", "9")]))
    #expect(drawn.diagnostics.map(\.code) == [.chartUnsorted])
    #expect(drawn.diagnostics.allSatisfy { $0.severity == .note })
    let names = drawn.value.texts.filter { $0.role == .category }
      .sorted { $0.box.minX < $1.box.minX }.map(\.line.text)
    #expect(names == ["美国", "德国", "法国", "英国", "其他", "合计"])
  }

  // MARK: Print

  @Test func `segments of a stack part by a line of paper of half a point`() {
    let chart = draw(
      "kind: bar\nstack: percent\nx: n\ny: [a, b, c]\ndata: [{ n: 甲, a: 3, b: 3, c: 3 }]\n"
    ).value
    let lines = chart.rules.filter { $0.role == .separator }
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.style.width >= 0.5 && $0.color == .white })
  }

  @Test(arguments: ChartTheme.Name.allCases)
  func `text is printed with black alone`(_ name: ChartTheme.Name) {
    let theme = ChartTheme().colored(as: name)
    for color in [theme.text, theme.secondaryText] {
      #expect(color.red == color.green && color.green == color.blue)
      switch color.ink {
      case .automatic, .black: break
      default: Issue.record("\(color.ink)")
      }
    }
  }

  @Test func `scenarios of IBCS are solid, lighter, outlined and hatched`() throws {
    let chart = draw(
      "kind: bar\ntheme: ibcs\nx: n\ny: [AC, PY, PL, FC]\n"
        + "data: [{ n: 甲, AC: 4, PY: 3, PL: 5, FC: 6 }]\n"
    ).value
    let bars = chart.bars
    try #require(bars.count == 4)
    guard case .color(let actual) = bars[0].paint, case .color(let previous) = bars[1].paint,
      case .color(let plan) = bars[2].paint, case .hatch = bars[3].paint
    else {
      Issue.record("paints of scenarios")
      return
    }
    #expect(LabColor(actual).lightness + 15 < LabColor(previous).lightness)
    #expect(plan == .white)
    #expect(bars[2].outline != nil)
  }

  // MARK: Limits

  @Test func `a chart without a title and one in a sliver of a column are refused`() {
    var spec = ChartSample.spec(.bar)
    let data = ChartSample.data(["2", "1"])
    #expect(
      ChartSample.draw(spec, data, width: 57).diagnostics.map(\.code) == [.chartTooNarrow])
    spec.title = " "
    #expect(ChartSample.draw(spec, data).diagnostics.map(\.code) == [.chartNoTitle])
  }

  @Test(arguments: ["bar", "line", "dot", "pie", "half-donut", "waffle", "waterfall"])
  func `a height that does not hold the chart is reported, never overrun in silence`(
    _ kind: String
  ) {
    let drawn = draw(
      "kind: \(kind)\nheight: 15mm\n" + named((1...6).map { ("类\($0)", "\($0)") }))
    let isHigher = drawn.value.size.height > 15 / 25.4 * 72 + 0.5
    #expect(isHigher == drawn.diagnostics.contains { $0.code == .chartTooTall })
    #expect(drawn.value.overlaps.isEmpty)
    #expect(drawn.value.strays.isEmpty)
  }

  @Test(arguments: ChartSpec.Kind.allCases)
  func `a frame of 400 by 60 millimetres is filled and not overrun`(_ kind: ChartSpec.Kind) {
    var spec = ChartSample.spec(kind)
    spec.height = Length(60, .mm)
    let data = ChartSample.data((1...8).map { "\($0)" }, names: (1...8).map { "第\($0)类" })
    let drawn = ChartSample.draw(spec, data, width: 400 / 25.4 * 72)
    #expect(!drawn.diagnostics.contains { $0.code == .chartTooTall })
    #expect(drawn.value.size.height <= 60 / 25.4 * 72 + 0.5)
    #expect(drawn.value.overlaps.isEmpty)
    #expect(drawn.value.strays.isEmpty)
  }

  @Test func `captions, unit and keys begin at the right in a language that does`() throws {
    let chart = draw(
      "kind: bar\nlanguage: ar\nunit: طن\nsubtitle: ب\nsource: ج\nx: n\ny: [a, b]\nlegend: shown\n"
        + "data: [{ n: د, a: 3, b: 2 }]\n", options: ChartOptions(includesCaption: true)
    ).value
    let right = chart.size.width - 12
    for role in [TextMark.Role.title, .subtitle, .source, .unit] {
      let text = try #require(chart.texts.first { $0.role == role })
      #expect(abs(text.box.maxX - right) < 1e-6, "\(role)")
    }
    let keys = chart.texts.filter { $0.role == .legend }.map(\.box.minX)
    #expect(keys == keys.sorted(by: >))
    // Bars stand in the order of their keys.
    let bars = chart.bars.sorted { $0.rect.minX > $1.rect.minX }.map { $0.datum?.series }
    #expect(bars == [0, 1])
    #expect(chart.overlaps.isEmpty)
    #expect(chart.strays.isEmpty)
  }

  @Test func `rings go clockwise in every language`() {
    let rows = named([("甲", "3"), ("乙", "2"), ("丙", "1")])
    let (left, right) = (draw("kind: pie\n" + rows), draw("kind: pie\nlanguage: ar\n" + rows))
    #expect(left.value.arcs.map(\.start) == right.value.arcs.map(\.start))
  }

  // MARK: Honesty

  @Test func `steps of an axis are one, two, two and a half or five times a power of ten`() {
    for size in 1...400 {
      let ticks = chooseTicks(covering: 0...Double(size), target: 5)
      let step = ticks[1].value.description
      let digits = step.filter { $0 != "." }.drop { $0 == "0" }
      let leading = String(digits.reversed().drop { $0 == "0" }.reversed())
      #expect(["1", "2", "25", "5"].contains(leading), "\(step)")
    }
  }

  @Test(arguments: ["axis2: v", "right-axis: v", "depth: 3", "perspective: true", "size: v"])
  func `a second axis, depth and areas for lengths cannot be declared`(_ setting: String) {
    let drawn = draw("kind: bar\n\(setting)\n" + named([("甲", "3"), ("乙", "2")]))
    #expect(drawn.diagnostics.map(\.code.id) == ["yaml.unknown-key"])
    #expect(drawn.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func `two rings of the same parts are questioned, with 100 % bars as the way out`() {
    func ring(_ id: String, _ values: [String]) -> (spec: ChartSpec, chart: Chart) {
      var spec = ChartSample.spec(.donut)
      spec.id = id
      let data = ChartSample.data(values, names: ["甲", "乙", "丙"])
      return (spec, ChartSample.draw(spec, data).value)
    }
    let findings = compareSiblings([
      ring("fig-a", ["1", "2", "3"]), ring("fig-b", ["3", "2", "2"]),
    ])
    #expect(findings.map(\.code) == [.chartSiblingShares])
    #expect(findings.allSatisfy { $0.hints.contains { $0.contains("stack: percent") } })
  }

  @Test func `leaders of a ring have two segments, and its labels a line each`() {
    let chart = draw("kind: pie\n" + named((1...7).map { ("类\($0)", "\($0 * $0)") })).value
    let leaders = chart.rules.filter { $0.role == .leader }
    #expect(leaders.count == 7)
    #expect(leaders.allSatisfy { $0.points.count <= 3 })
    for side in [true, false] {
      let middle = chart.size.width / 2
      let tops = chart.texts.filter { $0.role == .category && ($0.box.midX > middle) == side }
        .map(\.box).sorted { $0.minY < $1.minY }
      for (upper, lower) in zip(tops, tops.dropFirst()) {
        #expect(lower.minY - upper.minY >= upper.height)
      }
    }
  }

  // MARK: Plots of one chart

  @Test(arguments: ChartSpec.Kind.allCases)
  func `every kind has a plot for each facet, or is refused with the way out`(
    _ kind: ChartSpec.Kind
  ) {
    let rows = ["东", "西"].flatMap { f in
      [("甲", 4), ("乙", 3), ("丙", 2)].map { "{ f: \(f), n: \($0.0), v: \($0.1) }" }
    }
    let drawn = draw(
      "kind: \(kind.rawValue)\nfacet: f\nx: n\ny: v\ndata: [\(rows.joined(separator: ", "))]\n")
    if kind.isShare {
      #expect(drawn.diagnostics.map(\.code) == [.chartShareSeries])
      #expect(drawn.diagnostics.allSatisfy { $0.hints.contains { $0.contains("percent") } })
    } else {
      #expect(!drawn.diagnostics.contains { $0.severity == .error })
      #expect(drawn.value.texts.filter { $0.role == .panel }.map(\.line.text) == ["东", "西"])
      #expect(drawn.value.overlaps.isEmpty)
      #expect(drawn.value.strays.isEmpty)
    }
  }

  @Test func `waterfalls side by side each sum to their own totals on one scale`() throws {
    let rows = [
      ("东", "年初", "10"), ("东", "增", "5"), ("东", "年末", "null"), ("西", "年初", "20"),
      ("西", "增", "-4"), ("西", "年末", "null"),
    ].map { "{ f: \($0.0), n: \($0.1), v: \($0.2) }" }
    let drawn = draw(
      "kind: waterfall\nfacet: f\ntotals: [年初, 年末]\nx: n\ny: v\n"
        + "data: [\(rows.joined(separator: ", "))]\n")
    #expect(drawn.diagnostics.isEmpty)
    let factor = try #require(drawn.value.valueFactor)
    let ends = drawn.value.bars.filter { $0.datum?.category == 2 }.map { $0.rect.height / factor }
    #expect(ends.count == 2)
    #expect(abs(ends[0] - 15) < 1e-6)
    #expect(abs(ends[1] - 16) < 1e-6)
    #expect(drawn.value.alt.contains("东") && drawn.value.alt.contains("16"))
  }

  @Test func `a total that the changes of one plot miss is an error there`() {
    let rows = ["{ f: 东, n: 初, v: 1 }", "{ f: 东, n: 末, v: 1 }", "{ f: 西, n: 初, v: 1 }"]
    let drawn = draw(
      "kind: waterfall\nfacet: f\ntotals: [初, 末]\nx: n\ny: v\n"
        + "data: [\((rows + ["{ f: 西, n: 末, v: 3 }"]).joined(separator: ", "))]\n")
    #expect(drawn.diagnostics.map(\.code) == [.chartWaterfall])
  }
}
