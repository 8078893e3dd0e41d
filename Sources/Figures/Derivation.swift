/// A derivation as written: functions over figures, numbers and other functions.
indirect enum Derivation: Hashable, Sendable {
  case figure(String)
  case number(ExactDecimal)
  case call(DerivationFunction, [Derivation])

  /// The figures that it refers to, in order, each once.
  var figures: [String] {
    var seen: Set<String> = []
    var names: [String] = []
    collect { if seen.insert($0).inserted { names.append($0) } }
    return names
  }

  private func collect(_ visit: (String) -> Void) {
    switch self {
    case .figure(let id): visit(id)
    case .number: return
    case .call(_, let operands): for operand in operands { operand.collect(visit) }
    }
  }
}

/// What a derivation may compute; percentages are in hundredths, as they are printed.
enum DerivationFunction: String, CaseIterable, Sendable {
  /// a + b + …
  case sum
  /// a − b
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

  var arity: ClosedRange<Int> {
    switch self {
    case .sum, .product, .mean: 1...1_000
    case .difference, .points, .quotient, .ratio, .share, .growth, .index: 2...2
    case .cagr: 3...3
    }
  }

  /// How many operands must share a unit, from the first.
  var sameUnitCount: Int {
    switch self {
    case .sum, .mean: .max
    case .difference, .points, .ratio, .share, .growth, .cagr, .index: 2
    case .product, .quotient: 0
    }
  }

  /// - Throws: what the arithmetic cannot do; the operands are as many as `arity` allows.
  func value(of operands: [ExactDecimal]) throws(DecimalError) -> ExactDecimal {
    let first = operands.first ?? .zero
    let second = operands.count > 1 ? operands[1] : .zero
    let hundred = ExactDecimal(100)
    switch self {
    case .sum: return try total(operands)
    case .mean: return try total(operands).divided(by: ExactDecimal(operands.count))
    case .product: return try product(operands)
    case .difference, .points: return try first.subtracting(second)
    case .quotient, .ratio: return try first.divided(by: second)
    case .share: return try first.multiplied(by: hundred).divided(by: second).trimmed
    case .index: return try second.multiplied(by: hundred).divided(by: first).trimmed
    case .growth:
      return try second.subtracting(first).multiplied(by: hundred).divided(by: first).trimmed
    case .cagr:
      guard let periods = operands[2].integerValue, (1...100).contains(periods) else {
        throw .outOfRange
      }
      let factor = try ExactDecimal.root(periods, of: second, over: first)
      return try factor.subtracting(ExactDecimal(1)).multiplied(by: hundred).trimmed
    }
  }

  private func total(_ operands: [ExactDecimal]) throws(DecimalError) -> ExactDecimal {
    var sum = ExactDecimal.zero
    for operand in operands { sum = try sum.adding(operand) }
    return sum
  }

  private func product(_ operands: [ExactDecimal]) throws(DecimalError) -> ExactDecimal {
    var product = ExactDecimal(1)
    for operand in operands { product = try product.multiplied(by: operand) }
    return product
  }
}
