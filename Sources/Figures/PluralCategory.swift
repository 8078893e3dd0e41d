/// The plural categories of CLDR (UTS 35, part 3, “Language Plural Rules”).
enum PluralCategory: Hashable, Sendable {
  case zero
  case one
  case two
  case few
  case many
  case other

  /// The category of a number as printed (CLDR 48, plurals.xml).
  ///
  /// Its digits decide, so 1.0 is not 1 in English. The large numbers of French and Spanish, which CLDR calls many, have the words of
  /// `other` here.
  init(of value: ExactDecimal, decimals: Int, tag: String) {
    let whole = value.magnitude
    let digits = whole.digits(decimals: decimals).whole
    let isOne = digits == "1" && whole.isInteger
    let last = Int(digits.suffix(2)) ?? 0
    switch tag {
    case "zh": self = .other
    case "en": self = isOne && decimals == 0 ? .one : .other
    case "fr": self = digits == "0" || digits == "1" ? .one : .other
    case "es": self = isOne ? .one : .other
    case "ru": self = decimals == 0 ? PluralCategory(russian: last) : .other
    default: self = PluralCategory(arabic: whole, last)
    }
  }

  private init(russian last: Int) {
    switch (last / 10, last % 10) {
    case (1, _): self = .many
    case (_, 1): self = .one
    case (_, 2...4): self = .few
    default: self = .many
    }
  }

  private init(arabic value: ExactDecimal, _ last: Int) {
    guard value.isInteger else {
      self = .other
      return
    }
    switch (value.integerValue, last) {
    case (0, _): self = .zero
    case (1, _): self = .one
    case (2, _): self = .two
    case (_, 3...10): self = .few
    case (_, 11...99): self = .many
    default: self = .other
    }
  }
}

extension NumberLanguage {
  /// An ordinal number, for the masculine where a language has genders (CLDR 48, ordinals.xml).
  func ordinal(_ digits: String, _ value: ExactDecimal) -> String {
    let last = Int(String(value.coefficient.magnitude).suffix(2)) ?? 0
    switch tag {
    case "en": return digits + englishSuffix(last)
    case "fr": return digits + (value == ExactDecimal(1) ? "er" : "e")
    case "es": return digits + ".º"
    case "ru": return digits + "-й"
    default: return words.ordinal + digits
    }
  }

  private func englishSuffix(_ last: Int) -> String {
    switch (last / 10, last % 10) {
    case (1, _): "th"
    case (_, 1): "st"
    case (_, 2): "nd"
    case (_, 3): "rd"
    default: "th"
    }
  }
}
