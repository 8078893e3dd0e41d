import Parallelism
import Synchronization
import Testing

@Suite("Work on several threads")
struct ParallelTests {
  @Test("results stand in the order of the values", arguments: [1, 2, 3, 16])
  func order(tasks: Int) {
    let values = Array(0..<500)
    let squares = inParallel(values, tasks: tasks) { value in
      // Later values take less work, so that threads overtake each other.
      let sum = (0..<(500 - value) * 20).reduce(0, +)
      return sum < 0 ? 0 : value * value
    }
    #expect(squares == values.map { $0 * $0 })
  }

  @Test("every value is taken once")
  func once() {
    let taken = Mutex([Int](repeating: 0, count: 1_000))
    _ = inParallel(Array(0..<1_000), tasks: 4) { value in taken.withLock { $0[value] += 1 } }
    #expect(taken.withLock { $0 }.allSatisfy { $0 == 1 })
  }

  @Test("no more threads work at a time than may", arguments: [1, 2, 3])
  func bound(tasks: Int) {
    let working = Mutex((now: 0, most: 0))
    _ = inParallel(Array(0..<200), tasks: tasks) { _ in
      working.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      working.withLock { $0.now -= 1 }
    }
    #expect(working.withLock { $0.most } <= tasks)
  }

  @Test("nothing gives nothing")
  func nothing() {
    #expect(inParallel([Int](), tasks: 4) { $0 }.isEmpty)
  }
}
