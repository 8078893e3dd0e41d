import Diagnostics
import Seeds
import Testing

@testable import Figures

/// Reads a printed number back: the digits, the marks and the words of a language, and nothing of
/// the engine's own code.
private struct NumberReader {
  let language: NumberLanguage

  private static let powers: [(word: String, power: Int)] = [
    ("万亿", 12), ("亿", 8), ("万", 4), ("mil\u{A0}millones", 9), ("billions", 12), ("billion", 12),
    ("milliards", 9), ("milliard", 9), ("millions", 6), ("billones", 12), ("billón", 12),
    ("millones", 6), ("millón", 6), ("million", 6), ("миллиардов", 9), ("миллиарда", 9),
    ("миллиард", 9), ("миллионов", 6), ("миллиона", 6), ("миллион", 6), ("триллионов", 12),
    ("триллиона", 12), ("триллион", 12), ("trillion", 12), ("ملايين", 6), ("مليون", 6),
    ("مليار", 9), ("ترليون", 12),
  ]

  func read(_ text: String) throws -> ExactDecimal {
    let found = NumberReader.powers.first { text.contains($0.word) }
    // English and French disagree about the billion.
    let power = found.map { $0.word == "billion" && language.tag == "en" ? 9 : $0.power } ?? 0
    let isNegative =
      text.contains("\u{2212}") || text.contains(language.words.decrease)
    var digits = ""
    for character in text.replacing(language.groupSeparator, with: "") {
      if character.unicodeScalars.first?.properties.numericType == .decimal,
        let value = character.wholeNumberValue
      {
        digits += String(value)
      } else if String(character) == language.decimalPoint {
        digits += "."
      }
    }
    if digits.hasSuffix(".") { digits.removeLast() }
    return try ExactDecimal(parsing: (isNegative ? "-" : "") + digits + "e\(power)")
  }
}

private let scales = ["wan", "yi", "wanyi", "million", "billion", "trillion"]
private let units = ["", "%", "人", "元", "USD", "亿元", "million EUR", "个百分点"]

/// What is printed, in any language and format, reads back as the value at its precision.
@Test(arguments: 0..<1_000)
func whatIsPrintedReadsBack(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  let value = ExactDecimal.random(using: &random)
  let unit = units.randomElement(using: &random) ?? ""
  let language = NumberLanguage.known.randomElement(using: &random) ?? .chinese
  let decimals = Int.random(in: 0...6, using: &random)
  var formats = ["decimals(\(decimals))"]
  if Bool.random(using: &random) { formats.append("signed") }
  if Bool.random(using: &random) { formats.append("approx") }
  if unit != "%", unit != "个百分点", Bool.random(using: &random) {
    formats.append(scales.randomElement(using: &random) ?? "yi")
  } else if Bool.random(using: &random) {
    formats.append("grouped")
  }
  let rounding = seed % 2 == 0 ? Rounding.halfAway : .halfEven
  let fixture = Fixture(
    "rounding: \(rounding.rawValue)\nfigures: { x: { value: \(value), unit: \"\(unit)\" } }")
  let printed = fixture.layer.print("x", formats: formats, language: language.tag, at: .none)
  guard printed.diagnostics.isEmpty else { return }
  let text = printed.value.text
  guard text != language.words.unchanged, text != language.words.almostUnchanged else { return }
  let own = NumberScale.split(unit).scale.power
  #expect(
    try NumberReader(language: language).read(text)
      == printed.value.printedValue.movingPoint(left: -own), "\(text) for \(value)")
  let half = try ExactDecimal(parsing: "0.5e\(12 - decimals)")
  #expect(try printed.value.printedValue.subtracting(value).magnitude <= half)
}

/// Han numerals read back digit by digit: 三百零五 and 叁佰零伍.
@Test(arguments: 0..<300)
func hanNumeralsReadBack(seed: UInt64) throws {
  var random = SplitMix64(seed: seed)
  let bits = Int.random(in: 1...50, using: &random)
  let value = Int.random(in: 0..<(1 << bits), using: &random)
  let text = hanNumeral(ExactDecimal(value), decimals: 0)
  #expect(readHan(text) == value)
  #expect(readHan(upperHan(text)) == value)
}

/// The value of Han numerals by their grammar: a digit times its place, groups times 万 and 亿.
private func readHan(_ text: String) -> Int {
  let digits = ["零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"].map(Array.init)
  var (total, section, digit) = (0, 0, 0)
  var before: Character = " "
  for character in text {
    if let value = digits.lazy.compactMap({ $0.firstIndex(of: character) }).first {
      digit = value
    } else if let power = ["十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000][character] {
      section += (digit == 0 && before != "零" && section == 0 ? 1 : digit) * power
      digit = 0
    } else if character == "万" {
      section = (section + digit) * 10_000
      (total, section, digit) = (total + section, 0, 0)
    } else {
      total = (total + section + digit) * 100_000_000
      (section, digit) = (0, 0)
    }
    before = character
  }
  return total + section + digit
}
