/// Knows when files of some folders have changed, by asking for their dates and sizes.
///
/// Asking finds changes on every file system, in containers and on shares too, where notices of the
/// kernel get lost. The known files are asked one by one, which takes a microsecond each; folders are
/// walked again only when one of them says that files have come or gone.
package struct FileWatch: Sendable {
  private let folders: [String]
  private let world = FileWorld()
  private var stamps: [String: FileStamp]

  package init(_ folders: [String]) {
    self.folders = folders
    stamps = [:]
    stamps = walked()
  }

  /// Whether anything is different from the last time.
  package mutating func hasChanged() -> Bool {
    guard stamps.contains(where: { world.stamp(of: $0.key) != $0.value }) else { return false }
    let before = stamps
    stamps = walked()
    // What came or went in a folder may be hidden, such as an editor's own files.
    return stamps.filter { !$0.value.isFolder } != before.filter { !$0.value.isFolder }
  }

  /// The files below the folders, and the folders, whose dates change with their entries.
  private func walked() -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    for path in folders.flatMap({ [$0] + world.entries(below: $0) }) {
      stamps[path] = world.stamp(of: path)
    }
    return stamps
  }
}
