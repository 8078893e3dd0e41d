internal import GRDBSQLite

/// `SUM`, `TOTAL` and `AVG` on decimals: ten tenths make exactly one.
///
/// They stand in for SQLite's own under the same names, in windows too. Text that is a number
/// counts as one, so that columns of long numbers add up; other text is an error, where SQLite
/// would silently take it for zero.
enum ExactAggregate: String, CaseIterable {
  case sum
  case total
  case avg

  /// Replaces SQLite's aggregates on a connection.
  static func install(on connection: OpaquePointer?) {
    for aggregate in allCases {
      let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
      unsafe sqlite3_create_window_function(
        connection, aggregate.rawValue, 1, flags, nil,
        { context, _, values in unsafe ExactAggregate.change(context, values, adding: true) },
        aggregate.finish, aggregate.finish,
        { context, _, values in unsafe ExactAggregate.change(context, values, adding: false) }, nil)
    }
  }

  private var finish: @convention(c) (OpaquePointer?) -> Void {
    switch self {
    case .sum: { context in unsafe ExactAggregate.sum.report(to: context) }
    case .total: { context in unsafe ExactAggregate.total.report(to: context) }
    case .avg: { context in unsafe ExactAggregate.avg.report(to: context) }
    }
  }

  /// What SQLite keeps between the rows; all zeros, as it comes, is a sum of nothing.
  private struct State {
    var high: Int64
    var low: UInt64
    var scale: Int32
    /// Not zero after something that has no sum.
    var isBroken: Int32
    var count: Int64
    /// How many of the numbers are not of SQLite's integer type.
    var realCount: Int64

    var value: ExactDecimal {
      get { ExactDecimal(unchecked: Int128(high) << 64 | Int128(low), scale: Int(scale)) }
      set {
        high = Int64(truncatingIfNeeded: newValue.coefficient >> 64)
        low = UInt64(truncatingIfNeeded: newValue.coefficient)
        scale = Int32(newValue.scale)
      }
    }
  }

  private static func state(_ context: OpaquePointer?) -> UnsafeMutablePointer<State>? {
    let size = Int32(MemoryLayout<State>.size)
    return unsafe sqlite3_aggregate_context(context, size)?.assumingMemoryBound(to: State.self)
  }

  /// Takes a row into the sum, or out of it when a window moves on.
  private static func change(
    _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?, adding: Bool
  ) {
    guard let state = unsafe state(context), let value = unsafe values?[0] else { return }
    let type = unsafe sqlite3_value_type(value)
    guard type != SQLITE_NULL else { return }
    let step: Int64 = adding ? 1 : -1
    unsafe state.pointee.count += step
    if type != SQLITE_INTEGER { unsafe state.pointee.realCount += step }
    let sum = unsafe state.pointee.value
    guard let number = unsafe number(value, type) else {
      return unsafe sqlite3_result_error(context, Unsummable.message(of: text(value)), -1)
    }
    guard let changed = try? sum.adding(adding ? number : number.negated) else {
      unsafe state.pointee.isBroken = 1
      return
    }
    unsafe state.pointee.value = changed
  }

  private static func text(_ value: OpaquePointer) -> String {
    guard let start = unsafe sqlite3_value_text(value) else { return "" }
    return unsafe String(cString: start)
  }

  private static func number(_ value: OpaquePointer, _ type: Int32) -> ExactDecimal? {
    switch type {
    case SQLITE_INTEGER: return ExactDecimal(Int(unsafe sqlite3_value_int64(value)))
    case SQLITE_FLOAT: return ExactDecimal(unsafe sqlite3_value_double(value))
    default:
      guard let start = unsafe sqlite3_value_text(value) else { return nil }
      let count = Int(unsafe sqlite3_value_bytes(value))
      let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
      return unsafe try? ExactDecimal(parsing: bytes)
    }
  }

  private func report(to context: OpaquePointer?) {
    guard let state = unsafe ExactAggregate.state(context) else { return }
    let count = Int(unsafe state.pointee.count)
    let sum = unsafe state.pointee.value
    if unsafe state.pointee.isBroken != 0 {
      let message = "\(rawValue.uppercased()) is out of range: at most 34 digits are kept"
      unsafe sqlite3_result_error(context, message, -1)
    } else if count == 0 {
      if self == .total { unsafe sqlite3_result_double(context, 0) }
    } else if self == .avg {
      let mean = try? sum.divided(by: ExactDecimal(count))
      unsafe sqlite3_result_double(context, mean?.doubleValue ?? .nan)
    } else if self == .sum, unsafe state.pointee.realCount == 0, let whole = sum.integerValue {
      unsafe sqlite3_result_int64(context, Int64(whole))
    } else if self == .sum, ExactDecimal(sum.doubleValue) != sum {
      // More digits than a double keeps: text, as long numbers of columns are.
      unsafe sqlite3_result_text(
        context, "\(sum)", -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    } else {
      unsafe sqlite3_result_double(context, sum.doubleValue)
    }
  }
}
