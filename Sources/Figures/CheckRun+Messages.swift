internal import Diagnostics

extension CheckRun {
  /// What does not hold; nil where all does.
  mutating func message(
    _ assertion: CheckDeclaration.Assertion, _ operands: [Operand]
  ) throws -> String? {
    switch assertion {
    case .sum: try sumMessage(operands, of: "the figures")
    case .shares: try sharesMessage(operands)
    case .equal: try equalMessage(operands)
    case .range: try rangeMessage(operands)
    case .increasing: orderMessage(operands, "increase") { $0 <= $1 }
    case .decreasing: orderMessage(operands, "decrease") { $0 >= $1 }
    }
  }

  private mutating func tolerance() throws -> ExactDecimal {
    guard let tolerance = check.tolerance else { return .zero }
    return try operand(tolerance).value.magnitude
  }

  private mutating func sumMessage(_ operands: [Operand], of what: String) throws -> String? {
    let whole = try operand(check.equals, key: "equals")
    return try difference(of: operands, from: whole, what)
  }

  private mutating func difference(
    of operands: [Operand], from whole: Operand, _ what: String
  ) throws -> String? {
    let tolerance = try tolerance()
    var sum = ExactDecimal.zero
    for operand in operands { sum = try sum.adding(operand.value) }
    guard try sum.subtracting(whole.value).magnitude > tolerance else { return nil }
    let target =
      whole.figure == nil
      ? "\(whole.value)" : "the \(whole.value.shortened) of “\(whole.name)”"
    return "\(what) make \(sum.shortened), not \(target)"
  }

  private mutating func sharesMessage(_ operands: [Operand]) throws -> String? {
    let hundred = Operand(name: "100", value: ExactDecimal(100))
    let whole = try check.equals.map { try operand($0) } ?? hundred
    let printed = operands.map { operand in
      var copy = operand
      if let figure = operand.figure { copy.value = figure.printed(layer.rounding) }
      return copy
    }
    return try difference(of: printed, from: whole, "the shares as printed")
  }

  private mutating func equalMessage(_ operands: [Operand]) throws -> String? {
    let tolerance = try tolerance()
    var rest = operands[...]
    if let against = check.against { return try seriesMessage(operands, against) }
    let first = try check.equals.map { try operand($0) } ?? rest.removeFirst()
    for other in rest where try other.value.subtracting(first.value).magnitude > tolerance {
      point(to: first)
      point(to: other)
      return "“\(other.name)” is \(other.value.shortened), “\(first.name)” \(first.value.shortened)"
    }
    return nil
  }

  /// Two series agree number by number.
  private mutating func seriesMessage(
    _ operands: [Operand], _ against: Spanned<String>
  ) throws -> String? {
    let tolerance = try tolerance()
    let others = try rows(against)
    guard others.count == operands.count else {
      return "there are \(operands.count) numbers here and \(others.count) in “against”"
    }
    for (one, other) in zip(operands, others)
    where try one.value.subtracting(other.value).magnitude > tolerance {
      point(to: one)
      point(to: other)
      let place = one.name == other.name ? "“against” has" : "“\(other.name)” of “against” is"
      return "“\(one.name)” is \(one.value.shortened), \(place) \(other.value.shortened)"
    }
    return nil
  }

  private mutating func rangeMessage(_ operands: [Operand]) throws -> String? {
    let lower = try check.from.map { try operand($0) }
    let upper = try check.to.map { try operand($0) }
    guard lower != nil || upper != nil else { throw bad("a range needs “from” or “to”") }
    for operand in operands {
      if let lower, operand.value < lower.value {
        point(to: operand)
        return "“\(operand.name)” is \(operand.value.shortened), below \(lower.value.shortened)"
      }
      if let upper, operand.value > upper.value {
        point(to: operand)
        return "“\(operand.name)” is \(operand.value.shortened), above \(upper.value.shortened)"
      }
    }
    return nil
  }

  private mutating func orderMessage(
    _ operands: [Operand], _ verb: String, _ holds: (ExactDecimal, ExactDecimal) -> Bool
  ) -> String? {
    for (first, second) in zip(operands, operands.dropFirst())
    where !holds(first.value, second.value) {
      point(to: first)
      point(to: second)
      let values = "\(first.value.shortened) to \(second.value.shortened)"
      return "the figures do not \(verb) from “\(first.name)” to “\(second.name)”: \(values)"
    }
    return nil
  }
}
