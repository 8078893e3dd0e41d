/// Measures the phases of a command, one after the other, and says which one runs.
struct PhaseClock: Sendable {
  private let progress: ProgressHandler
  private let start = ContinuousClock.now
  private var current: (phase: String, start: ContinuousClock.Instant)?
  private(set) var timings: [Timing] = []

  init(progress: @escaping ProgressHandler) { self.progress = progress }

  /// Ends the phase that runs and begins another.
  mutating func begin(_ phase: String) {
    end()
    current = (phase, .now)
    progress(Progress(phase))
  }

  mutating func end() {
    guard let (phase, began) = current else { return }
    timings.append(
      Timing(phase: phase, start: began - start, duration: ContinuousClock.now - began))
    current = nil
  }
}
