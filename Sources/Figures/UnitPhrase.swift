/// What stands around the digits of a number: its scale, its unit, its currency.
struct UnitPhrase: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case none
    case percent
    case points
    case currency(Currency)
    case named(String)
  }

  var scale: NumberScale
  var kind: Kind
  var language: NumberLanguage

  /// Whether a range repeats it (GB/T 15835, 5.1.4: 9亿～16亿, 15%～30%, 13万元～17万元).
  var repeatsInRanges: Bool {
    if scale != .one || kind == .percent { return true }
    if case .currency = kind { return language.tag != "zh" }
    return false
  }

  /// The number with its unit; all of it stays on one line.
  func text(_ digits: String, of value: ExactDecimal, decimals: Int) -> String {
    let scaled = digits + scaleWord(value, decimals)
    switch kind {
    case .none: return scaled
    case .percent: return digits + language.percentSpace + language.percentSign
    case .points: return digits + language.unitSpace + points(value, decimals)
    case .currency(let currency): return text(scaled, currency)
    case .named(let unit): return scaled + link(before: unit) + unit
    }
  }

  private func scaleWord(_ value: ExactDecimal, _ decimals: Int) -> String {
    guard scale != .one else { return "" }
    return language.unitSpace + language.word(scale, after: value, decimals: decimals)
  }

  private func points(_ value: ExactDecimal, _ decimals: Int) -> String {
    let isOne = PluralCategory(of: value, decimals: decimals, tag: language.tag) == .one
    return isOne ? language.words.percentagePoint : language.words.percentagePoints
  }

  private func text(_ scaled: String, _ currency: Currency) -> String {
    switch language.tag {
    case "zh": return scaled + currency.chinese
    case "en": return prefixed(scaled, currency.sign(in: language))
    case _ where scale != .one:
      let name = currency.name(in: language)
      return scaled + link(before: name) + name
    default: return scaled + language.unitSpace + currency.sign(in: language)
    }
  }

  /// English writes −$5 and, where a currency has no sign, RUB 5 with a space.
  private func prefixed(_ scaled: String, _ sign: String) -> String {
    let isNegative = scaled.hasPrefix(language.minus)
    let digits = isNegative ? String(scaled.dropFirst(language.minus.count)) : scaled
    let space = sign.last?.isLetter == true ? "\u{A0}" : ""
    return (isNegative ? language.minus : "") + sign + space + digits
  }

  /// French and Spanish say millions *of* something.
  func link(before unit: String) -> String {
    guard scale != .one, !unit.isEmpty else { return language.unitSpace }
    switch language.tag {
    case "fr":
      let isElided = unit.first.map { "aeiouéèêhAEIOUÉH".contains($0) } ?? false
      return isElided ? "\u{A0}d’" : "\u{A0}de\u{A0}"
    case "es": return "\u{A0}de\u{A0}"
    default: return language.unitSpace
    }
  }
}
