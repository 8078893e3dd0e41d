internal import Foundation

/// The world of the file system.
package struct FileWorld: World {
  /// No source file of a report is larger, in bytes.
  private static let limit = 1 << 30

  package init() {}

  package func read(_ path: String) -> Result<[UInt8], WorldError> {
    let url = URL(fileURLWithPath: path)
    let real = url.resolvingSymlinksInPath().path
    guard let values = try? FileManager.default.attributesOfItem(atPath: real) else {
      return .failure(.missing)
    }
    guard values[.type] as? FileAttributeType == .typeRegular else {
      return .failure(.unreadable("it is not a file"))
    }
    guard values[.size] as? Int ?? 0 <= Self.limit else {
      return .failure(.unreadable("it is larger than 1 GiB"))
    }
    do {
      return .success([UInt8](try Data(contentsOf: url)))
    } catch {
      return .failure(.unreadable(error.localizedDescription))
    }
  }

  package func read(_ path: String, first count: Int) -> [UInt8]? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    return (try? file.read(upToCount: count)).map { $0.map([UInt8].init) ?? [] }
  }

  package func files(in folder: String) -> [String] {
    var found: [String] = []
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    for case let path as String in walk {
      if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular { found.append(path) }
      if found.count > 10_000 { break }
    }
    return found.sorted()
  }

  package func isFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  package func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }

  package func realPath(_ path: String) -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}
