internal import Diagnostics
internal import Foundation
internal import Pipeline

/// Writes timings as Chrome trace events, which tracing viewers and browsers open.
func writeTrace(_ timings: [Timing], to path: String) throws {
  let events = timings.map { timing -> JSONValue in
    [
      "name": .string(timing.phase), "ph": "X", "pid": 1, "tid": 1,
      "ts": .integer(microseconds(timing.start)), "dur": .integer(microseconds(timing.duration)),
    ]
  }
  let text = JSONValue.object([.init("traceEvents", .array(events))]).text(isIndented: true)
  try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
}

private func microseconds(_ duration: Duration) -> Int {
  Int((duration / .microseconds(1)).rounded())
}
