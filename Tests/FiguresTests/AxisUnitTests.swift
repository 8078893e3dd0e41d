import Figures
import Testing

/// The unit of an axis, scaled once for all of its numbers.
@Suite struct AxisUnitTests {
  @Test(arguments: [
    ("zh", "元", 120_000_000, "亿元"), ("zh", "元", 120_000, "万元"), ("zh", "元", 99_999, "元"),
    ("en", "dollars", 48_210_000_000, "billion\u{A0}dollars"),
    ("en", "tonnes", 999_999, "tonnes"), ("en", "tonnes", 1_000_000, "million\u{A0}tonnes"),
    ("fr", "euros", 3_000_000, "millions\u{A0}d’euros"),
    ("fr", "tonnes", 3_000_000_000, "milliards\u{A0}de\u{A0}tonnes"),
    ("es", "euros", 3_000_000_000, "mil\u{A0}millones\u{A0}de\u{A0}euros"),
    ("ru", "тонн", 3_000_000, "миллионов\u{A0}тонн"),
  ])
  func `a unit says its scale in the words of the language`(
    _ tag: String, _ unit: String, _ largest: Int, _ expected: String
  ) {
    let language = NumberLanguage.of(tag)
    let scale = language.axisScale(reaching: ExactDecimal(largest))
    #expect(language.unit(unit, scaledBy: scale) == expected)
    #expect(!language.hasScale(unit))
  }

  @Test(arguments: [
    ("zh", "亿元"), ("en", "million dollars"), ("en", "billions of euros"),
    ("en", "Thousand tonnes"), ("fr", "milliards d’euros"), ("es", "millones de toneladas"),
    ("ru", "млн тонн"), ("ar", "مليون دولار"),
  ])
  func `a unit that has a scale is not given another`(_ tag: String, _ unit: String) {
    #expect(NumberLanguage.of(tag).hasScale(unit))
  }
}
