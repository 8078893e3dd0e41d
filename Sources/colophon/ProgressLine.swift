internal import Pipeline
internal import Synchronization

/// One line on the terminal that says what is being done, written over as the work goes on.
///
/// Nothing at all where standard error is no terminal.
final class ProgressLine: Sendable {
  private struct State {
    var phase = ""
    var lastShown: ContinuousClock.Instant?
    var isVisible = false
  }

  private let terminal: Terminal
  private let state = Mutex(State())

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Shows how far the work has come; at most thirty times a second, but every new phase.
  func show(_ progress: Progress) {
    guard terminal.isInteractive else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      let isRecent = state.lastShown.map { now - $0 < .milliseconds(33) } ?? false
      if progress.phase == state.phase && isRecent { return }
      state = State(phase: progress.phase, lastShown: now, isVisible: true)
      let count = progress.total > 0 ? " \(progress.completed) of \(progress.total)" : ""
      terminal.note("\r\u{1B}[2K\(progress.phase)\(count) …")
    }
  }

  func clear() {
    state.withLock { state in
      if state.isVisible { terminal.note("\r\u{1B}[2K") }
      state = State()
    }
  }
}
