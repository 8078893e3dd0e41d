internal import Pipeline

/// What is shown at the moment, and who waits for the next.
actor PreviewBoard {
  private(set) var current: PreviewState?
  private var shownAt = ContinuousClock.now
  private var waiting: [Int: CheckedContinuation<PreviewState?, Never>] = [:]
  private var tickets = 0

  /// Shows a state, unless a later one is shown already.
  ///
  /// - Returns: whether it is shown now.
  func show(_ state: PreviewState) -> Bool {
    if let current, current.version > state.version { return false }
    current = state
    shownAt = .now
    for waiter in waiting.values { waiter.resume(returning: state) }
    waiting = [:]
    return true
  }

  /// How long ago the change was noticed that a version shows; nil when it is not the current one.
  func age(of version: Int) -> Duration? {
    guard let current, current.version == version else { return nil }
    return current.duration + (.now - shownAt)
  }

  /// The state, as soon as its version is greater; nil after ten seconds without one.
  func state(after version: Int) async -> PreviewState? {
    if let current, current.version > version { return current }
    tickets += 1
    let ticket = tickets
    Task {
      try? await Task.sleep(for: .seconds(10))
      waiting.removeValue(forKey: ticket)?.resume(returning: nil)
    }
    return await withCheckedContinuation { waiting[ticket] = $0 }
  }
}
