import Figures
import Testing

@testable import Pipeline

/// Figures in prose by the whole road.
@Suite struct FigureBindingTests {
  private func compilation(_ prose: String, _ figures: String = "") throws -> Compilation {
    let report = try SampleReport()
      .replacing("见@fig-output和@tbl-output。", with: "见@fig-output和@tbl-output。\n\n" + prose)
      .replacing(
        "figures:\n",
        with: "figures:\n  money: { value: 2399.3, unit: 亿元 }\n"
          + "  low: { value: 15, unit: \"%\" }\n  high: { value: 30, unit: \"%\" }\n" + figures,
        in: "data/figures.yaml")
    return compile("/report", CompileOptions(home: LayeredWorld.house), world: report.world)
  }

  @Test func figuresAreWrittenInTheLanguageAroundThem() throws {
    let prose = """
      {{ money }}，[{{ money }}]{lang=fr}。

      ::: {lang=en}

      {{ money }}, [{{ money }}]{lang=ru}

      :::
      """
    let texts = try compilation(prose).numbers.filter { $0.figure == "money" }.map(\.text)
    #expect(
      texts == [
        "2399.3亿元", "239,93\u{A0}milliards\u{A0}de\u{A0}yuans", "CN¥239.93\u{A0}billion",
        "239,93\u{A0}миллиарда\u{A0}юаней",
      ])
  }

  @Test func bothEndsOfARangeAreAccountedFor() throws {
    let numbers = try compilation("{{ low | range(high) }}").numbers.filter { $0.figure != "total" }
    #expect(numbers.map(\.figure) == ["low", "high"])
    #expect(numbers.map(\.ownText) == ["15%", "30%"])
    #expect(numbers[0].text == "15%～30%" && numbers[0].span != numbers[1].span)
  }
}
