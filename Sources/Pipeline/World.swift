/// Everything from outside a compilation: files, and variables that sources name.
///
/// Tests bring their own.
package protocol World: Sendable {
  /// Reads a file.
  ///
  /// - Parameter path: absolute, or relative to the working folder.
  /// - Returns: the whole content, or why there is none.
  func read(_ path: String) -> Result<[UInt8], WorldError>
  /// Reads the beginning of a file, at most so many bytes; nil when it cannot be read.
  func read(_ path: String, first count: Int) -> [UInt8]?
  /// Paths of all files in a folder and below it, relative to it, sorted.
  func files(in folder: String) -> [String]
  func isFolder(_ path: String) -> Bool
  /// The path with links and `..` resolved; nil when there is no such file.
  func realPath(_ path: String) -> String?
  /// The value of a variable of the environment.
  func environment(_ name: String) -> String?
}

extension World {
  package func environment(_ name: String) -> String? { nil }
}

/// Why a file could not be read.
package enum WorldError: Error, Hashable, Sendable {
  case missing
  case unreadable(String)
}
