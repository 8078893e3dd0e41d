import Diagnostics
import Testing

@testable import Figures

private let fixture = Fixture(
  """
  figures:
    share: { value: 51.8, unit: "%" }
    growth: { value: 4.72, unit: "%", precision: 1 }
    fall: { value: -0.4, unit: "%" }
    flat: { value: 0, unit: "%" }
    hair: { value: 0.04, unit: "%", precision: 1 }
    loss: { value: -1234.5, unit: 亿元 }
    people: { value: 12345678, unit: 人 }
    money: { value: 2399.3, unit: 亿元 }
    deals: { value: 0.972, unit: 万亿美元 }
    bare: { value: 31845 }
    two: { value: 2, unit: 个 }
    third: { value: 3, unit: 届 }
    year: { value: 2025 }
    near: { value: 51.9, unit: "%" }
    low: { value: 900000000, unit: 人, as-of: 2025-Q3 }
    high: { value: 1600000000, unit: 人, as-of: 2025 }
    more: { value: 60.2, unit: "%", as-of: 2021/2025 }
    slow: { value: 150, unit: 公里, as-of: 2025-H1 }
    fast: { value: 350, unit: 公里, as-of: 2025-06 }
    twelve: { value: 12 }
    dollars: { value: 1.2, unit: million USD }
    point: { value: 1, unit: "%" }
    price: { value: 2.005, unit: 元, precision: 2 }
  """)

@Test(
  arguments: [
    ("share", [], "51.8%"), ("share", ["plain"], "51.8"), ("share", ["decimals(0)"], "52%"),
    ("share", ["decimals(2)"], "51.80%"), ("growth", ["signed"], "增长4.7%"),
    ("fall", ["signed"], "下降0.4%"), ("flat", ["signed"], "持平"), ("hair", ["signed"], "基本持平"),
    ("fall", [], "−0.4%"), ("growth", ["points"], "4.7个百分点"),
    ("growth", ["signed", "approx"], "增长约4.7%"), ("growth", ["approx", "signed"], "增长约4.7%"),
    ("growth", ["signed", "points"], "增长4.7个百分点"), ("loss", [], "−1234.5亿元"),
    ("price", ["grouped"], "2.01元"), ("bare", ["grouped"], "31,845"),
    ("year", ["grouped"], "2025"), ("low", ["yi", "plain", "range(high)"], "9亿～16亿"),
    ("share", ["range(more)"], "51.8%～60.2%"), ("slow", ["range(fast)"], "150～350公里"),
    ("share", ["decimals(0)", "approx", "range(more)"], "约52%～60%"),
    ("growth", ["signed", "range(share)"], "增长4.7%～51.8%"),
    ("low", ["yi", "range(high)"], "9亿人～16亿人"),
    ("slow", ["as-of"], "2025年上半年"), ("fast", ["as-of"], "2025年6月"),
    ("low", ["as-of"], "2025年第三季度"), ("high", ["as-of"], "2025年"),
    ("more", ["as-of"], "2021—2025年"), ("dollars", [], "120万美元"),
    ("bare", ["upper"], "叁万壹仟捌佰肆拾伍"), ("twelve", ["upper"], "壹拾贰"),
    ("bare", ["wan", "decimals(0)", "han"], "三万"),
    ("people", ["grouped"], "12,345,678人"),
    ("people", ["wan"], "1234.5678万人"), ("people", ["wan", "decimals(0)"], "1235万人"),
    ("people", ["yi", "decimals(2)"], "0.12亿人"), ("people", ["wan", "plain"], "1234.5678万"),
    ("money", ["wan"], "23993000万元"), ("money", ["wanyi"], "0.23993万亿元"),
    ("deals", ["yi"], "9720亿美元"), ("deals", [], "0.972万亿美元"), ("bare", [], "31845"),
    ("bare", ["wan"], "3.1845万"), ("bare", ["wan", "decimals(2)", "over"], "超过3.18万"),
    ("bare", ["wan", "decimals(1)", "approx"], "约3.2万"), ("share", ["over"], "超过51.8%"),
    ("bare", ["wan", "decimals(1)", "near"], "近3.2万"), ("two", ["han"], "两个"),
    ("two", ["under"], "不足2个"), ("third", ["han"], "三届"), ("third", ["ordinal", "han"], "第三届"),
    ("two", ["ordinal", "han"], "第二个"), ("share", ["han"], "百分之五十一点八"),
    ("price", [], "2.01元"), ("share", [" plain "], "51.8"),
  ] as [(String, [String], String)])
func showsNumbersInChinese(id: String, formats: [String], text: String) {
  let printed = fixture.layer.print(id, formats: formats, language: "zh-CN", at: .none)
  #expect(printed.value.text == text)
  #expect(printed.diagnostics == [])
}

@Test(
  arguments: [
    ("en", "people", ["grouped"], "12,345,678\u{A0}人"), ("en", "growth", ["signed"], "up 4.7%"),
    ("en-GB", "growth", ["points", "approx"], "about 4.7\u{A0}percentage points"),
    ("fr", "share", [], "51,8\u{A0}%"),
    ("fr", "people", ["grouped", "plain"], "12\u{202F}345\u{202F}678"),
    ("es", "loss", ["grouped", "plain"], "−1234,5"),
    ("en", "loss", [], "−CN¥123.45\u{A0}billion"),
    ("fr", "loss", [], "−123,45\u{A0}milliards\u{A0}de\u{A0}yuans"),
    ("es", "loss", [], "−123,45\u{A0}mil\u{A0}millones\u{A0}de\u{A0}yuanes"),
    ("ru", "loss", [], "−123,45\u{A0}миллиарда\u{A0}юаней"),
    ("en", "deals", ["decimals(0)"], "$972\u{A0}billion"),
    ("fr", "dollars", ["plain"], "1,2"),
    ("fr", "dollars", [], "1,2\u{A0}million\u{A0}de\u{A0}dollars"),
    ("en", "price", [], "CN¥2.01"), ("ru", "price", [], "2,01\u{A0}CN¥"),
    ("en", "people", ["million", "decimals(1)"], "12.3\u{A0}million\u{A0}人"),
    ("en", "slow", ["range(fast)"], "150–350\u{A0}公里"),
    ("en", "share", ["range(more)"], "51.8%–60.2%"),
    ("es", "slow", ["plain", "range(fast)"], "150-350"),
    ("en", "point", ["points"], "1\u{A0}percentage point"),
    ("es", "point", ["points"], "1\u{A0}punto porcentual"),
    ("en", "two", ["ordinal", "plain"], "2nd"), ("fr", "point", ["ordinal", "plain"], "1er"),
    ("en", "twelve", ["ordinal"], "12th"), ("es", "two", ["ordinal", "plain"], "2.º"),
    ("en", "slow", ["as-of"], "the first half of 2025"), ("fr", "fast", ["as-of"], "juin 2025"),
    ("es", "low", ["as-of"], "tercer trimestre de 2025"),
    ("ru", "fast", ["as-of"], "июнь 2025\u{A0}года"),
    ("es", "people", ["grouped", "plain"], "12.345.678"),
    ("ru", "fall", ["signed"], "снижение на 0,4\u{A0}%"), ("ar", "share", [], "٥١٫٨٪\u{61C}"),
    ("xx", "share", [], "51.8%"),
  ] as [(String, String, [String], String)])
func showsNumbersInOtherLanguages(language: String, id: String, formats: [String], text: String) {
  let printed = fixture.layer.print(id, formats: formats, language: language, at: .none)
  #expect(printed.value.text == text)
}

@Test(
  arguments: [
    ("share", ["plian"], "figures.unknown-format"),
    ("share", ["decimals(x)"], "figures.unknown-format"),
    ("share", ["decimals(99)"], "figures.unknown-format"),
    ("share", [""], "figures.unknown-format"),
    ("shar", [], "figures.unknown-figure"), ("money", ["points"], "figures.format-misfit"),
    ("bare", ["grouped", "han"], "figures.format-misfit"),
    ("bare", ["over", "approx"], "figures.format-misfit"),
    ("bare", ["wan", "decimals(1)", "near", "grouped"], "figures.format-misfit"),
    ("bare", ["wan", "decimals(0)", "near"], "figures.format-misfit"),
    ("growth", ["decimals(0)", "over"], "figures.format-misfit"),
    ("bare", ["wan", "decimals(1)", "over"], "figures.format-misfit"),
    ("share", ["ordinal"], "figures.format-misfit"),
    ("bare", ["million"], "figures.format-misfit"), ("loss", ["grouped"], "figures.format-misfit"),
    ("share", ["as-of"], "figures.format-misfit"),
    ("more", ["as-of", "plain"], "figures.format-misfit"),
    ("more", ["range(share)"], "figures.format-misfit"),
    ("share", ["range(share)"], "figures.format-misfit"),
    ("share", ["decimals(0)", "range(near)"], "figures.format-misfit"),
    ("share", ["range(slow)"], "figures.format-misfit"),
    ("fall", ["signed", "range(share)"], "figures.format-misfit"),
    ("share", ["over", "range(more)"], "figures.format-misfit"),
    ("share", ["range(non)"], "figures.unknown-figure"),
    ("share", ["range()"], "figures.unknown-format"),
  ] as [(String, [String], String)])
func refusesFormatsThatDoNotFit(id: String, formats: [String], code: String) {
  let span = SourceSpan(source: SourceID(index: 1), lowerBound: 1, upperBound: 2)
  let printed = fixture.layer.print(id, formats: formats, language: "zh", at: span)
  #expect(printed.diagnostics.map(\.code.id) == [code])
  #expect(printed.diagnostics.first?.span == span)
}

@Test func suggestsTheFormatThatWasMeant() {
  let printed = fixture.layer.print("share", formats: ["sigend"], language: "zh", at: .none)
  #expect(printed.diagnostics.first?.hints == ["did you mean “signed”?"])
}

@Test func thePrintedValueIsInTheFiguresOwnUnit() {
  let printed = fixture.layer.print(
    "people", formats: ["wan", "decimals(0)"], language: "zh", at: .none
  ).value
  #expect(printed.value == ExactDecimal(12_345_678))
  #expect(printed.printedValue == ExactDecimal(12_350_000))
}

@Test(arguments: [
  ("0", "零"), ("5", "五"), ("10", "十"), ("12", "十二"), ("20", "二十"), ("33", "三十三"),
  ("100", "一百"), ("105", "一百零五"), ("110", "一百一十"), ("1010", "一千零一十"),
  ("1005", "一千零五"), ("10000", "一万"), ("10010", "一万零一十"), ("12300", "一万二千三百"),
  ("100000", "十万"), ("120005", "十二万零五"), ("1000000", "一百万"), ("100000000", "一亿"),
  ("100000001", "一亿零一"), ("120000000", "一亿二千万"), ("1000000000000", "一万亿"),
  ("1000100000000", "一万零一亿"), ("1000000010000", "一万亿零一万"), ("5.20", "五点二零"),
  ("-3", "负三"), ("2", "二"),
])
func writesHanNumerals(digits: String, text: String) throws {
  let value = try ExactDecimal(parsing: digits)
  #expect(hanNumeral(value, decimals: value.scale) == text)
}

@Test func tablesAndAxesUseTheSameDigits() throws {
  let value = try ExactDecimal(parsing: "16556.5")
  #expect(NumberStyle(isGrouped: true).text(value) == "16,556.5")
  #expect(NumberStyle(decimals: 0).text(value) == "16557")
  #expect(NumberStyle(decimals: 2, scale: .wan).text(value) == "1.66")
  #expect(NumberStyle(scale: .wan).text(value) == "1.65565")
  #expect(NumberStyle().text(try ExactDecimal(parsing: "12.50")) == "12.50")
  #expect(NumberScale.fitting(value) == .one)
  #expect(NumberScale.fitting(ExactDecimal(123_456)) == .wan)
  #expect(NumberScale.split("万亿美元") == (.wanyi, "美元"))
}

@Test func scalesFollowWhatIsPrinted() {
  let fixture = Fixture(
    """
    figures:
      border: { value: 9.9996, unit: 亿元, precision: 2 }
      low: { value: 1.5, unit: 亿人 }
      high: { value: 3, unit: 亿人 }
    """)
  let shown = { (id: String, formats: [String], language: String) in
    fixture.layer.print(id, formats: formats, language: language, at: .none).value.text
  }
  // Rounded up to a border, a number has the scale behind it, and is still rounded once.
  #expect(shown("border", [], "en") == "CN¥1\u{A0}billion")
  #expect(shown("border", ["decimals(4)"], "zh") == "9.9996亿元")
  // Without units both ends keep one scale.
  #expect(shown("low", ["plain", "range(high)"], "zh") == "1.5～3")
}

@Test func bothEndsOfARangeKnowTheirOwnText() {
  let fixture = Fixture(
    "figures: { low: { value: 15, unit: \"%\" }, high: { value: 30, unit: \"%\" } }")
  let printed = fixture.layer.print(
    "low", formats: ["approx", "range(high)"], language: "zh", at: .none
  ).value
  #expect(printed.text == "约15%～30%" && printed.ownText == "约15%")
  #expect(printed.parts.map(\.text) == ["约15%", "～", "30%"])
}
