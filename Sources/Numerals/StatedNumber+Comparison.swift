internal import Figures

extension StatedNumber {
  /// The figure in the unit of the stated number; nil when the two measure different things.
  func value(of figure: Figure) -> ExactDecimal? {
    guard let converted = converted(figure) else { return nil }
    guard number.unit == "倍", direction == .rise, !isResult else {
      // 增长到三倍 of a growth in per cent is one more than the growth.
      let isGrown = number.unit == "倍" && isResult && figure.isGrowth
      return isGrown ? try? converted.adding(ExactDecimal(1)) : converted
    }
    // 增长三倍 means four times as much.
    return figure.isRatio ? try? converted.subtracting(ExactDecimal(1)) : converted
  }

  private func converted(_ figure: Figure) -> ExactDecimal? {
    if let own = Self.ratio(of: figure.unit) {
      guard let written = number.divisor ?? Self.ratio(of: number.unit) else { return nil }
      return try? figure.value.multiplied(by: written).divided(by: own)
    }
    let (scale, unit) = NumberScale.split(figure.unit)
    guard number.divisor == nil, Self.agree(unit, number.unit) else { return nil }
    return figure.value.movingPoint(left: number.scale.power - scale.power)
  }

  /// How many of a unit make a whole, for units that are parts or multiples of one.
  private static func ratio(of unit: String) -> ExactDecimal? {
    switch unit {
    case "%", "％": ExactDecimal(100)
    case "‰": ExactDecimal(1_000)
    case "成": ExactDecimal(10)
    case "倍": ExactDecimal(1)
    default: nil
    }
  }

  /// 家 and 家企业, 个 and 个多小时 are the same; so is a unit left out.
  private static func agree(_ unit: String, _ written: String) -> Bool {
    unit.isEmpty || written.isEmpty || unit.hasPrefix(written) || written.hasPrefix(unit)
      || ["百分点", "个百分点"].contains(unit) && ["百分点", "个百分点"].contains(written)
  }

  /// Whether the words hold of a value in the number's own unit, at the precision they are printed in.
  func holds(of value: ExactDecimal, isChange: Bool) -> Bool {
    if isChange, direction == .fall, value > .zero { return false }
    if isChange, direction == .rise, value < .zero { return false }
    let size = direction == .fall ? value.magnitude : value
    let stated = number.value
    switch relation {
    case .equal: return rounds(size)
    case .about: return rounds(size) || isRoundNumber && differs(size, byLessThan: 20)
    case .nearly: return size <= stated && differs(size, byLessThan: 10)
    case .below: return size < stated
    case .above: return size >= stated
    }
  }

  private func rounds(_ value: ExactDecimal) -> Bool {
    if isFraction { return differs(value, byLessThan: relation == .about ? 10 : 20) }
    return value.rounded(to: number.value.scale) == number.value
  }

  /// 四分之一 and the like, which have no last digit to round to.
  private var isFraction: Bool {
    guard let divisor = number.divisor?.integerValue else { return false }
    return divisor != 100 && divisor != 1_000
  }

  /// 1500 and 20, whose last zeros are not meant to the unit.
  private var isRoundNumber: Bool {
    number.value.integerValue.map { $0 != 0 && $0 % 10 == 0 } ?? false
  }

  /// Whether a value is within one part in so many of the stated one.
  private func differs(_ value: ExactDecimal, byLessThan parts: Int) -> Bool {
    guard let difference = try? value.subtracting(number.value).magnitude,
      let scaled = try? difference.multiplied(by: ExactDecimal(parts))
    else { return false }
    return scaled <= number.value.magnitude
  }
}

extension Figure {
  /// The function that derives it.
  var function: Substring? {
    guard case .derivation(let text, _) = origin else { return nil }
    return text.prefix { $0 != "(" }
  }

  /// Whether it tells a change, whose sign is its direction.
  var isGrowth: Bool { function == "growth" || function == "cagr" }

  var isRatio: Bool { function == "ratio" || function == "quotient" }
}
