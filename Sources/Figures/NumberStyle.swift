/// How a bare number is written in tables, on axes and in prose: the one place where digits are
/// made.
package struct NumberStyle: Hashable, Sendable {
  /// Decimals in print; nil for as written.
  package var decimals: Int?
  package var isGrouped: Bool
  /// 万 or 亿 that the number is scaled to; the caller prints the word with the unit.
  package var scale: NumberScale
  package var language: NumberLanguage
  package var rounding: Rounding

  package init(
    decimals: Int? = nil, isGrouped: Bool = false, scale: NumberScale = .one,
    language: NumberLanguage = .chinese, rounding: Rounding = .halfAway
  ) {
    self.rounding = rounding
    self.decimals = decimals
    self.isGrouped = isGrouped
    self.scale = scale
    self.language = language
  }

  /// The digits of a value, scaled, rounded once, grouped.
  package func text(_ value: ExactDecimal) -> String {
    let scaled = value.movingPoint(left: scale.power)
    let decimals = decimals ?? scaled.scale
    return digits(scaled.rounded(to: decimals, by: rounding), decimals: decimals)
  }

  /// What the printed digits stand for, in the unit of the value.
  package func printedValue(of value: ExactDecimal) -> ExactDecimal {
    guard let decimals else { return value }
    return value.movingPoint(left: scale.power).rounded(to: decimals, by: rounding)
      .movingPoint(left: -scale.power)
  }

  /// The digits of a number that is rounded already.
  func digits(_ rounded: ExactDecimal, decimals: Int) -> String {
    var (whole, fraction) = rounded.magnitude.digits(decimals: decimals)
    if isGrouped { whole = grouped(whole) }
    if !fraction.isEmpty { fraction = language.decimalPoint + fraction }
    let sign = rounded.isNegative ? language.minus : ""
    return sign + localized(whole + fraction)
  }

  private func grouped(_ digits: String) -> String {
    guard digits.count >= 3 + language.minimumGroupingDigits else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += language.groupSeparator }
      text.append(digit)
    }
    return text
  }

  private func localized(_ text: String) -> String {
    guard let digits = language.digits else { return text }
    return String(text.map { $0.isASCII ? $0.wholeNumberValue.map { digits[$0] } ?? $0 : $0 })
  }
}

/// A power of ten that languages have a word for between number and unit (GB/T 15835, 5.1).
package enum NumberScale: String, CaseIterable, Hashable, Sendable {
  case one = ""
  case wan = "万"
  case yi = "亿"
  case wanyi = "万亿"
  case million = "million"
  case billion = "billion"
  case trillion = "trillion"

  package var power: Int {
    switch self {
    case .one: 0
    case .wan: 4
    case .yi: 8
    case .million: 6
    case .billion: 9
    case .wanyi, .trillion: 12
    }
  }

  /// Splits the scale off a unit: 亿元 is 亿 and 元, and “million USD” is million and USD.
  package static func split(_ unit: String) -> (scale: NumberScale, unit: String) {
    for scale in [NumberScale.wanyi, .yi, .wan] where unit.hasPrefix(scale.rawValue) {
      return (scale, String(unit.dropFirst(scale.rawValue.count)))
    }
    let words = unit.split(separator: " ", maxSplits: 1)
    for scale in [NumberScale.million, .billion, .trillion] where words.first == scale.rawValue[...]
    {
      return (scale, words.count > 1 ? String(words[1]) : "")
    }
    return (.one, unit)
  }

  /// The largest scale in which a number of this size still has a digit before the point, for the
  /// unit of an axis; 万 only from 100,000 on.
  package static func fitting(_ largest: ExactDecimal) -> NumberScale {
    let size = largest.magnitude
    if size >= ExactDecimal(1_000_000_000_000) { return .wanyi }
    if size >= ExactDecimal(100_000_000) { return .yi }
    return size >= ExactDecimal(100_000) ? .wan : .one
  }
}

extension ExactDecimal {
  /// The value divided by a power of ten, exactly; negative powers multiply.
  package func movingPoint(left power: Int) -> ExactDecimal {
    guard power != 0 else { return self }
    let ten = ExactDecimal.powersOfTen[min(abs(power), ExactDecimal.maximumDigits - 1)]
    let factor = ExactDecimal(unchecked: Int128(ten), scale: 0)
    let moved = try? power < 0 ? multiplied(by: factor) : divided(by: factor)
    return moved ?? self
  }
}
