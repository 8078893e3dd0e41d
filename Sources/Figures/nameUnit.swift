extension NumberLanguage {
  /// A unit as the language writes it where no number stands before it, in a head or beside an
  /// axis: 亿元 is CN¥100 million; a unit that the language has no other word for stays as it is.
  package func name(ofUnit unit: String) -> String {
    guard tag != "zh" else { return unit }
    let (scale, base) = NumberScale.split(unit)
    switch Quantity.Unit(base) {
    case .percent where scale == .one: return percentSign
    case .points where scale == .one: return words.percentagePoints
    default: break
    }
    guard let currency = Currency.named(base) else { return unit }
    // 万 is a word of Chinese; other languages write it out: 10,000.
    let (count, word): (Int, NumberScale) =
      switch scale {
      case .one: (1, .one)
      case .wan: (10_000, .one)
      case .yi: (100, .million)
      case .wanyi: (1, .trillion)
      case .million, .billion, .trillion: (1, scale)
      }
    guard scale != .one else { return currency.sign(in: self) }
    let value = ExactDecimal(count)
    let digits = NumberStyle(isGrouped: true, language: self).text(value)
    return UnitPhrase(scale: word, kind: .currency(currency), language: self)
      .text(digits, of: value, decimals: 0)
  }
}

extension NumberScale {
  /// The unit of numbers that a format scales further: 元 in 万 is 万元; nil where no word is left.
  package static func unit(_ unit: String, scaledBy scale: NumberScale) -> String? {
    guard scale != .one else { return unit }
    let (own, base) = split(unit)
    let power = own.power + scale.power
    guard own != .one else { return scale.joined(to: base) }
    return allCases.first { $0.power == power }?.joined(to: base)
  }

  private func joined(to unit: String) -> String {
    [.million, .billion, .trillion].contains(self) ? "\(rawValue) \(unit)" : rawValue + unit
  }
}
