internal import Foundation
internal import Glibc

/// The world of the file system.
///
/// Files are read by the system's own calls: Foundation's follow every step of a path again for each
/// question, which takes longer than reading what a chart is made from.
@safe package struct FileWorld: World {
  /// No source file of a report is larger, in bytes.
  private static let limit = 1 << 30

  package init() {}

  package func read(_ path: String) -> Result<[UInt8], WorldError> {
    guard let status = status(of: path) else { return .failure(.missing) }
    guard status.isFile else { return .failure(.unreadable("it is not a file")) }
    let size = Int(status.st_size)
    guard size <= Self.limit else { return .failure(.unreadable("it is larger than 1 GiB")) }
    guard let bytes = bytes(of: path, count: size) else {
      return .failure(.unreadable(unsafe String(cString: strerror(errno))))
    }
    return .success(bytes)
  }

  package func read(_ path: String, first count: Int) -> [UInt8]? {
    guard status(of: path)?.isFile == true else { return nil }
    return bytes(of: path, count: count)
  }

  package func files(in folder: String) -> [String] {
    entries(in: folder).filter { $0.kind == .file }.map(\.path).sorted()
  }

  /// Paths of all files and folders in a folder and below it, but hidden ones and what they hold.
  func entries(below folder: String) -> [String] {
    entries(in: folder).map { "\(folder)/\($0.path)" }
  }

  /// What of a file is other when its content is; nil when there is no such file.
  func stamp(of path: String) -> FileStamp? {
    status(of: path).map { status in
      FileStamp(
        seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
        size: Int(status.st_size), file: status.st_ino, isFolder: status.isFolder)
    }
  }

  package func isFolder(_ path: String) -> Bool { status(of: path)?.isFolder ?? false }

  package func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }

  package func realPath(_ path: String) -> String? {
    guard !path.utf8.contains(0), let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  // MARK: The system

  /// All that a folder and the folders below it hold, by paths relative to it.
  ///
  /// Hidden entries and what they hold are left out, links are not followed.
  private func entries(in root: String) -> [FolderEntry] {
    var found: [FolderEntry] = []
    var rest = [""]
    while let folder = rest.popLast(), found.count < Self.mostEntries {
      for entry in folderEntries(of: "\(root)/\(folder)") {
        let path = folder + entry.path
        found.append(FolderEntry(path: path, kind: entry.kind))
        if entry.kind == .folder { rest.append(path + "/") }
      }
    }
    return found
  }

  /// Beyond it a folder holds something else than a report.
  private static let mostEntries = 10_000

  /// What a path stands for, links followed.
  ///
  /// To the system a path ends at its first zero, so that one with a zero would name another file.
  private func status(of path: String) -> stat? {
    var status = stat()
    guard !path.utf8.contains(0), unsafe stat(path, &status) == 0 else { return nil }
    return status
  }

  /// The first bytes of a file, fewer where it ends before; nil with `errno` when the system refuses.
  private func bytes(of path: String, count: Int) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var isRead = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let length = unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
        if length < 0 && errno == EINTR { continue }
        isRead = length >= 0
        guard length > 0 else { break }
        filled += length
      }
    }
    return isRead ? bytes : nil
  }
}

/// When a file was changed, how large it is, and which file it is.
struct FileStamp: Hashable, Sendable {
  var seconds: Int
  var nanoseconds: Int
  var size: Int
  var file: UInt
  var isFolder: Bool
}

extension stat {
  fileprivate var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  fileprivate var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}
