import Foundation
import Testing

@testable import Pipeline

/// Output on file systems that cannot exchange two folders in one step, such as network ones.
struct RenamingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, _ renaming: Renaming) throws {
    _ = try writeOutput(
      [OutputFile(path: "a/\(text).txt", bytes: Array(text.utf8))],
      to: folder.url.path + "/out", renaming: renaming)
  }

  private func contents() throws -> [String: String] {
    try folder.contents(of: ".").mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [ENOSYS, EINVAL, ENOTSUP])
  func twoRenamingsStandInForOne(error: Int32) throws {
    let renaming = Renaming(exchange: { _, _ in error }, keep: { _, _ in error })
    for text in ["eins", "zwei", "drei"] {
      try write(text, renaming)
      #expect(try contents() == ["out/a/\(text).txt": text])
    }
  }

  /// A folder that is new to such a system still needs the second call alone.
  @Test func theFirstOutputIsPutWhereNothingIs() throws {
    let renaming = Renaming(exchange: { _, _ in ENOENT }, keep: { _, _ in ENOSYS })
    try write("eins", renaming)
    #expect(try contents() == ["out/a/eins.txt": "eins"])
  }

  @Test(arguments: [EACCES, EROFS, EIO])
  func anotherFailureLeavesTheOldOutput(error: Int32) throws {
    try write("eins", .system)
    let renaming = Renaming(exchange: { _, _ in error }, keep: { _, _ in 0 })
    #expect(throws: POSIXError.self) { try write("zwei", renaming) }
    #expect(try contents() == ["out/a/eins.txt": "eins"])
  }

  /// The new folder is gone when it is to be moved: the old one comes back.
  @Test func theOldOutputComesBackWhenTheNewOneCannotBePut() throws {
    try write("eins", .system)
    let renaming = Renaming(
      exchange: { source, _ in
        try? FileManager.default.removeItem(atPath: source)
        return ENOSYS
      }, keep: { _, _ in ENOSYS })
    #expect(throws: POSIXError.self) { try write("zwei", renaming) }
    #expect(try contents() == ["out/a/eins.txt": "eins"])
  }
}
