import Diagnostics
import Manuscript
import Testing

@testable import Numerals

/// Numbers that texts in other languages than Chinese spell out.
struct NumberWordTests {
  private func found(_ text: String, _ language: String) -> [String] {
    var prose = Prose()
    prose.language = language
    prose.append(text, at: .none, .free)
    return scanNumberWords(prose).map { number in
      let value = number.divisor.map { "\(number.value)/\($0)" } ?? "\(number.value)"
      return "\(prose.text(number.range)) \(value)"
    }
  }

  @Test(arguments: [
    ("There are twenty ports and thirty-five lines.", ["twenty 20", "thirty-five 35"]),
    ("About two hundred and fifty thousand people", ["two hundred and fifty thousand 250000"]),
    ("a dozen cities, half of them ports", ["a dozen 12", "half 1/2"]),
    ("Two-thirds of a million tonnes", ["Two-thirds 2/3", "a million 1000000"]),
    ("five per cent more", ["five 5"]),
    ("A twenty-page report", ["twenty 20"]),
    ("three of ten ports, one or two more", []),
    ("in the first half of the year, the second quarter, the twenty-first century", []),
    ("thousands of people, a third party, hundreds more", []),
  ])
  func english(text: String, expected: [String]) { #expect(found(text, "en-GB") == expected) }

  @Test(arguments: [
    ("vingt et un pays", ["vingt et un 21"]),
    ("quatre-vingt-dix-sept ports", ["quatre-vingt-dix-sept 97"]),
    ("soixante-quinze navires, mille emplois", ["soixante-quinze 75", "mille 1000"]),
    ("la moitié, trois quarts", ["moitié 1/2", "trois quarts 3/4"]),
    ("cinq pour cent", ["cinq 5"]),
    ("dix pays tiers, le premier semestre, un port neuf", []),
  ])
  func french(text: String, expected: [String]) { #expect(found(text, "fr") == expected) }

  @Test(arguments: [
    ("treinta y cinco países", ["treinta y cinco 35"]),
    ("ciento veinte mil toneladas", ["ciento veinte mil 120000"]),
    ("once puertos y la mitad", ["once 11", "mitad 1/2"]),
    ("dos millones", ["dos millones 2000000"]),
    ("tres puertos y un ferrocarril, millones de personas", []),
  ])
  func spanish(text: String, expected: [String]) { #expect(found(text, "es") == expected) }

  @Test(arguments: [
    ("двадцать пять стран", ["двадцать пять 25"]),
    ("около двухсот портов", ["двухсот 200"]),
    ("сто сорок три тысячи", ["сто сорок три тысячи 143000"]),
    ("половина грузов", ["половина 1/2"]),
    ("три порта, десять стран, тысячи людей, во второй половине года", []),
  ])
  func russian(text: String, expected: [String]) { #expect(found(text, "ru") == expected) }

  @Test(arguments: [
    ("عشرون دولة", ["عشرون 20"]), ("خمسة وعشرون ميناء", ["خمسة وعشرون 25"]),
    ("خمسة عشر", ["خمسة عشر 15"]), ("نصف السكان", ["نصف 1/2"]), ("ثلاثة موانئ", []),
  ])
  func arabic(text: String, expected: [String]) { #expect(found(text, "ar") == expected) }

  @Test func chineseHasNoneOfThese() { #expect(found("twenty 二十", "zh-CN") == []) }

  @Test("Words are found in the language of their division, at the report's severity")
  func inDivisions() {
    let text =
      "二十 twenty\n\n::: {lang=en}\nTwenty ports, [thirty]{.literal} more and ten besides.\n:::\n"
    let checked = Checked(text)
    #expect(checked.findings == ["1:1 numerals.unbound", "4:1 numerals.unbound"])
    #expect(checked.texts == ["二十", "Twenty"])
    #expect(Checked(text, numerals: .off).findings == [])
  }

  @Test("No words make a number that is not read to its end, or that overflows")
  func hostile() {
    let words = String(repeating: "nine million ", count: 20_000)
    #expect(!found(words, "en").isEmpty)
    #expect(found(String(repeating: "a ", count: 50_000), "en") == [])
  }
}
