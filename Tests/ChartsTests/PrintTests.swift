import Charts
import Diagnostics
import Drawing
import Geometry
import Testing

/// What is measured for press and eye, and what the linter questions.
@Suite struct PrintTests {
  @Test func `simulated colour vision keeps greys and confuses what it confuses`() {
    let gray = Color(gray: 0.5)
    for vision in ColorVision.allCases {
      #expect(vision.lab(gray).difference(from: LabColor(gray)) < 1)
    }
    let red = Color(red: 0.8, green: 0.25, blue: 0.2)
    let green = Color(red: 0.36, green: 0.5, blue: 0.1)
    let seen = LabColor(red).difference(from: LabColor(green))
    let confused = ColorVision.deuteranopia.lab(red).difference(
      from: ColorVision.deuteranopia.lab(green))
    #expect(confused < seen / 2)
  }

  @Test func `L* of white is 100 and of black 0`() {
    #expect(abs(LabColor(.white).lightness - 100) < 0.01)
    #expect(abs(LabColor(.black).lightness) < 0.01)
  }

  @Test(arguments: ChartTheme.Name.allCases.filter { $0 != .hatched })
  func `the first fills of each theme part in greyscale and for every eye`(
    _ name: ChartTheme.Name
  ) {
    let theme = ChartTheme().colored(as: name)
    let count = min(theme.palette.count, 4)
    for index in 1..<count where theme.textures.isEmpty {
      let (first, second) = (theme.palette[index - 1], theme.palette[index])
      #expect(abs(first.lightness - second.lightness) >= 15, "\(name) \(index)")
      for vision in ColorVision.allCases {
        #expect(vision.lab(first).difference(from: vision.lab(second)) >= 10)
      }
    }
  }

  @Test func `hatchings hold on a press`() {
    for texture in ChartTheme().colored(as: .hatched).textures {
      guard case .hatch(_, _, let pitch, let width) = texture else { continue }
      #expect(pitch >= 72 / 25.4)
      #expect(width >= 0.25)
    }
  }

  @Test func `fills that look alike are reported with their measure`() {
    var spec = ChartSample.spec(.bar)
    spec.legend = .shown
    var theme = ChartTheme()
    theme.palette = [
      Color(red: 0.5, green: 0.5, blue: 0.9), Color(red: 0.5, green: 0.5, blue: 0.92),
    ]
    let data = ChartData(
      categories: ["甲"],
      series: ["a", "b"].map { .init(name: $0, values: [ChartValue("1")]) })
    let drawn = drawChart(spec, data: data, theme: theme, width: 400, lettering: FixedLettering())
    #expect(Set(drawn.diagnostics.map(\.code)) == [.chartSimilarTones, .chartSimilarColors])
    #expect((drawn.value.print.lightnessDifference ?? 100) < 15)
    #expect((drawn.value.print.visionDifference ?? 100) < 10)
  }

  @Test func `strokes and texts are measured`() {
    let print = ChartSample.draw(
      ChartSample.spec(.bar), ChartSample.data(["3", "2"])
    ).value.print
    #expect((print.thinnestStroke ?? 0) >= 0.25)
    #expect(abs((print.smallestText ?? 0) - 8) < 1e-9)
  }

  @Test func `unsorted categories are noted unless their order is declared or their own`() {
    let names = ["法国", "德国", "意大利", "西班牙"]
    let values = ["3", "9", "1", "5"]
    func codes(_ names: [String], _ sort: ChartSpec.SortOrder? = nil) -> [DiagnosticCode] {
      var spec = ChartSample.spec(.bar)
      spec.sort = sort
      return ChartSample.draw(spec, ChartSample.data(values, names: names)).diagnostics.map(\.code)
    }
    #expect(codes(names) == [.chartUnsorted])
    #expect(codes(names, .some(.none)).isEmpty)
    #expect(codes(names, .descending).isEmpty)
    #expect(codes(["2021", "2022", "2023", "2024"]).isEmpty)
    #expect(codes(["第一季度", "第二季度", "第三季度", "第四季度"]).isEmpty)
  }

  @Test(arguments: [false, true])
  func `an axis that does not begin at zero is noted on the chart and in the findings`(
    includesCaption: Bool
  ) {
    let drawn = ChartSample.draw(
      ChartSample.spec(.line),
      ChartSample.data(["95", "97", "99"], names: ["2022", "2023", "2024"]),
      options: ChartOptions(includesCaption: includesCaption))
    #expect(drawn.diagnostics.map(\.code) == [.chartTruncated])
    #expect(drawn.value.generatedNote == "纵轴不从零开始。")
  }

  @Test func `siblings on different scales are noted`() {
    func pair(_ values: [String], _ id: String) -> (spec: ChartSpec, chart: Chart) {
      var spec = ChartSample.spec(.bar)
      spec.id = id
      spec.unit = "%"
      return (spec, ChartSample.draw(spec, ChartSample.data(values, names: ["甲", "乙"])).value)
    }
    let (first, second) = (pair(["40", "20"], "fig-a"), pair(["80", "20"], "fig-b"))
    #expect(compareSiblings([first, first]).isEmpty)
    let findings = compareSiblings([first, second])
    #expect(findings.map(\.code) == [.chartSiblingScale])
    #expect(findings.first?.message.contains("fig-a") == true)
  }

  @Test(arguments: [
    ("fr-FR", "Histogramme", "la plus grande"), ("es", "Gráfico de columnas", "el mayor"),
    ("ru", "Столбчатая диаграмма", "наибольшее"), ("ar", "مخطط أعمدة", "أكبرها"),
    ("zh-CN", "柱形图", "最大为"), ("en", "Column chart", "largest"),
  ])
  func `a chart is described in the language of its report`(
    _ language: String, _ kind: String, _ word: String
  ) {
    let alt = ChartSample.draw(
      ChartSample.spec(.bar), ChartSample.data(["1", "2", "3"]),
      options: ChartOptions(language: language)
    ).value.alt
    #expect(alt.hasPrefix(kind))
    #expect(alt.contains(word))
    #expect(!alt.contains("{"))
  }

  @Test func `a theme is named or it is an error with a suggestion`() {
    var spec = ChartSample.spec(.bar)
    spec.theme = .init("monno", at: .none)
    let drawn = ChartSample.draw(spec, ChartSample.data(["1"]))
    #expect(drawn.diagnostics.map(\.code) == [.chartUnknownTheme])
    #expect(drawn.diagnostics.first?.hints == ["did you mean “mono”?"])
  }
}
