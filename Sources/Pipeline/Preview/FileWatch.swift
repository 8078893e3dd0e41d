internal import Foundation

/// Knows when files of some folders have changed, by asking for their dates and sizes.
///
/// Asking finds changes on every file system, in containers and on shares too, where notices of the
/// kernel get lost; some hundred files take less than a millisecond.
package struct FileWatch: Sendable {
  private struct Stamp: Hashable, Sendable {
    var changed: Date?
    var size: Int
  }

  /// Beyond it a folder holds something else than a report.
  private static let maximumFiles = 10_000

  let folders: [String]
  private var stamps: [String: Stamp]

  package init(_ folders: [String]) {
    self.folders = folders
    stamps = Self.look(at: folders)
  }

  /// Whether anything is different from the last time.
  package mutating func hasChanged() -> Bool {
    let now = Self.look(at: folders)
    guard now != stamps else { return false }
    stamps = now
    return true
  }

  private static func look(at folders: [String]) -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for folder in folders {
      let url = URL(fileURLWithPath: folder)
      let keys: [URLResourceKey] = [.contentModificationDateKey, .fileSizeKey, .isRegularFileKey]
      let walk = FileManager.default.enumerator(
        at: url, includingPropertiesForKeys: keys, options: .skipsHiddenFiles)
      while let file = walk?.nextObject() as? URL, stamps.count < maximumFiles {
        guard let values = try? file.resourceValues(forKeys: Set(keys)),
          values.isRegularFile == true
        else { continue }
        stamps[file.path] = Stamp(
          changed: values.contentModificationDate, size: values.fileSize ?? 0)
      }
    }
    return stamps
  }
}
