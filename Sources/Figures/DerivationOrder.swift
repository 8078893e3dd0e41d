/// The order in which derivations can be evaluated (Kahn's algorithm), and the cycles that have
/// none.
struct DerivationOrder {
  private let ids: [String]
  private let needs: [[Int]]
  private var users: [[Int]]
  private var missing: [Int]
  private var ready: [Int]
  private var isDone: [Bool]

  /// - Parameter needs: each derivation's id and the ids that it refers to; ids that are not
  ///   derivations need no order.
  init(needs: [(id: String, figures: [String])]) {
    let positions = Dictionary(needs.enumerated().map { ($1.id, $0) }) { first, _ in first }
    ids = needs.map(\.id)
    self.needs = needs.map { item in item.figures.compactMap { positions[$0] } }
    users = [[Int]](repeating: [], count: needs.count)
    for (index, list) in self.needs.enumerated() {
      for need in list { users[need].append(index) }
    }
    missing = self.needs.map(\.count)
    ready = missing.indices.filter { [missing] in missing[$0] == 0 }.reversed()
    isDone = [Bool](repeating: false, count: needs.count)
  }

  /// Leaves a derivation out, for one of its operands does not exist; it counts as evaluated, so
  /// that what needs it is not called a cycle.
  mutating func abandon(_ index: Int) {
    guard !isDone[index] else { return }
    isDone[index] = true
    release(index)
  }

  /// The next derivation all of whose operands have been given before.
  mutating func next() -> Int? {
    while let index = ready.popLast() {
      guard !isDone[index] else { continue }
      isDone[index] = true
      release(index)
      return index
    }
    return nil
  }

  private mutating func release(_ index: Int) {
    for user in users[index] {
      missing[user] -= 1
      if missing[user] == 0 { ready.append(user) }
    }
  }

  /// Every cycle among the derivations that never became ready, each once, from its first member.
  func cycles() -> [[Int]] {
    var state = isDone.map { $0 ? 2 : 0 }
    var cycles: [[Int]] = []
    for start in state.indices where state[start] == 0 {
      var path: [Int] = []
      var current: Int? = start
      while let index = current, state[index] == 0 {
        state[index] = 1
        path.append(index)
        current = needs[index].first { state[$0] != 2 }
      }
      if let index = current, let entry = path.firstIndex(of: index) {
        cycles.append(fromSmallest(Array(path[entry...])))
      }
      for index in path { state[index] = 2 }
    }
    return cycles
  }

  private func fromSmallest(_ cycle: [Int]) -> [Int] {
    let start = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
    return Array(cycle[start...] + cycle[..<start])
  }
}
