internal import ArgumentParser
internal import Foundation

/// The two streams of the process, and what the one for people can show.
struct Terminal: Sendable {
  /// Whether standard error is a terminal that may be written over, and not a CI log.
  let isInteractive: Bool
  /// Whether colours may be used on standard error.
  let isColored: Bool

  init() {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    isInteractive = isTerminal && environment["CI"] == nil
    isColored = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Writes for people; what cannot be shown to them is lost, and no failure of the command.
  func note(_ text: String) {
    guard !text.isEmpty else { return }
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Writes the command's product.
  func write(_ text: String) throws {
    guard !text.isEmpty else { return }
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  }
}
