/// A fraction in lowest terms: what derivations compute with, so that a third of three is one and
/// nothing is rounded before print.
struct ExactRational: Hashable, Sendable {
  let numerator: Natural
  let denominator: Natural
  let isNegative: Bool

  /// Larger fractions are out of range: nothing that a report derives comes near.
  private static let maximumBits = 1 << 14

  init(_ decimal: ExactDecimal) {
    let whole = decimal.trimmed
    let scale = Natural(ExactDecimal.powersOfTen[whole.scale])
    self.init(Natural(whole.coefficient.magnitude), over: scale, isNegative: whole.isNegative)
  }

  init(_ value: Int) { self.init(ExactDecimal(value)) }

  /// The fraction in lowest terms; the denominator is not zero.
  private init(_ numerator: Natural, over denominator: Natural, isNegative: Bool) {
    let divisor = numerator.commonDivisor(with: denominator)
    let isLowest = divisor == Natural(1)
    self.numerator =
      isLowest ? numerator : numerator.quotientAndRemainder(dividingBy: divisor).quotient
    self.denominator =
      isLowest ? denominator : denominator.quotientAndRemainder(dividingBy: divisor).quotient
    self.isNegative = isNegative && !numerator.isZero
  }

  private func checked() throws(DecimalError) -> ExactRational {
    guard numerator.bitWidth <= ExactRational.maximumBits,
      denominator.bitWidth <= ExactRational.maximumBits
    else { throw .outOfRange }
    return self
  }

  var isZero: Bool { numerator.isZero }

  var negated: ExactRational {
    ExactRational(numerator, over: denominator, isNegative: !isNegative)
  }

  func adding(_ other: ExactRational) throws(DecimalError) -> ExactRational {
    let left = numerator * other.denominator
    let right = other.numerator * denominator
    let common = denominator * other.denominator
    if isNegative == other.isNegative {
      return try ExactRational(left + right, over: common, isNegative: isNegative).checked()
    }
    let isLarger = left >= right
    let difference = isLarger ? left - right : right - left
    let sign = isLarger ? isNegative : other.isNegative
    return try ExactRational(difference, over: common, isNegative: sign).checked()
  }

  func subtracting(_ other: ExactRational) throws(DecimalError) -> ExactRational {
    try adding(other.negated)
  }

  func multiplied(by other: ExactRational) throws(DecimalError) -> ExactRational {
    try ExactRational(
      numerator * other.numerator, over: denominator * other.denominator,
      isNegative: isNegative != other.isNegative
    ).checked()
  }

  func divided(by other: ExactRational) throws(DecimalError) -> ExactRational {
    guard !other.isZero else { throw .divisionByZero }
    return try ExactRational(
      numerator * other.denominator, over: denominator * other.numerator,
      isNegative: isNegative != other.isNegative
    ).checked()
  }

  /// The value times a power of ten.
  func movingPoint(right power: Int) throws(DecimalError) -> ExactRational {
    let ten = ExactRational(.ten(to: min(abs(power), ExactDecimal.maximumDigits - 1)))
    return try power < 0 ? divided(by: ten) : multiplied(by: ten)
  }

  /// The root, to 24 decimals, found by comparing integers only; exact where it ends there.
  ///
  /// Where it does not, its last digit is marked as `ExactDecimal.shrunk` marks it.
  func root(_ degree: Int) throws(DecimalError) -> ExactDecimal {
    guard !isNegative, !isZero, degree >= 1 else { throw .noRealResult }
    let decimals = 24
    let dividend = numerator * Natural(ExactDecimal.powersOfTen[decimals]).power(degree)
    var (low, high) = (UInt128(0), ExactDecimal.powersOfTen[ExactDecimal.maximumDigits])
    let limit = high
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let isAbove = dividend < Natural(middle).power(degree) * denominator
      if isAbove { high = middle } else { low = middle }
    }
    guard high < limit else { throw .outOfRange }
    let isExact = Natural(low).power(degree) * denominator == dividend
    let marked = isExact || low % 5 != 0 ? low : low + 1
    let root = ExactDecimal(unchecked: Int128(marked), scale: decimals)
    return isExact ? root.trimmed : root
  }
}

extension ExactDecimal {
  /// The first 34 digits of a fraction, the last one marked where there are more (see `shrunk`),
  /// so that rounding for print is that of the fraction.
  init(_ fraction: ExactRational) throws(DecimalError) {
    let whole = max(0, fraction.numerator.bitWidth - fraction.denominator.bitWidth - 1)
    // log₁₀ 2 is between 1233 / 4096 and 1234 / 4096.
    let wanted = ExactDecimal.maximumDigits + 1 - whole * 1233 / 4096
    let leading = max(0, fraction.denominator.bitWidth - fraction.numerator.bitWidth) * 1233 / 4096
    let scale = max(0, min(ExactDecimal.maximumScale, wanted + leading))
    let dividend = fraction.numerator * Natural(ExactDecimal.powersOfTen[scale])
    let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: fraction.denominator)
    guard let digits = quotient.value else { throw .outOfRange }
    let marked = rest.isZero || digits % 5 != 0 ? digits : digits + 1
    let cut = try ExactDecimal.shrunk(marked, 0, isNegative: fraction.isNegative, scale: scale)
    self = rest.isZero ? cut.trimmed : cut
  }

  /// The root of a quotient, `(numerator / denominator)^(1/degree)`.
  static func root(
    _ degree: Int, of numerator: ExactDecimal, over denominator: ExactDecimal
  ) throws(DecimalError) -> ExactDecimal {
    try ExactRational(numerator).divided(by: ExactRational(denominator)).root(degree)
  }

  fileprivate static func ten(to exponent: Int) -> ExactDecimal {
    ExactDecimal(unchecked: Int128(ExactDecimal.powersOfTen[exponent]), scale: 0)
  }
}
