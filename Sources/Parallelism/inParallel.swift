internal import Dispatch
internal import Synchronization

/// Applies a function to independent values on several threads.
///
/// The caller's thread works along. Each thread takes the next value that no one has taken, so that
/// large ones do not hold up the rest.
///
/// - Parameters:
///   - values: what the function is applied to.
///   - tasks: how many threads may work; with one nothing leaves the caller's.
///   - transform: a function of its value alone.
/// - Returns: the results in the order of the values, whoever made them.
package func inParallel<Value: Sendable, Result: Sendable>(
  _ values: [Value], tasks: Int, _ transform: @Sendable (Value) -> Result
) -> [Result] {
  guard tasks > 1, values.count > 1 else { return values.map(transform) }
  let results = Mutex([Result?](repeating: nil, count: values.count))
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: min(tasks, values.count)) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < values.count else { return }
      let result = transform(values[index])
      results.withLock { $0[index] = result }
    }
  }
  return results.withLock { $0.compactMap { $0 } }
}

/// Applies a function to independent values in tasks, so many at a time; in asynchronous code, whose
/// threads must not wait for others.
///
/// - Parameters:
///   - values: what the function is applied to.
///   - tasks: how many values may be worked on at a time.
///   - transform: a function of its value alone.
/// - Returns: the results in the order of the values.
package func inParallel<Value: Sendable, Result: Sendable>(
  _ values: [Value], tasks: Int, _ transform: @escaping @Sendable (Value) -> Result
) async -> [Result] {
  guard tasks > 1, values.count > 1 else { return values.map(transform) }
  return await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: values.count)
    for (index, value) in values.enumerated() {
      if index >= tasks, let (done, result) = await group.next() { results[done] = result }
      group.addTask { (index, transform(value)) }
    }
    for await (index, result) in group { results[index] = result }
    return results.compactMap { $0 }
  }
}

extension Range<Int> {
  /// Stretches of about equal length that follow each other, none of them empty.
  package func divided(into count: Int) -> [Range<Int>] {
    let count = Swift.min(Swift.max(count, 1), self.count)
    return (0..<count).map { index in
      lowerBound + self.count * index / count..<lowerBound + self.count * (index + 1) / count
    }
  }
}
