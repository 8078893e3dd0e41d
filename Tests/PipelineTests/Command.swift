import Foundation
import Testing

/// A run of a program: of ours as it was built with the tests, or of one of the system.
struct Command {
  var status: Int32
  var output: String
  var errors: String

  /// Whether `colophon` said only what it has done.
  var hasNoFindings: Bool {
    errors.wholeMatch(of: /\d+ pages?, \d+ charts? in \d+ ms\n/) != nil
  }

  /// Runs `colophon`.
  static func colophon(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Command {
    let process = try process(arguments, in: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    return try run(process)
  }

  /// A run of `colophon` that has not begun.
  static func process(_ arguments: [String], in folder: URL) throws -> Process {
    let process = Process()
    process.executableURL = try built()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    return process
  }

  /// Runs a script of the repository on `colophon` and further arguments.
  static func script(_ name: String, _ arguments: [String]) throws -> Command {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: LayeredWorld.root + "/Scripts/" + name)
    process.arguments = [try built().path] + arguments
    return try run(process)
  }

  private static func run(_ process: Process) throws -> Command {
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // Both pipes hold what the command prints, so that reading one after the other cannot block.
    let texts = try [output, errors].map {
      String(decoding: try $0.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    }
    process.waitUntilExit()
    return Command(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// `colophon` beside the test bundle, in the build folder.
  private static func built() throws -> URL {
    let folders = ([Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL)).flatMap {
      [$0, $0.deletingLastPathComponent()]
    }
    let candidates = folders.map { $0.appending(path: "colophon") }
    return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) })
  }
}
