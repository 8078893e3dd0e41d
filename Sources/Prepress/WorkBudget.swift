/// What may still be spent on a file, in bytes read or steps taken: in a hostile file a little text
/// costs much.
struct WorkBudget {
  private(set) var rest: Int

  init(_ rest: Int) { self.rest = rest }

  var isSpent: Bool { rest <= 0 }

  mutating func spend(_ amount: Int) { rest -= min(max(amount, 0), max(rest, 0)) }
}
