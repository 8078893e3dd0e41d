internal import Synchronization

/// Workspaces kept from one piece of lettering to the next: to open a line breaker takes longer than
/// to set a label.
final class WorkspaceShelf: Sendable {
  private final class Place: Sendable {
    let workspace = Mutex<Workspace?>(nil)
  }

  /// As many as threads commonly set at a time; one more makes a workspace of its own.
  private let places = (0..<8).map { _ in Place() }

  /// Calls a function with a workspace that no other thread has; nil when memory is exhausted.
  func withWorkspace<Result: Sendable>(
    _ body: @Sendable (inout Workspace) -> Result
  ) -> Result? {
    for place in places {
      let result: Result?? = place.workspace.withLockIfAvailable { kept in
        guard var workspace = kept.take() ?? Workspace() else { return nil }
        let result = body(&workspace)
        kept = consume workspace
        return result
      }
      if let result { return result }
    }
    guard var workspace = Workspace() else { return nil }
    return body(&workspace)
  }
}
