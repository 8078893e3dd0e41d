import Foundation
import Pipeline

/// Files in memory, over the layouts and fonts of this repository, which it shows as `/house`, and
/// over what the machine shares: fonts, profiles, patterns.
struct LayeredWorld: World {
  static let house = "/house"
  /// The root of the repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Files by absolute path.
  var files: [String: [UInt8]] = [:]

  func read(_ path: String) -> Result<[UInt8], WorldError> {
    if let bytes = files[normal(path)] { return .success(bytes) }
    guard let real = real(path) else { return .failure(.missing) }
    return FileWorld().read(real)
  }

  func read(_ path: String, first count: Int) -> [UInt8]? {
    guard case .success(let bytes) = read(path) else { return nil }
    return Array(bytes.prefix(count))
  }

  func files(in folder: String) -> [String] {
    let prefix = normal(folder) + "/"
    let own = files.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    let below = real(folder).map { FileWorld().files(in: $0) } ?? []
    return Set(own + below).sorted()
  }

  func isFolder(_ path: String) -> Bool {
    let prefix = normal(path) + "/"
    if files.keys.contains(where: { $0.hasPrefix(prefix) }) { return true }
    return real(path).map { FileWorld().isFolder($0) } ?? false
  }

  func realPath(_ path: String) -> String? {
    let path = normal(path)
    if files[path] != nil || isFolder(path) { return path }
    return real(path).flatMap { FileWorld().realPath($0) } == nil ? nil : path
  }

  private func normal(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// Where a path of the house lies on this machine.
  private func real(_ path: String) -> String? {
    let path = normal(path)
    if path.hasPrefix("/usr/share/") { return path }
    guard path == Self.house || path.hasPrefix(Self.house + "/") else { return nil }
    return Self.root + path.dropFirst(Self.house.count)
  }
}
