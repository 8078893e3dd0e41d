internal import Pipeline

/// What is shown at the moment, and who waits for the next.
actor PreviewBoard {
  private(set) var current: PreviewState?
  private var shownAt = ContinuousClock.now
  private var waiting: [Int: CheckedContinuation<PreviewState?, Never>] = [:]
  private var tickets = 0

  func show(_ state: PreviewState) {
    current = state
    shownAt = .now
    for waiter in waiting.values { waiter.resume(returning: state) }
    waiting = [:]
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
