/// What a derivation may compute; percentages are in hundredths, as they are printed.
enum DerivationFunction: String, CaseIterable, Sendable {
  /// a + b + …
  case sum
  /// a − b; of two percentages, in percentage points
  case difference
  /// a − b, of two percentages, in percentage points
  case points
  /// a × b × …
  case product
  /// a ÷ b, of different things
  case quotient
  /// a ÷ b, of two of the same unit
  case ratio
  /// a ÷ b in per cent
  case share
  /// (b ÷ a − 1) in per cent
  case growth
  /// ((b ÷ a)^(1 ÷ n) − 1) in per cent: compound growth over n periods
  case cagr
  /// b ÷ a × 100, where a is the base
  case index
  /// (a + b + …) ÷ n
  case mean
  /// a ÷ b, of an amount and the number of people, 万 and 亿 taken into account
  case perCapita = "per_capita"
  /// a at the rate b, whose unit names both sides: 元/美元
  case convert

  var arity: ClosedRange<Int> {
    switch self {
    case .sum, .product, .mean: 1...1_000
    case .difference, .points, .quotient, .ratio, .share, .growth, .index, .perCapita, .convert:
      2...2
    case .cagr: 3...3
    }
  }

  /// How many operands must share a unit, from the first.
  var sameUnitCount: Int {
    switch self {
    case .sum, .mean: .max
    case .difference, .points, .ratio, .share, .growth, .cagr, .index: 2
    case .product, .quotient, .perCapita, .convert: 0
    }
  }

  /// - Throws: what the arithmetic cannot do, or units that do not go together; the operands are as
  ///   many as `arity` allows.
  func value(of operands: [Quantity]) throws(DerivationError) -> Quantity {
    try checkUnits(of: operands)
    guard let first = operands.first else { return Quantity(value: ExactRational(0)) }
    let second = operands.count > 1 ? operands[1] : first
    switch self {
    case .perCapita: return try first.perCapita(second)
    case .convert: return try first.converted(at: second)
    default: break
    }
    let values = operands.map(\.value)
    try checkMeaning(values)
    let value = try arithmetic { () throws(DecimalError) in
      try number(values, first.value, second.value)
    }
    return Quantity(value: value, scale: scale(of: operands), unit: unit(of: operands))
  }

  private func number(
    _ values: [ExactRational], _ first: ExactRational, _ second: ExactRational
  ) throws(DecimalError) -> ExactRational {
    let hundred = ExactRational(100)
    switch self {
    case .sum: return try total(values)
    case .mean: return try total(values).divided(by: ExactRational(values.count))
    case .product:
      var product = ExactRational(1)
      for value in values { product = try product.multiplied(by: value) }
      return product
    case .difference, .points: return try first.subtracting(second)
    case .quotient, .ratio, .perCapita, .convert: return try first.divided(by: second)
    case .share: return try first.divided(by: second).multiplied(by: hundred)
    case .index: return try second.divided(by: first).multiplied(by: hundred)
    case .growth:
      return try second.divided(by: first).subtracting(ExactRational(1)).multiplied(by: hundred)
    case .cagr:
      guard let periods = try ExactDecimal(values[2]).integerValue, (1...100).contains(periods)
      else { throw .outOfRange }
      let factor = ExactRational(try second.divided(by: first).root(periods))
      return try factor.subtracting(ExactRational(1)).multiplied(by: hundred)
    }
  }

  /// What can be computed and says nothing.
  private func checkMeaning(_ values: [ExactRational]) throws(DerivationError) {
    switch self {
    case .growth where values[0].isNegative,
      .cagr where values[0].isNegative || values[1].isNegative:
      throw .meaningless("a negative amount has no rate of growth")
    case .cagr:
      let periods = (try? ExactDecimal(values[2]))?.integerValue
      guard let periods, (1...100).contains(periods) else {
        throw .meaningless("“cagr” takes a whole number of periods from 1 to 100")
      }
    default: break
    }
  }

  private func total(_ values: [ExactRational]) throws(DecimalError) -> ExactRational {
    var sum = ExactRational(0)
    for value in values { sum = try sum.adding(value) }
    return sum
  }

  /// Sums keep the decimals of what they are made of; a quotient has none of its own.
  private func scale(of operands: [Quantity]) -> Int {
    switch self {
    case .sum, .difference, .points: operands.map(\.scale).max() ?? 0
    case .product: operands.map(\.scale).reduce(0, +)
    default: 0
    }
  }

  private func unit(of operands: [Quantity]) -> Quantity.Unit {
    let units = operands.map(\.unit)
    let known = units.filter { $0 != .unknown }
    switch self {
    case .sum, .mean: return known.first { $0 != .points } ?? known.first ?? .unknown
    case .difference:
      return units.allSatisfy { $0 == .percent } ? .points : known.first ?? .unknown
    case .points: return .points
    case .product: return known.count == 1 ? known[0] : .unknown
    case .quotient: return quotientUnit(units)
    case .ratio, .index: return .number
    case .share, .growth, .cagr: return .percent
    case .perCapita, .convert: return .unknown
    }
  }

  private func quotientUnit(_ units: [Quantity.Unit]) -> Quantity.Unit {
    guard units.count == 2, units[0] != .unknown else { return .unknown }
    if units[0] == units[1] { return .number }
    return units[1] == .number ? units[0] : .unknown
  }

  private func checkUnits(of operands: [Quantity]) throws(DerivationError) {
    let units = operands.prefix(sameUnitCount).map(\.unit).filter { $0 != .unknown }
    if self == .points, let other = units.first(where: { !$0.isPercentage }) {
      throw .units("takes percentage points of what is in \(other.text), not in %")
    }
    guard let first = units.first, let other = units.first(where: { !$0.agrees(with: first) })
    else { return }
    throw .units("brings \(first.text) together with \(other.text) in “\(rawValue)”")
  }
}

extension Quantity {
  /// The amount for each of so many people: 亿元 for 万人 gives 元.
  fileprivate func perCapita(_ people: Quantity) throws(DerivationError) -> Quantity {
    let (own, base) = NumberScale.split(unit.text)
    let heads = NumberScale.split(people.unit.text)
    let result = try arithmetic { () throws(DecimalError) in
      try value.movingPoint(right: own.power - heads.scale.power).divided(by: people.value)
    }
    return Quantity(value: result, unit: Unit(base))
  }

  /// The amount in another currency: 元/美元 multiplies dollars and divides yuan.
  fileprivate func converted(at rate: Quantity) throws(DerivationError) -> Quantity {
    let sides = rate.unit.text.split(separator: "/").map(String.init)
    guard sides.count == 2 else {
      throw .units("converts at a rate whose unit is not of the kind 元/美元")
    }
    let (own, base) = NumberScale.split(unit.text)
    guard let side = sides.firstIndex(of: base) else {
      throw .units("converts \(unit.text) at a rate in \(rate.unit.text)")
    }
    let result = try arithmetic { () throws(DecimalError) in
      try side == 1 ? value.multiplied(by: rate.value) : value.divided(by: rate.value)
    }
    return Quantity(value: result, unit: Unit(own.rawValue + sides[1 - side]))
  }
}
