import Foundation

/// Runs a program to its end; its output, both streams together.
///
/// Foundation waits until nobody holds the sockets that a child inherits, which a server that the
/// child leaves behind does for ever. So Python stands between them and passes none on.
func run(_ program: String, _ arguments: [String]) -> (status: Int32, output: String) {
  let process = Process()
  let pipe = Pipe()
  let script = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:], stderr=1))"
  process.executableURL = URL(filePath: "/usr/bin/python3")
  process.arguments = ["-c", script, program] + arguments
  process.standardOutput = pipe
  process.standardError = pipe
  process.standardInput = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return (127, "\(program) cannot be run") }
  let output = ((try? pipe.fileHandleForReading.readToEnd()) ?? nil) ?? Data()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}
