import Foundation

/// A folder of its own, removed when the last reference goes.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "colophon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ files: [String: [UInt8]], below folder: String) throws {
    for (path, bytes) in files {
      let file = url.appending(path: folder).appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  /// The content of every file in a folder by relative path.
  func contents(of folder: String) throws -> [String: Data] {
    let root = url.appending(path: folder)
    guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [:] }
    var contents: [String: Data] = [:]
    for case let path as String in walk
    where walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
      contents[path] = try Data(contentsOf: root.appending(path: path))
    }
    return contents
  }
}
