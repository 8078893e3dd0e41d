import Declarations
import Diagnostics
import Manuscript
import Testing

/// Parameters of a report.
struct ParameterTests {
  private func read(_ told: [String: String]) -> Sample {
    let files = [
      "report.yaml": """
      title: "{{ country }}与{{ other }}"
      parameters: { country: 肯尼亚, file: a }
      parts:
        - { role: chapter, file: "{{ file }}.md" }

      """,
      "a.md": "# 甲\n\n```chart\nid: fig-a\ntitle: \"{{country}} {{ gdp }}\"\n```\n", "b.md": "# 乙\n",
    ]
    var map = SourceMap()
    let read = Report.read(
      from: .memory(files.mapValues { Array($0.utf8) }), into: &map, parameters: Parameters(told))
    return Sample(report: read.value, map: map, diagnostics: read.diagnostics)
  }

  @Test func textsTakeThemIn() {
    let sample = read([:])
    #expect(sample.report.title?.value == "肯尼亚与{{ other }}")
    guard case .chart(let chart)? = sample.blocks.last,
      case .mapping(let pairs) = chart.value.content,
      case .scalar(let title, _)? = pairs.last?.value.content
    else {
      Issue.record("no chart")
      return
    }
    #expect(title == "肯尼亚 {{ gdp }}")
  }

  @Test func whatIsToldCountsMore() {
    let sample = read(["file": "b", "country": "乌干达"])
    #expect(sample.report.title?.value == "乌干达与{{ other }}")
    #expect(sample.report.parts.first?.file?.value == "b.md")
  }

  @Test func aNameThatIsNotDeclaredIsAnError() {
    let finding = read(["contry": "x"]).diagnostics.first
    #expect(finding?.code.id == "manuscript.unknown-parameter")
    #expect(finding?.hints == ["did you mean “country”?"])
  }
}
