extension ExactDecimal {
  /// Rounds once; negative `decimals` round to tens.
  package func rounded(to decimals: Int, by rule: Rounding = .halfAway) -> ExactDecimal {
    guard decimals < scale else { return self }
    guard decimals > -ExactDecimal.maximumDigits else { return .zero }
    let drop = scale - decimals
    guard drop <= ExactDecimal.maximumScale else { return .zero }
    let power = ExactDecimal.powersOfTen[drop]
    var (quotient, remainder) = coefficient.magnitude.quotientAndRemainder(dividingBy: power)
    if rule.raises(quotient, remainder, of: power) { quotient += 1 }
    if decimals < 0 { quotient *= ExactDecimal.powersOfTen[-decimals] }
    let magnitude = Int128(quotient)
    return ExactDecimal(unchecked: isNegative ? -magnitude : magnitude, scale: max(decimals, 0))
  }

  package func adding(_ other: ExactDecimal) throws(DecimalError) -> ExactDecimal {
    let coarsest = min(scale, other.scale)
    for scale in stride(from: max(scale, other.scale), through: coarsest, by: -1) {
      guard let left = coefficient(at: scale), let right = other.coefficient(at: scale) else {
        continue
      }
      let (sum, overflow) = left.addingReportingOverflow(right)
      guard !overflow else { continue }
      return try .shrunk(sum.magnitude, 0, isNegative: sum < 0, scale: scale)
    }
    throw .outOfRange
  }

  package func subtracting(_ other: ExactDecimal) throws(DecimalError) -> ExactDecimal {
    try adding(other.negated)
  }

  package func multiplied(by other: ExactDecimal) throws(DecimalError) -> ExactDecimal {
    let product = coefficient.magnitude.multipliedFullWidth(by: other.coefficient.magnitude)
    return try .shrunk(
      product.low, product.high, isNegative: isNegative != other.isNegative,
      scale: scale + other.scale)
  }

  /// The quotient: exact where it ends within 34 digits, and otherwise cut so that any later
  /// rounding to fewer digits is that of the true value.
  package func divided(by other: ExactDecimal) throws(DecimalError) -> ExactDecimal {
    guard !other.isZero else { throw .divisionByZero }
    guard !isZero else { return .zero }
    let divisor = other.coefficient.magnitude
    let wanted =
      ExactDecimal.maximumDigits + decimalDigits(of: divisor)
      - decimalDigits(of: coefficient.magnitude)
    let room = ExactDecimal.maximumScale - scale + other.scale
    let shift = max(0, min(wanted, room, ExactDecimal.maximumScale))
    let dividend = coefficient.magnitude.multipliedFullWidth(by: ExactDecimal.powersOfTen[shift])
    guard dividend.high < divisor else { throw .outOfRange }
    let (quotient, remainder) = divisor.dividingFullWidth(dividend)
    let digits = remainder == 0 ? quotient : quotient.marked
    let result = try ExactDecimal.shrunk(
      digits, 0, isNegative: isNegative != other.isNegative, scale: scale - other.scale + shift)
    return remainder == 0 ? result.trimmed : result
  }

  /// The coefficient when the number is written with so many decimals; cut where it has more, nil
  /// where it does not fit.
  private func coefficient(at newScale: Int) -> Int128? {
    if newScale >= scale {
      let power = Int128(exactly: ExactDecimal.powersOfTen[newScale - scale])
      guard let power else { return nil }
      let (product, overflow) = coefficient.multipliedReportingOverflow(by: power)
      return overflow ? nil : product
    }
    let power = ExactDecimal.powersOfTen[scale - newScale]
    let (quotient, remainder) = coefficient.magnitude.quotientAndRemainder(dividingBy: power)
    let magnitude = Int128(remainder == 0 ? quotient : quotient.marked)
    return isNegative ? -magnitude : magnitude
  }

  /// A number of at most 34 digits from a wide coefficient.
  ///
  /// Digits that are dropped leave their mark in the last one that is kept: a final 0 or 5 becomes
  /// 1 or 6 (“round 05 up” of the General Decimal Arithmetic specification), so that a value just
  /// above a half is never taken for the half.
  static func shrunk(
    _ low: UInt128, _ high: UInt128, isNegative: Bool, scale: Int
  ) throws(DecimalError) -> ExactDecimal {
    var (low, scale) = (low, scale)
    if high != 0 {
      // 2^128 has 39 digits; `high` adds its own.
      let drop = decimalDigits(of: high) + 39 - maximumDigits
      guard drop <= 38 else { throw .outOfRange }
      let (quotient, remainder) = powersOfTen[drop].dividingFullWidth((high, low))
      low = remainder == 0 ? quotient : quotient.marked
      scale -= drop
    }
    let excess = max(decimalDigits(of: low) - maximumDigits, scale - maximumScale)
    if excess > 0 {
      guard excess <= 38 else { return .zero }
      let (quotient, remainder) = low.quotientAndRemainder(dividingBy: powersOfTen[excess])
      low = remainder == 0 ? quotient : quotient.marked
      scale -= excess
    }
    if scale < 0 {
      let (product, overflow) = low.multipliedReportingOverflow(by: powersOfTen[min(-scale, 38)])
      guard !overflow, product < powersOfTen[maximumDigits] else { throw .outOfRange }
      (low, scale) = (product, 0)
    }
    let magnitude = Int128(low)
    return ExactDecimal(unchecked: isNegative ? -magnitude : magnitude, scale: scale)
  }
}

extension UInt128 {
  /// The cut digits with a mark that something was cut.
  fileprivate var marked: UInt128 { self % 5 == 0 ? self + 1 : self }
}
