import Diagnostics
import Manuscript
import Seeds
import Testing

@testable import Numerals

/// Numbers in the author's words against the figures that they name.
struct StatedTests {
  private static let figures = """
    figures:
      start: { value: 3540, unit: 亿美元 }
      end: { value: 6441, unit: 亿美元 }
      pace: { derive: "cagr(start, end, 4)", unit: "%", precision: 1 }
      rise: { derive: "growth(start, end)", unit: "%", precision: 1 }
      fall: { derive: "growth(end, start)", unit: "%", precision: 1 }
      times: { derive: "ratio(end, start)", unit: 倍, precision: 2 }
      firms: { value: 11950, unit: 家 }
      tariffs: { value: 26, unit: 倍 }
      share: { value: 51.8, unit: "%" }
      left: { value: 65.7, unit: "%" }
      quarter: { value: 25.6, unit: "%" }

    """

  private func findings(_ words: String, _ figure: String) -> Checked {
    Checked("# 题\n\n其[\(words)]{.stated figure=\(figure)}。\n", figures: Self.figures)
  }

  /// The source report's growth from 3,540 to 6,441 over four years.
  @Test func theStatedCompoundGrowthIsRefused() throws {
    let checked = findings("约16.8%", "pace")
    #expect(checked.findings == ["3:2 numerals.stated-mismatch"])
    let finding = try #require(checked.diagnostics.first)
    #expect(finding.message == "“约16.8%” is stated, but “pace” is 16.1%")
    let label = try #require(finding.labels.first)
    #expect(label.text == "cagr(start, end, 4) is 16.1%")
    #expect(checked.map.location(of: label.span)?.file == "figures.yaml")
    #expect(finding.hints == ["at this precision it is 16.1%; or write {{ pace }}"])
  }

  @Test(arguments: [
    ("约16.1%", "pace"), ("16%", "pace"), ("年均增长16.1%", "pace"), ("1.2万家", "firms"),
    ("近1.2万家", "firms"),
    ("增长82%", "rise"), ("超过20倍", "tariffs"), ("占51.8%", "share"),
    ("降到不足七成", "left"), ("约四分之一", "quarter"), ("约百分之五十二", "share"), ("下降45%", "fall"),
    ("增长到1.82倍", "times"), ("增长0.82倍", "times"), ("增长到1.82倍", "rise"), ("增长0.8倍", "rise"),
    ("约12000家", "firms"), ("近12000家", "firms"), ("超过1万家", "firms"),
  ])
  func whatHoldsIsAccepted(words: String, figure: String) {
    #expect(findings(words, figure).findings == [])
  }

  @Test(arguments: [
    ("16.2%", "pace"), ("1.1万家", "firms"), ("增长83%", "rise"), ("超过30倍", "tariffs"),
    ("占51.9%", "share"),
    ("不足六成", "left"), ("约三分之一", "quarter"), ("下降82%", "rise"), ("增长45%", "fall"),
    ("增长1.82倍", "times"), ("增长到0.82倍", "times"), ("近11900家", "firms"), ("约2万家", "firms"),
    ("51.8个百分点", "share"), ("1.2万人", "firms"),
  ])
  func whatDoesNotHoldIsRefused(words: String, figure: String) {
    #expect(findings(words, figure).findings == ["3:2 numerals.stated-mismatch"])
  }

  @Test func aStatementNamesItsFigureAndOneNumber() {
    #expect(Checked("# 题\n\n[约3家]{.stated}\n").findings == ["3:1 numerals.stated-syntax"])
    #expect(findings("很多", "share").findings == ["3:2 numerals.stated-syntax"])
    #expect(findings("3家和4家", "share").findings == ["3:2 numerals.stated-syntax"])
    let unknown = findings("51.8%", "shar")
    #expect(unknown.diagnostics.map(\.code.id) == ["figures.unknown-figure"])
    #expect(unknown.hints == ["did you mean “share”?"])
  }

  /// The policy is about numbers without a figure; a wrong statement is always an error.
  @Test func statementsAreCheckedWhateverThePolicy() {
    let text = "# 题\n\n[约16.8%]{.stated figure=pace}\n"
    let checked = Checked(text, figures: Self.figures, numerals: .off)
    #expect(checked.diagnostics.map(\.severity) == [.error])
  }

  /// A value rounded to a precision is accepted at it, and no neighbour of it is.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func theLastPrintedDigitDecides(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let decimals = Int.random(in: 0...3, using: &random)
    let power = [1, 10, 100, 1_000][decimals]
    let thousandths = Int.random(in: 11_000...999_999, using: &random)
    let step = 1_000 / power
    let rounded = (thousandths * 2 + step) / (2 * step)
    let written = { (units: Int) in
      let fraction = String(String(units % power + power).dropFirst())
      return decimals == 0 ? "\(units)" : "\(units / power).\(fraction)"
    }
    let value = "\(thousandths / 1_000).\(String(String(thousandths % 1_000 + 1_000).dropFirst()))"
    let figures = "figures: { a: { value: \"\(value)\", unit: 家 } }"
    for (offset, codes) in [(0, []), (1, [1]), (-1, [1])] {
      let text = "# 题\n\n[\(written(rounded + offset))家]{.stated figure=a}\n"
      let checked = Checked(text, figures: figures)
      #expect(checked.diagnostics.count == codes.count, "\(value) as \(text)")
    }
  }
}
