/// Units of axes, which are chosen once for all of their numbers.
extension NumberLanguage {
  /// The scale of an axis whose largest number is given: 万 from 100,000 and 亿 from 100 million on
  /// in Chinese, million, billion and trillion elsewhere.
  package func axisScale(reaching largest: ExactDecimal) -> NumberScale {
    if tag == "zh" { return .fitting(largest) }
    return largest.magnitude < ExactDecimal(1_000_000) ? .one : scale(fitting: largest)
  }

  /// 亿元, million dollars, millions d’euros: the unit with the word of its scale.
  package func unit(_ unit: String, scaledBy scale: NumberScale) -> String {
    guard scale != .one else { return unit }
    if tag == "zh" { return scale.rawValue + unit }
    // A hundred of them: no language has a form of its own for so many.
    let word = word(scale, after: ExactDecimal(100), decimals: 0)
    let name = Currency.named(unit)?.name(in: self) ?? unit
    return word + UnitPhrase(scale: scale, kind: .named(name), language: self).link(before: name)
      + name
  }

  /// Whether a unit says its scale already, such as 亿元 or million tonnes.
  package func hasScale(_ unit: String) -> Bool {
    if NumberScale.split(unit).scale != .one { return true }
    let first = unit.lowercased().prefix { $0.isLetter }
    let stems = NumberLanguage.scaleStems[tag] ?? []
    return first.hasPrefix("thousand") || stems.contains(String(first))
  }

  private static let scaleStems: [String: [String]] = [
    "fr": ["mille", "milliers", "million", "millions", "milliard", "milliards", "billions"],
    "es": ["mil", "miles", "millón", "millones", "billón", "billones"],
    "ru": ["тыс", "тысяч", "млн", "миллионов", "млрд", "миллиардов", "трлн", "триллионов"],
    "ar": ["ألف", "آلاف", "مليون", "ملايين", "مليار", "ترليون"],
    "en": ["millions", "billions", "trillions", "thousands"],
  ]
}
