/// A natural number of any size, with just what exact fractions and roots need.
struct Natural: Comparable, Hashable, Sendable {
  /// Base 2^32, least significant first, without leading zeros.
  private(set) var limbs: [UInt32]

  init(limbs: [UInt32]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

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

  static func + (left: Natural, right: Natural) -> Natural {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      carry += UInt64(left.limb(index)) + UInt64(right.limb(index))
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return Natural(limbs: sum + [UInt32(carry)])
  }

  /// The difference; `right` is not larger.
  static func - (left: Natural, right: Natural) -> Natural {
    var difference: [UInt32] = []
    var borrow: Int64 = 0
    for index in left.limbs.indices {
      let digit = Int64(left.limbs[index]) - Int64(right.limb(index)) - borrow
      difference.append(UInt32(truncatingIfNeeded: digit))
      borrow = digit < 0 ? 1 : 0
    }
    return Natural(limbs: difference)
  }

  var isZero: Bool { limbs.isEmpty }

  /// How many binary digits it has; zero has none.
  var bitWidth: Int {
    limbs.last.map { limbs.count * 32 - $0.leadingZeroBitCount } ?? 0
  }

  /// The value where it fits 128 bits.
  var value: UInt128? {
    guard limbs.count <= 4 else { return nil }
    return limbs.reversed().reduce(0) { ($0 << 32) | UInt128($1) }
  }

  private func limb(_ index: Int) -> UInt32 { index < limbs.count ? limbs[index] : 0 }

  func power(_ exponent: Int) -> Natural {
    (0..<exponent).reduce(Natural(1)) { power, _ in power * self }
  }
}
