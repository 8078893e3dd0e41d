/// The parameters of the graphics state that decide how something looks, but for the matrix and the
/// clips (ISO 32000-1, 8.4.1 and 9.3.1).
///
/// Each is known by a digest of its value, so that the order in which they were set does not count.
struct Look {
  private var values: [String: UInt64] = [:]
  /// Of all parameters that were set.
  private(set) var digest: UInt64 = 0

  /// Sets a parameter, named by the operator that sets it or by its key in a state dictionary.
  mutating func set(_ parameter: String, _ value: some Sequence<UInt8>) {
    var hash = ContentHash()
    hash.combine(Array(parameter.utf8)[...])
    hash.combine(Array(value)[...])
    let word = hash.digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    digest ^= word ^ (values.updateValue(word, forKey: parameter) ?? 0)
  }

  /// The operators that set what entries of a state dictionary set, too (8.4.5).
  private static let operators = [
    "LW": "w", "LC": "J", "LJ": "j", "ML": "M", "D": "d", "RI": "ri", "FL": "i",
  ]

  /// Sets what an entry of a state dictionary does.
  mutating func set(entry key: String, _ value: some Sequence<UInt8>) {
    set(Look.operators[key] ?? key, value)
  }
}
