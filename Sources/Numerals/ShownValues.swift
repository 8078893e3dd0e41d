internal import Figures

/// The numbers of blocks by measure, to find blocks that speak of the same data without comparing
/// each with each.
///
/// Blocks of the same data agree in most of their rows, and so share at least one value; values are
/// kept without decimals, because one may be shown in fewer than the other. What is looked at for a
/// block is bounded, so that the work grows with the numbers shown and not with pairs of blocks.
struct ShownValues {
  private struct Value: Hashable {
    var measure: String
    var whole: ExactDecimal
  }

  private var blocks: [ShownBlock] = []
  /// Blocks that show a value, latest last.
  private var showing: [Value: [Int]] = [:]

  /// The latest blocks that are remembered for a value.
  private static let maximumBlocks = 64
  /// The blocks that a block is compared with.
  private static let maximumCandidates = 16

  /// The blocks that share most values with one, in their own order.
  func likeliest(for block: ShownBlock) -> [ShownBlock] {
    var votes: [Int: Int] = [:]
    for value in Self.values(of: block) {
      for index in showing[value] ?? [] { votes[index, default: 0] += 1 }
    }
    let ranked = votes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ranked.prefix(Self.maximumCandidates).map(\.key).sorted().map { blocks[$0] }
  }

  mutating func add(_ block: ShownBlock) {
    for value in Self.values(of: block) {
      var known = showing[value] ?? []
      known.append(blocks.count)
      if known.count > Self.maximumBlocks { known.removeFirst() }
      showing[value] = known
    }
    blocks.append(block)
  }

  private static func values(of block: ShownBlock) -> Set<Value> {
    var values: Set<Value> = []
    for (column, declared) in block.table.columns.enumerated() where declared.kind == .number {
      for row in 0..<block.table.rowCount {
        guard let number = block.table[row, column].number else { continue }
        values.insert(Value(measure: declared.name, whole: number.rounded(to: 0)))
      }
    }
    return values
  }
}
