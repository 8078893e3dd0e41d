import Foundation

/// A program of the system that reads PDFs: a second opinion on what we write.
package enum Tool {
  package static func isInstalled(_ name: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\(name)")
  }

  /// Runs a program on a file of its own that holds `bytes`; `%` in the arguments stands for its
  /// path.
  ///
  /// - Returns: the exit status with standard output and error together.
  package static func run(
    _ name: String, _ arguments: [String], on bytes: [UInt8]
  ) throws -> (status: Int32, output: String) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "colophon-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(name)")
    process.arguments = arguments.map { $0 == "%" ? file.path : $0 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// Runs a program that makes another file of one; `%` stands for the path of the given bytes, `@`
  /// for that of the result, which is standard output when no argument is `@`.
  package static func transform(
    _ name: String, _ arguments: [String], on bytes: [UInt8]
  ) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "colophon-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (
      folder.appendingPathComponent("in"), folder.appendingPathComponent("out")
    )
    try Data(bytes).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(name)")
    process.arguments = arguments.map { $0 == "%" ? input.path : $0 == "@" ? output.path : $0 }
    if !arguments.contains("@") { process.standardOutput = try FileHandle(forWritingTo: output) }
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: output))
  }
}
