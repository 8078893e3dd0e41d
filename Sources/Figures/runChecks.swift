internal import Declarations
package import Diagnostics

extension DiagnosticCode {
  package static let figuresCheckFailed = DiagnosticCode(
    "figures.check-failed", "A check in figures.yaml does not hold for the figures as they are.")
  package static let figuresBadCheck = DiagnosticCode(
    "figures.bad-check", "A check lacks what its kind needs, such as equals for a sum.")
}

extension DataLayer {
  /// Runs the checks; each that fails is an error at the check, labelled with the figures.
  func run(_ checks: [Spanned<CheckDeclaration>]) -> [Diagnostic] {
    checks.flatMap { check -> [Diagnostic] in
      var run = CheckRun(check: check, layer: self)
      do throws(CheckAbandoned) {
        return try run.failure().map { [$0] } ?? []
      } catch {
        return error.diagnostics
      }
    }
  }
}

/// Why a check could not be run; empty when a figure's own failure was reported before.
private struct CheckAbandoned: Error {
  var diagnostics: [Diagnostic] = []
}

/// One check against the figures.
private struct CheckRun {
  /// A figure or a number that a check names.
  private struct Operand {
    var name: String
    var value: ExactDecimal
    var figure: Figure?
  }

  private let span: SourceSpan
  private let check: CheckDeclaration
  private let layer: DataLayer
  private var labels: [Diagnostic.Label] = []

  init(check: Spanned<CheckDeclaration>, layer: DataLayer) {
    self.span = check.span
    self.check = check.value
    self.layer = layer
  }

  /// The finding, when the check does not hold.
  mutating func failure() throws(CheckAbandoned) -> Diagnostic? {
    guard let assertion = check.assertion, !check.figures.isEmpty else { throw CheckAbandoned() }
    var operands: [Operand] = []
    for name in check.figures { operands.append(try operand(name)) }
    do {
      guard let message = try message(assertion, operands) else { return nil }
      return Diagnostic(.figuresCheckFailed, message, at: span, labels: labels)
        .hinting(check.note)
    } catch let abandoned as CheckAbandoned {
      throw abandoned
    } catch {
      throw bad("the check overflows: its numbers have too many digits")
    }
  }

  private func bad(_ message: String) -> CheckAbandoned {
    CheckAbandoned(diagnostics: [Diagnostic(.figuresBadCheck, message, at: span)])
  }

  /// Looks a figure or number up, and labels the figure for a later finding.
  private mutating func operand(_ name: Spanned<String>) throws(CheckAbandoned) -> Operand {
    if let number = try? ExactDecimal(parsing: name.value) {
      return Operand(name: name.value, value: number)
    }
    guard let figure = layer.figure(name.value) else {
      let isReported = layer.declares(name.value)
      throw CheckAbandoned(
        diagnostics: isReported ? [] : [layer.unknownFigure(name.value, at: name.span)])
    }
    let shown = figure.value.shortened
    labels.append(Diagnostic.Label(span: figure.span, text: "“\(figure.id)” is \(shown)"))
    return Operand(name: name.value, value: figure.value, figure: figure)
  }

  private mutating func operand(
    _ name: Spanned<String>?, key: String
  ) throws(CheckAbandoned) -> Operand {
    guard let name else { throw bad("a check of this kind needs “\(key)”") }
    return try operand(name)
  }

  private mutating func message(
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
      if let figure = operand.figure { copy.value = figure.value.rounded(to: figure.decimals) }
      return copy
    }
    return try difference(of: printed, from: whole, "the shares as printed")
  }

  private mutating func equalMessage(_ operands: [Operand]) throws -> String? {
    let tolerance = try tolerance()
    var rest = operands[...]
    let first = try check.equals.map { try operand($0) } ?? rest.removeFirst()
    for other in rest where try other.value.subtracting(first.value).magnitude > tolerance {
      return "“\(other.name)” is \(other.value.shortened), “\(first.name)” \(first.value.shortened)"
    }
    return nil
  }

  private mutating func rangeMessage(_ operands: [Operand]) throws -> String? {
    let lower = try check.from.map { try operand($0) }
    let upper = try check.to.map { try operand($0) }
    guard lower != nil || upper != nil else { throw bad("a range needs “from” or “to”") }
    for operand in operands {
      if let lower, operand.value < lower.value {
        return "“\(operand.name)” is \(operand.value.shortened), below \(lower.value.shortened)"
      }
      if let upper, operand.value > upper.value {
        return "“\(operand.name)” is \(operand.value.shortened), above \(upper.value.shortened)"
      }
    }
    return nil
  }

  private func orderMessage(
    _ operands: [Operand], _ verb: String, _ holds: (ExactDecimal, ExactDecimal) -> Bool
  ) -> String? {
    for (first, second) in zip(operands, operands.dropFirst())
    where !holds(first.value, second.value) {
      let values = "\(first.value.shortened) to \(second.value.shortened)"
      return "the figures do not \(verb) from “\(first.name)” to “\(second.name)”: \(values)"
    }
    return nil
  }
}

extension ExactDecimal {
  /// At most six decimals, for messages.
  var shortened: ExactDecimal { scale > 6 ? rounded(to: 6) : self }
}
