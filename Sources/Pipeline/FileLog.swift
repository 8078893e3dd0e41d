internal import Manuscript
internal import Synchronization

/// The files that a compilation has read, each once, in the order of reading.
final class FileLog: Sendable {
  private struct Entries {
    var files: [(name: String, bytes: [UInt8])] = []
    var names: Set<String> = []
  }

  private let entries = Mutex(Entries())

  var files: [(name: String, bytes: [UInt8])] { entries.withLock { $0.files } }

  func add(_ name: String, _ bytes: [UInt8]) {
    entries.withLock { entries in
      if entries.names.insert(name).inserted { entries.files.append((name, bytes)) }
    }
  }

  func recording(_ files: ReportFiles) -> ReportFiles {
    ReportFiles(paths: files.paths) { path in
      let result = files.read(path)
      if case .success(let bytes) = result { self.add(path, bytes) }
      return result
    }
  }
}
