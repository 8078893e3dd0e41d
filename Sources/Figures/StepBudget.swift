internal import GRDBSQLite
internal import Synchronization

/// Counts the steps of SQLite's virtual machine and stops a statement that takes too many.
final class StepBudget: Sendable {
  private static let stride: Int32 = 1_000
  private let stepsLeft = Atomic<Int>(Int.max)

  /// Grants a new statement so many steps.
  func grant(_ steps: Int) { stepsLeft.store(steps, ordering: .relaxed) }

  /// Makes a connection ask this budget; the budget must outlive the connection.
  func watch(_ connection: OpaquePointer?) {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe sqlite3_progress_handler(
      connection, StepBudget.stride,
      { context in
        guard let context = unsafe context else { return 0 }
        return unsafe Unmanaged<StepBudget>.fromOpaque(context).takeUnretainedValue().spend()
      }, context)
  }

  /// Takes one stride; not zero when nothing is left, which interrupts the statement.
  private func spend() -> Int32 {
    let stride = Int(StepBudget.stride)
    let (_, left) = stepsLeft.subtract(stride, ordering: .relaxed)
    return left > 0 ? 0 : 1
  }
}
