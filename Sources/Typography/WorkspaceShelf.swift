internal import Synchronization

/// Workspaces kept from one piece of lettering to the next, each with the styles that it has set: to
/// open a line breaker takes longer than to set a label, and so does to find the faces of a style.
final class WorkspaceShelf: Sendable {
  private struct Kept: ~Copyable {
    var workspace: Workspace
    var styles: StyleTable
  }

  private final class Place: Sendable {
    let kept = Mutex<Kept?>(nil)
  }

  /// As many as threads commonly set at a time; one more makes a workspace of its own.
  private let places = (0..<8).map { _ in Place() }
  private let fonts: FontLibrary

  init(fonts: FontLibrary) { self.fonts = fonts }

  /// Calls a function with a workspace that no other thread has, and the styles that it knows; nil
  /// when memory is exhausted.
  func withPlace<Result: Sendable>(
    _ body: @Sendable (inout Workspace, inout StyleTable) -> Result
  ) -> Result? {
    for place in places {
      let result: Result?? = place.kept.withLockIfAvailable { place in
        guard var kept = place.take() ?? make() else { return nil }
        let result = body(&kept.workspace, &kept.styles)
        place = consume kept
        return result
      }
      if let result { return result }
    }
    guard var kept = make() else { return nil }
    return body(&kept.workspace, &kept.styles)
  }

  private func make() -> Kept? {
    guard let workspace = Workspace() else { return nil }
    return Kept(workspace: workspace, styles: StyleTable(fonts: fonts))
  }
}
