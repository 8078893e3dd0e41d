/// Values by small integer keys, in one array: the values of a key keep their order.
struct Grouping<Value> {
  private var starts: [Int]
  private let values: [Value]

  /// Groups entries with keys from 0 to `count`; others are left out.
  init(_ entries: [(key: Int, value: Value)], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for entry in entries where entry.key < count { starts[entry.key + 1] += 1 }
    for key in 0..<count { starts[key + 1] += starts[key] }
    var next = starts
    var order = [Int](repeating: 0, count: starts[count])
    for (index, entry) in entries.enumerated() where entry.key < count {
      order[next[entry.key]] = index
      next[entry.key] += 1
    }
    values = order.map { entries[$0].value }
    self.starts = starts
  }

  subscript(key: Int) -> ArraySlice<Value> { values[starts[key]..<starts[key + 1]] }
}
