internal import CLinux
internal import Foundation
internal import Glibc

/// A folder for files on their way to the folder beside it.
///
/// It has a name of its own, so that builds into one place do not meet, and is locked as long as its
/// process lives: a folder of that kind that no one has locked is what a killed build has left.
@safe final class StagingFolder: Sendable {
  let path: String
  private let parent: String
  private let name: String
  private let renaming: Renaming
  private let descriptor: Int32

  /// Makes a folder in `parent` for what will be called `name` there, and clears what killed builds of
  /// it have left.
  init(for name: String, in parent: String, renaming: Renaming = .system) throws {
    self.parent = parent
    self.name = name
    self.renaming = renaming
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    while true {
      let path = parent + "/" + Self.prefix(of: name) + Self.suffix()
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      guard let descriptor = try Self.openIfThere(path) else { continue }
      // On file systems without locks leftovers are told by nothing and stay.
      flock(descriptor, LOCK_EX)
      if Self.isStill(descriptor, at: path) {
        self.path = path
        self.descriptor = descriptor
        break
      }
      // Cleared by another build between the making and the locking.
      close(descriptor)
    }
    clearLeftovers()
  }

  deinit { close(descriptor) }

  /// Writes a file by the system's own calls: Foundation's forces each to the disk and waits for it.
  func write(_ file: OutputFile) throws {
    let target = path + "/" + file.path
    if let slash = file.path.lastIndex(of: "/") {
      try FileManager.default.createDirectory(
        atPath: path + "/" + file.path[..<slash], withIntermediateDirectories: true)
    }
    let descriptor = unsafe Glibc.open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure() }
    do {
      try writeAll(file.bytes, to: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems tell a full disk only now.
    guard close(descriptor) == 0 else { throw Self.failure() }
  }

  /// Whether the parent has the file with the same bytes; a link to such a file is another one's.
  func isInPlace(_ file: OutputFile) -> Bool {
    let target = parent + "/" + file.path
    var status = stat()
    guard unsafe lstat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == file.bytes.count
    else { return false }
    return (try? FileWorld().read(target).get()) == file.bytes
  }

  /// Takes the folder's place in one step, so that at every moment the old or the new one is whole,
  /// and removes the old one.
  func replace() throws {
    let target = parent + "/" + name
    while true {
      if try isDone(renaming.exchange(path, target), unless: ENOENT) { break }
      if try isDone(renaming.keep(path, target), unless: EEXIST) { return }
    }
    // What was there is ours to remove, or the next build's.
    remove()
  }

  /// Puts each file of the folder into its parent, over what is there, and removes the folder.
  ///
  /// - Parameters:
  ///   - files: what was written into the folder.
  ///   - isDurable: whether the files are on the disk when that is done.
  /// - Throws: what the system says when a file cannot be moved.
  func release(_ files: [OutputFile], isDurable: Bool) throws {
    for file in files {
      let source = path + "/" + file.path
      if isDurable { try synchronize(source) }
      guard unsafe rename(source, parent + "/" + file.path) == 0 else { throw Self.failure() }
    }
    remove()
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  // MARK: Names

  private static func prefix(of name: String) -> String { ".\(name).staging-" }

  private static func suffix() -> String {
    let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private func clearLeftovers() {
    let prefix = Self.prefix(of: name)
    for name in fileNames(in: parent)
    where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 16 {
      let leftover = parent + "/" + name
      guard leftover != path, let descriptor = try? Self.open(leftover) else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        try? FileManager.default.removeItem(atPath: leftover)
      }
      close(descriptor)
    }
  }

  // MARK: The system

  private static func open(_ path: String) throws -> Int32 {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    return descriptor
  }

  /// Opens a folder that another build may clear away until it is locked; nil when one has.
  private static func openIfThere(_ path: String) throws -> Int32? {
    do {
      return try open(path)
    } catch let error as POSIXError where error.code == .ENOENT {
      return nil
    }
  }

  /// Whether an open folder is the one that has a path now.
  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return unsafe fstat(descriptor, &opened) == 0 && lstat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  /// Whether a renaming succeeded; false when it failed for the one reason that another way is for.
  private func isDone(_ error: Int32, unless expected: Int32) throws -> Bool {
    if error == 0 { return true }
    if error == expected { return false }
    guard [EINVAL, ENOSYS, ENOTSUP].contains(error) else {
      throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EIO)
    }
    try replaceInSteps()
    return true
  }

  /// The way of file systems that exchange nothing, such as network ones: between the two steps there
  /// is a moment without output.
  private func replaceInSteps() throws {
    let target = parent + "/" + name
    let retired = parent + "/" + Self.prefix(of: name) + Self.suffix()
    let hadTarget = unsafe rename(target, retired) == 0
    guard unsafe rename(path, target) == 0 else {
      let failure = Self.failure()
      if hadTarget { unsafe _ = rename(retired, target) }
      throw failure
    }
    if hadTarget { try? FileManager.default.removeItem(atPath: retired) }
  }

  private func synchronize(_ file: String) throws {
    let descriptor = unsafe Glibc.open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Self.failure() }
  }

  private static func failure() -> POSIXError {
    POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
  }
}

/// The two renamings that not every file system knows; each gives 0 or the system's error number.
struct Renaming: Sendable {
  /// Gives two paths each other's folders, in one step.
  var exchange: @Sendable (String, String) -> Int32
  /// Renames a folder where nothing has the new name yet.
  var keep: @Sendable (String, String) -> Int32

  static let system = Renaming(
    exchange: { unsafe colophon_rename_exchanging($0, $1) == 0 ? 0 : errno },
    keep: { unsafe colophon_rename_keeping($0, $1) == 0 ? 0 : errno })
}
