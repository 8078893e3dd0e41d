internal import Foundation

/// How many threads may work: as many as are asked for, else one for each processor that this process
/// may use.
func threadCount(asked: Int?) -> Int {
  max(1, asked ?? ProcessInfo.processInfo.activeProcessorCount)
}
