extension Natural {
  /// Long division (Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D); the divisor is
  /// not zero.
  func quotientAndRemainder(dividingBy divisor: Natural) -> (quotient: Natural, remainder: Natural)
  {
    if let value, let other = divisor.value, other > 0 {
      let (quotient, remainder) = value.quotientAndRemainder(dividingBy: other)
      return (Natural(quotient), Natural(remainder))
    }
    guard let top = divisor.limbs.last, self >= divisor else { return (Natural(0), self) }
    guard divisor.limbs.count > 1 else { return divided(by: top) }
    let shift = top.leadingZeroBitCount
    let low = divisor.shifted(left: shift).limbs
    var rest = shifted(left: shift).limbs
    while rest.count <= limbs.count { rest.append(0) }
    var quotient = [UInt32](repeating: 0, count: rest.count - low.count)
    for place in quotient.indices.reversed() {
      quotient[place] = Natural.digit(&rest, place, low)
    }
    return (Natural(limbs: quotient), Natural(limbs: rest).shifted(right: shift))
  }

  /// One digit of the quotient, taken off the rest: steps D3 to D6.
  private static func digit(_ rest: inout [UInt32], _ place: Int, _ divisor: [UInt32]) -> UInt32 {
    let count = divisor.count
    let head = UInt64(rest[place + count]) << 32 | UInt64(rest[place + count - 1])
    let top = UInt64(divisor[count - 1])
    var guess = min(head / top, UInt64(UInt32.max))
    while subtract(&rest, place, divisor, times: guess) {
      // The guess is at most two too large; what was taken is given back.
      guess -= 1
    }
    return UInt32(guess)
  }

  /// Takes a multiple of the divisor off the rest; true where it was too much, the rest untouched.
  private static func subtract(
    _ rest: inout [UInt32], _ place: Int, _ divisor: [UInt32], times factor: UInt64
  ) -> Bool {
    var taken = rest
    var (carry, borrow) = (UInt64(0), Int64(0))
    for index in 0...divisor.count {
      let product = factor * (index < divisor.count ? UInt64(divisor[index]) : 0) + carry
      carry = product >> 32
      let digit = Int64(taken[place + index]) - Int64(product & 0xFFFF_FFFF) - borrow
      taken[place + index] = UInt32(truncatingIfNeeded: digit)
      borrow = digit < 0 ? 1 : 0
    }
    if borrow == 0, carry == 0 { rest = taken }
    return borrow != 0 || carry != 0
  }

  private func divided(by divisor: UInt32) -> (quotient: Natural, remainder: Natural) {
    var quotient = limbs
    var rest: UInt64 = 0
    for index in limbs.indices.reversed() {
      let part = rest << 32 | UInt64(limbs[index])
      quotient[index] = UInt32(part / UInt64(divisor))
      rest = part % UInt64(divisor)
    }
    return (Natural(limbs: quotient), Natural(UInt128(rest)))
  }

  /// Both shifts are by less than a limb.
  private func shifted(left bits: Int) -> Natural {
    self * Natural(UInt128(1) << UInt128(bits))
  }

  private func shifted(right bits: Int) -> Natural {
    let parts = limbs.indices.map { index in
      let high = index + 1 < limbs.count ? UInt64(limbs[index + 1]) : 0
      return UInt32(truncatingIfNeeded: (high << 32 | UInt64(limbs[index])) >> UInt64(bits))
    }
    return Natural(limbs: parts)
  }

  /// The greatest common divisor, by Euclid.
  func commonDivisor(with other: Natural) -> Natural {
    var (a, b) = (self, other)
    while !b.isZero {
      if let a = a.value, let b = b.value { return Natural(Natural.commonDivisor(a, b)) }
      (a, b) = (b, a.quotientAndRemainder(dividingBy: b).remainder)
    }
    return a
  }

  private static func commonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (a, b) = (first, second)
    while b > 0 { (a, b) = (b, a % b) }
    return a
  }
}
