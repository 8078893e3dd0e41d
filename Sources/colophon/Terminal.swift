internal import Foundation
internal import Pipeline

/// The two streams of the process, and what the one for people can show.
struct Terminal: Sendable {
  /// Whether standard error is a terminal that may be written over, and not a CI log.
  let isInteractive: Bool
  /// Whether colours may be used on standard error.
  let isColored: Bool

  init() {
    guard isatty(STDERR_FILENO) == 1 else {
      (isInteractive, isColored) = (false, false)
      return
    }
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = environment["TERM"] != "dumb"
    isInteractive = isTerminal && environment["CI"] == nil
    isColored = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Writes for people; what cannot be shown to them is lost, and no failure of the command.
  func note(_ text: String) { try? writeAll(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes the command's product.
  func write(_ text: String) throws { try writeAll(Array(text.utf8), to: STDOUT_FILENO) }
}
