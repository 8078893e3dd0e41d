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
