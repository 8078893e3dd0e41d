package import Diagnostics

/// The keys of one mapping as they are read, to find those that stand twice.
///
/// Most mappings are small, where looking through them is cheaper than hashing.
package struct KeyPlaces {
  private static let most = 8

  private var few: [YAMLKey] = []
  /// All of them, once they are many.
  private var many: [String: SourceSpan] = [:]

  package init() {}

  /// Adds a key.
  ///
  /// - Returns: where a key of the same name stood last; nil for the first one.
  package mutating func add(_ key: YAMLKey) -> SourceSpan? {
    guard many.isEmpty else { return many.updateValue(key.span, forKey: key.name) }
    if let index = few.firstIndex(where: { $0.name == key.name }) {
      defer { few[index] = key }
      return few[index].span
    }
    few.append(key)
    if few.count > KeyPlaces.most {
      for key in few { many[key.name] = key.span }
    }
    return nil
  }
}
