internal import Manuscript
internal import Synchronization

/// The files that a compilation has read, each once, in the order of reading.
final class FileLog: Sendable {
  private let entries = Mutex<[(name: String, bytes: [UInt8])]>([])

  var files: [(name: String, bytes: [UInt8])] { entries.withLock { $0 } }

  func add(_ name: String, _ bytes: [UInt8]) {
    entries.withLock { entries in
      if !entries.contains(where: { $0.name == name }) { entries.append((name, bytes)) }
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
