internal import Diagnostics

/// The findings of many variants of one report, each said once.
struct BatchFindings {
  private(set) var map: SourceMap
  private var variants: [Diagnostic: [String]] = [:]
  private var order: [Diagnostic] = []

  init(map: SourceMap) { self.map = map }

  mutating func add(_ built: BuiltVariant) {
    for diagnostic in map.adopt(built.diagnostics, from: built.map) {
      if variants[diagnostic] == nil { order.append(diagnostic) }
      variants[diagnostic, default: []].append(built.entry.name)
    }
    if built.entry.status == .failed {
      order.append(Diagnostic(.variantFailed, "the variant “\(built.entry.name)” was not built"))
    }
  }

  /// All findings in the order in which they came up; those of some variants only name them.
  func diagnostics(of count: Int) -> [Diagnostic] {
    order.map { diagnostic in
      guard let found = variants[diagnostic], found.count < count else { return diagnostic }
      return diagnostic.hinting("in \(listed(unique(found)))")
    }
  }

  private func unique(_ names: [String]) -> [String] {
    names.enumerated().filter { $0.offset == 0 || names[$0.offset - 1] != $0.element }
      .map(\.element)
  }
}
