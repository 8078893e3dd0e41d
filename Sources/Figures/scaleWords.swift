extension NumberLanguage {
  /// The scales that the language has words for.
  var scales: [NumberScale] {
    tag == "zh" ? [.wan, .yi, .wanyi] : [.million, .billion, .trillion]
  }

  /// The largest scale in which a number still has a digit before the point.
  func scale(fitting value: ExactDecimal) -> NumberScale {
    scales.last { value.magnitude.movingPoint(left: $0.power) >= ExactDecimal(1) } ?? .one
  }

  /// The word of a scale after a number as printed (CLDR 48, decimalFormats-long).
  func word(_ scale: NumberScale, after value: ExactDecimal, decimals: Int) -> String {
    guard let words = NumberLanguage.scaleWords[tag]?[scale] else { return scale.rawValue }
    switch PluralCategory(of: value, decimals: decimals, tag: tag) {
    case .one: return words.one
    case .few: return words.few
    // Russian counts a fraction like few: 1,5 миллиона.
    case .other where tag == "ru": return words.few
    case .zero, .two, .many, .other: return words.other
    }
  }

  private static func forms(_ one: String, _ few: String, _ other: String) -> ScaleForms {
    ScaleForms(one: one, few: few, other: other)
  }

  private static let scaleWords: [String: [NumberScale: ScaleForms]] = [
    "fr": [
      .million: forms("million", "millions", "millions"),
      .billion: forms("milliard", "milliards", "milliards"),
      .trillion: forms("billion", "billions", "billions"),
    ],
    "es": [
      .million: forms("millón", "millones", "millones"),
      .billion: forms("mil\u{A0}millones", "mil\u{A0}millones", "mil\u{A0}millones"),
      .trillion: forms("billón", "billones", "billones"),
    ],
    "ru": [
      .million: forms("миллион", "миллиона", "миллионов"),
      .billion: forms("миллиард", "миллиарда", "миллиардов"),
      .trillion: forms("триллион", "триллиона", "триллионов"),
    ],
    "ar": [
      .million: forms("مليون", "ملايين", "مليون"),
      .billion: forms("مليار", "مليار", "مليار"),
      .trillion: forms("ترليون", "ترليون", "ترليون"),
    ],
  ]
}

/// A word in the plurals that scales need.
private struct ScaleForms: Sendable {
  var one: String
  var few: String
  var other: String
}
