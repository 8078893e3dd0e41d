/// A natural number of any size, with just what an exact root needs.
struct Natural: Comparable, Sendable {
  /// Base 2^32, least significant first, without leading zeros.
  private var limbs: [UInt32]

  init(_ value: UInt128) {
    limbs = []
    var rest = value
    while rest > 0 {
      limbs.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  static func < (left: Natural, right: Natural) -> Bool {
    guard left.limbs.count == right.limbs.count else {
      return left.limbs.count < right.limbs.count
    }
    for (a, b) in zip(left.limbs.reversed(), right.limbs.reversed()) where a != b { return a < b }
    return false
  }

  static func * (left: Natural, right: Natural) -> Natural {
    var product = Natural(0)
    product.limbs = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (row, a) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (column, b) in right.limbs.enumerated() {
        let sum = UInt64(a) * UInt64(b) + UInt64(product.limbs[row + column]) + carry
        product.limbs[row + column] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      product.limbs[row + right.limbs.count] = UInt32(carry)
    }
    while product.limbs.last == 0 { product.limbs.removeLast() }
    return product
  }

  func power(_ exponent: Int) -> Natural {
    (0..<exponent).reduce(Natural(1)) { power, _ in power * self }
  }
}

extension ExactDecimal {
  /// The root of a quotient, `(numerator / denominator)^(1/degree)`, to 24 decimals, found by
  /// comparing integers only; both must be positive.
  static func root(
    _ degree: Int, of numerator: ExactDecimal, over denominator: ExactDecimal
  ) throws(DecimalError) -> ExactDecimal {
    guard numerator > .zero, denominator > .zero, degree >= 1 else { throw .noRealResult }
    let decimals = 24
    let dividend =
      Natural(numerator.coefficient.magnitude) * Natural(powersOfTen[denominator.scale])
      * Natural(powersOfTen[decimals]).power(degree)
    let divisor = Natural(denominator.coefficient.magnitude) * Natural(powersOfTen[numerator.scale])
    var (low, high) = (UInt128(0), powersOfTen[maximumDigits])
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if dividend < Natural(middle).power(degree) * divisor { high = middle } else { low = middle }
    }
    guard high < powersOfTen[maximumDigits] else { throw .outOfRange }
    let isExact = Natural(low).power(degree) * divisor == dividend
    let marked = isExact || low % 5 != 0 ? low : low + 1
    let root = ExactDecimal(unchecked: Int128(marked), scale: decimals)
    return isExact ? root.trimmed : root
  }
}
