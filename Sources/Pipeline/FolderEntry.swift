internal import Glibc

/// A file or folder that a folder holds.
struct FolderEntry {
  enum Kind {
    case file
    case folder
    /// A link, a socket, a device.
    case other
  }

  var path: String
  var kind: Kind
}

/// What a folder holds by the system's own calls, but hidden entries; nothing if it cannot be read.
func folderEntries(of folder: String) -> [FolderEntry] {
  var found: [FolderEntry] = []
  forEachEntry(of: folder) { name, type in
    if name.hasPrefix(".") { return }
    found.append(FolderEntry(path: name, kind: kind(type: type, of: "\(folder)/\(name)")))
  }
  return found
}

/// The names of all that a folder holds; none if it cannot be read.
func fileNames(in folder: String) -> [String] {
  var names: [String] = []
  forEachEntry(of: folder) { name, _ in names.append(name) }
  return names
}

/// Calls a function with the name and type of each entry (readdir(3)).
private func forEachEntry(of folder: String, _ body: (String, Int) -> Void) {
  guard !folder.utf8.contains(0), let stream = unsafe opendir(folder) else { return }
  defer { unsafe closedir(stream) }
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
      unsafe name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
        unsafe String(cString: $0)
      }
    }
    unsafe body(name, Int(entry.pointee.d_type))
  }
}

private func kind(type: Int, of path: String) -> FolderEntry.Kind {
  switch type {
  case Int(DT_REG): return .file
  case Int(DT_DIR): return .folder
  case Int(DT_UNKNOWN):
    // Not every file system tells (readdir(3)).
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  default: return .other
  }
}
