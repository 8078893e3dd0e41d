/// Terms of the index with those below them.
extension FlowStacker {
  /// The head stays with the first of what is below it, and stands again above the rest.
  mutating func stack(_ block: HeadedBlock) {
    stack([.text(block.head)])
    keepsNext = true
    flow.scopes.append(
      FlowScope(kind: .term, parent: scope, reopening: kept([block.continued])))
    let outer = scope
    scope = flow.scopes.count - 1
    stack(block.blocks, canFloat: false)
    scope = outer
  }
}
