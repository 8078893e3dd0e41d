import Charts
import Declarations
import Diagnostics
import Drawing
import Geometry
import Testing

@Suite struct ThemeTests {
  private func theme(_ text: String, map: inout SourceMap) -> Diagnosed<ChartTheme> {
    let source = map.add(file: "layout.yaml", text: Array(text.utf8))
    let yaml = parseYAML(Array(text.utf8), source: source).value
    let teal = Color(
      red: 0, green: 0.5, blue: 0.5, ink: .process(cyan: 0.8, magenta: 0.2, yellow: 0.3, black: 0))
    return resolveChartTheme(yaml, colors: ["teal": teal])
  }

  @Test func `colours come by name with their inks, or by hexadecimal value`() {
    var map = SourceMap()
    let theme = theme("palette: [teal, \"#112233\"]\nlabel-size: 9\n", map: &map)
    #expect(theme.diagnostics.isEmpty)
    #expect(theme.value.labelSize == 9)
    #expect(theme.value.palette.count == 2)
    #expect(
      theme.value.palette[0].ink == .process(cyan: 0.8, magenta: 0.2, yellow: 0.3, black: 0))
    #expect(theme.value.highlight == theme.value.palette[0])
  }

  @Test func `a layout may take the colours of a named theme and change some`() {
    var map = SourceMap()
    let theme = theme("theme: hatched\nreference: teal\nlabel-size: 9\n", map: &map)
    #expect(theme.diagnostics.isEmpty)
    #expect(theme.value.labelSize == 9)
    #expect(theme.value.textures == ChartTheme().colored(as: .hatched).textures)
    #expect(theme.value.reference.green == 0.5)
  }

  @Test func `what a theme gets wrong is said at its place`() {
    var map = SourceMap()
    let theme = theme("grid: teel\nlabel-size: 4\nbar-width: 3\n", map: &map)
    #expect(
      Set(theme.diagnostics.map(\.code.id))
        == ["chart.unknown-color", "yaml.invalid-value", "yaml.unknown-key"])
    let color = theme.diagnostics.first { $0.code == .chartUnknownColor }
    #expect(color?.hints == ["did you mean “teal”?"])
    #expect(map.location(of: color?.span ?? .none)?.column == 7)
  }

  @Test func `strokes hold on a press and every fill has an ink`() {
    let chart = ChartSample.draw(
      ChartSample.spec(.line), ChartSample.data(["1", "2", "3"])
    ).value
    #expect(chart.rules.allSatisfy { $0.style.width >= 0.25 })
    #expect(ChartTheme().palette.allSatisfy { $0.ink != .automatic })
  }
}
