import Diagnostics
import Testing

@testable import Figures

/// Forms of CLDR 48 as ICU writes them (compactDisplay long, decimal); the minus is U+2212 here, as
/// everywhere in a report, and scales do not part from their numbers.
private let forms: [(language: String, value: String, formats: [String], text: String)] = [
  ("en", "1000000", ["million"], "1\u{A0}million"),
  ("en", "1500000", ["million"], "1.5\u{A0}million"),
  ("en", "2000000", ["million"], "2\u{A0}million"),
  ("en", "5000000", ["million"], "5\u{A0}million"),
  ("en", "11000000", ["million"], "11\u{A0}million"),
  ("en", "21000000", ["million"], "21\u{A0}million"),
  ("en", "102000000", ["million"], "102\u{A0}million"),
  ("en", "1000000000", ["billion"], "1\u{A0}billion"),
  ("en", "3200000000", ["billion"], "3.2\u{A0}billion"),
  ("en", "25000000000", ["billion"], "25\u{A0}billion"),
  ("en", "1000000000000", ["trillion"], "1\u{A0}trillion"),
  ("en", "4000000000000", ["trillion"], "4\u{A0}trillion"),
  ("en", "100000000000000", ["trillion"], "100\u{A0}trillion"),
  ("en", "1234.5", ["grouped"], "1,234.5"),
  ("en", "12345.67", ["grouped"], "12,345.67"),
  ("en", "-9876543.21", ["grouped"], "\u{2212}9,876,543.21"),
  ("fr", "1000000", ["million"], "1\u{A0}million"),
  ("fr", "1500000", ["million"], "1,5\u{A0}million"),
  ("fr", "2000000", ["million"], "2\u{A0}millions"),
  ("fr", "5000000", ["million"], "5\u{A0}millions"),
  ("fr", "11000000", ["million"], "11\u{A0}millions"),
  ("fr", "21000000", ["million"], "21\u{A0}millions"),
  ("fr", "102000000", ["million"], "102\u{A0}millions"),
  ("fr", "1000000000", ["billion"], "1\u{A0}milliard"),
  ("fr", "3200000000", ["billion"], "3,2\u{A0}milliards"),
  ("fr", "25000000000", ["billion"], "25\u{A0}milliards"),
  ("fr", "1000000000000", ["trillion"], "1\u{A0}billion"),
  ("fr", "4000000000000", ["trillion"], "4\u{A0}billions"),
  ("fr", "100000000000000", ["trillion"], "100\u{A0}billions"),
  ("fr", "1234.5", ["grouped"], "1\u{202F}234,5"),
  ("fr", "12345.67", ["grouped"], "12\u{202F}345,67"),
  ("fr", "-9876543.21", ["grouped"], "\u{2212}9\u{202F}876\u{202F}543,21"),
  ("es", "1000000", ["million"], "1\u{A0}millón"),
  ("es", "1500000", ["million"], "1,5\u{A0}millones"),
  ("es", "2000000", ["million"], "2\u{A0}millones"),
  ("es", "5000000", ["million"], "5\u{A0}millones"),
  ("es", "11000000", ["million"], "11\u{A0}millones"),
  ("es", "21000000", ["million"], "21\u{A0}millones"),
  ("es", "102000000", ["million"], "102\u{A0}millones"),
  ("es", "1000000000", ["billion"], "1\u{A0}mil\u{A0}millones"),
  ("es", "3200000000", ["billion"], "3,2\u{A0}mil\u{A0}millones"),
  ("es", "25000000000", ["billion"], "25\u{A0}mil\u{A0}millones"),
  ("es", "1000000000000", ["trillion"], "1\u{A0}billón"),
  ("es", "4000000000000", ["trillion"], "4\u{A0}billones"),
  ("es", "100000000000000", ["trillion"], "100\u{A0}billones"),
  ("es", "1234.5", ["grouped"], "1234,5"),
  ("es", "12345.67", ["grouped"], "12.345,67"),
  ("es", "-9876543.21", ["grouped"], "\u{2212}9.876.543,21"),
  ("ru", "1000000", ["million"], "1\u{A0}миллион"),
  ("ru", "1500000", ["million"], "1,5\u{A0}миллиона"),
  ("ru", "2000000", ["million"], "2\u{A0}миллиона"),
  ("ru", "5000000", ["million"], "5\u{A0}миллионов"),
  ("ru", "11000000", ["million"], "11\u{A0}миллионов"),
  ("ru", "21000000", ["million"], "21\u{A0}миллион"),
  ("ru", "102000000", ["million"], "102\u{A0}миллиона"),
  ("ru", "1000000000", ["billion"], "1\u{A0}миллиард"),
  ("ru", "3200000000", ["billion"], "3,2\u{A0}миллиарда"),
  ("ru", "25000000000", ["billion"], "25\u{A0}миллиардов"),
  ("ru", "1000000000000", ["trillion"], "1\u{A0}триллион"),
  ("ru", "4000000000000", ["trillion"], "4\u{A0}триллиона"),
  ("ru", "100000000000000", ["trillion"], "100\u{A0}триллионов"),
  ("ru", "1234.5", ["grouped"], "1\u{A0}234,5"),
  ("ru", "12345.67", ["grouped"], "12\u{A0}345,67"),
  ("ru", "-9876543.21", ["grouped"], "\u{2212}9\u{A0}876\u{A0}543,21"),
  ("ar", "1000000", ["million"], "١\u{A0}مليون"),
  ("ar", "1500000", ["million"], "١٫٥\u{A0}مليون"),
  ("ar", "2000000", ["million"], "٢\u{A0}مليون"),
  ("ar", "5000000", ["million"], "٥\u{A0}ملايين"),
  ("ar", "11000000", ["million"], "١١\u{A0}مليون"),
  ("ar", "21000000", ["million"], "٢١\u{A0}مليون"),
  ("ar", "102000000", ["million"], "١٠٢\u{A0}مليون"),
  ("ar", "1000000000", ["billion"], "١\u{A0}مليار"),
  ("ar", "3200000000", ["billion"], "٣٫٢\u{A0}مليار"),
  ("ar", "25000000000", ["billion"], "٢٥\u{A0}مليار"),
  ("ar", "1000000000000", ["trillion"], "١\u{A0}ترليون"),
  ("ar", "4000000000000", ["trillion"], "٤\u{A0}ترليون"),
  ("ar", "100000000000000", ["trillion"], "١٠٠\u{A0}ترليون"),
  ("ar", "1234.5", ["grouped"], "١٬٢٣٤٫٥"),
  ("ar", "12345.67", ["grouped"], "١٢٬٣٤٥٫٦٧"),
  ("ar", "-9876543.21", ["grouped"], "\u{61C}\u{2212}٩٬٨٧٦٬٥٤٣٫٢١"),
]

private let units: [(language: String, value: String, unit: String, text: String)] = [
  ("en", "-12.34", "%", "\u{2212}12.34%"),
  ("en", "12345.50", "CNY", "CN¥12,345.50"),
  ("en", "12345.50", "USD", "$12,345.50"),
  ("en", "12345.50", "EUR", "€12,345.50"),
  ("en", "12345.50", "GBP", "£12,345.50"),
  ("en", "12345.50", "RUB", "RUB\u{A0}12,345.50"),
  ("fr", "-12.34", "%", "\u{2212}12,34\u{A0}%"),
  ("fr", "12345.50", "CNY", "12\u{202F}345,50\u{A0}CNY"),
  ("fr", "12345.50", "USD", "12\u{202F}345,50\u{A0}$US"),
  ("fr", "12345.50", "EUR", "12\u{202F}345,50\u{A0}€"),
  ("fr", "12345.50", "GBP", "12\u{202F}345,50\u{A0}£GB"),
  ("fr", "12345.50", "RUB", "12\u{202F}345,50\u{A0}RUB"),
  ("es", "-12.34", "%", "\u{2212}12,34\u{A0}%"),
  ("es", "12345.50", "CNY", "12.345,50\u{A0}CNY"),
  ("es", "12345.50", "USD", "12.345,50\u{A0}US$"),
  ("es", "12345.50", "EUR", "12.345,50\u{A0}€"),
  ("es", "12345.50", "GBP", "12.345,50\u{A0}GBP"),
  ("es", "12345.50", "RUB", "12.345,50\u{A0}RUB"),
  ("ru", "-12.34", "%", "\u{2212}12,34\u{A0}%"),
  ("ru", "12345.50", "CNY", "12\u{A0}345,50\u{A0}CN¥"),
  ("ru", "12345.50", "USD", "12\u{A0}345,50\u{A0}$"),
  ("ru", "12345.50", "EUR", "12\u{A0}345,50\u{A0}€"),
  ("ru", "12345.50", "GBP", "12\u{A0}345,50\u{A0}£"),
  ("ru", "12345.50", "RUB", "12\u{A0}345,50\u{A0}₽"),
  ("ar", "-12.34", "%", "\u{61C}\u{2212}١٢٫٣٤٪\u{61C}"),
  ("ar", "12345.50", "CNY", "\u{200F}١٢٬٣٤٥٫٥٠\u{A0}CN¥"),
  ("ar", "12345.50", "USD", "\u{200F}١٢٬٣٤٥٫٥٠\u{A0}US$"),
  ("ar", "12345.50", "EUR", "\u{200F}١٢٬٣٤٥٫٥٠\u{A0}€"),
  ("ar", "12345.50", "GBP", "\u{200F}١٢٬٣٤٥٫٥٠\u{A0}UK£"),
  ("ar", "12345.50", "RUB", "\u{200F}١٢٬٣٤٥٫٥٠\u{A0}RUB"),
]

@Test(arguments: forms)
func writesNumbersAsCLDRDoes(language: String, value: String, formats: [String], text: String) {
  let fixture = Fixture("figures: { x: { value: \(value) } }")
  let printed = fixture.layer.print("x", formats: formats, language: language, at: .none)
  #expect(printed.value.text == text)
  #expect(printed.diagnostics == [])
}

/// The sign that keeps a currency from running to the left is left to the line.
@Test(arguments: units)
func writesUnitsAsCLDRDoes(language: String, value: String, unit: String, text: String) {
  let fixture = Fixture("figures: { x: { value: \(value), unit: \"\(unit)\" } }")
  let printed = fixture.layer.print("x", formats: ["grouped"], language: language, at: .none)
  #expect(printed.value.text == text.replacing("\u{200F}", with: ""))
  #expect(printed.diagnostics == [])
}
