import Foundation
import Testing

/// The command as a person or a script meets it: exit status, both streams.
struct CommandLineTests {
  @Test func helpListsOnlyWhatWorks() async throws {
    let help = try await run("--help")
    #expect(help.status == 0 && help.errors.isEmpty)
    let listed = help.output.split(separator: "SUBCOMMANDS:").last ?? ""
    let names = listed.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(
      names.filter { $0 != "See" } == [
        "build", "check", "chart", "preview", "batch", "diff", "new", "fonts", "schema", "explain",
      ])
  }

  @Test(arguments: [
    "build", "check", "chart", "preview", "batch", "diff", "new", "fonts", "schema", "explain",
  ])
  func everyCommandHasHelpWithAnExample(command: String) async throws {
    let help = try await run(command, "--help")
    #expect(help.status == 0)
    #expect(help.output.contains("\n  colophon \(command) "))
  }

  @Test(arguments: [
    ["build"], ["nonsense"], ["build", "x", "--jobs", "0"], ["build", "x", "--edition", "web"],
    ["build", "x", "--diagnostics", "xml"], ["chart", "x", "--format", "svg,jpg"],
    ["chart", "x", "--dpi", "0"], ["diff", "x"], ["diff", "x", "y", "--threshold", "lots"],
    ["build", "x", "--pages", "1e9"], ["explain", "no.such-code"], ["fonts", "mend"],
    ["schema", "poem"], ["batch", "x"], ["batch", "x", "--over", "y", "--shard", "3/2"],
  ])
  func wrongUsageIsStatus64(arguments: [String]) async throws {
    let result = try await run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty && result.errors.contains("Error: "))
  }

  @Test(arguments: ["build", "check", "chart"])
  func aReportThatIsNotThereIsStatus1(command: String) async throws {
    let result = try await run(command, "no-such-report")
    #expect(result.status == 1)
    #expect(result.output.isEmpty && result.errors.hasPrefix("error: "))
    #expect(result.errors.hasSuffix("\n1 error\n"))
    #expect(!result.errors.contains("\u{1B}"))
  }

  @Test func machinesReadFindingsOnStandardOutput() async throws {
    let json = try await run("build", "no-such-report", "--diagnostics", "json")
    #expect(json.status == 1 && json.errors.isEmpty)
    let line = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(line?["severity"] as? String == "error")
    let sarif = try await run("build", "no-such-report", "--diagnostics", "sarif")
    let log = try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any]
    #expect(log?["version"] as? String == "2.1.0")
    let junit = try await run("build", "no-such-report", "--diagnostics", "junit")
    #expect(junit.output.hasPrefix("<?xml") && junit.output.contains("failures=\"1\""))
  }

  @Test func explainSaysWhatACodeMeans() async throws {
    let one = try await run("explain", "yaml.unknown-key")
    #expect(one.status == 0 && one.output.hasPrefix("yaml.unknown-key\n\n"))
    let all = try await run("explain")
    #expect(all.output.contains("\nyaml.syntax "))
    #expect(try await run("explain", "yaml.unknwn-key").errors.contains("“yaml.unknown-key”"))
  }

  @Test func newMakesAReportOnce() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = folder.appending(path: "energy").path
    #expect(try await run("new", report, "--title", "能源: \"新\"").status == 0)
    let text = try String(contentsOf: folder.appending(path: "energy/report.yaml"), encoding: .utf8)
    #expect(text.hasPrefix("title: \"能源: \\\"新\\\"\"\n"))
    let again = try await run("new", report)
    #expect(again.status == 64 && again.errors.contains("nothing was written"))
  }
}

private struct CommandResult {
  var status: Int32
  var output: String
  var errors: String
}

private func run(_ arguments: String...) async throws -> CommandResult {
  try await run(arguments)
}

/// Runs the command that was built with the tests.
private func run(_ arguments: [String]) async throws -> CommandResult {
  let process = Process()
  let (output, errors) = (Pipe(), Pipe())
  process.executableURL = try builtCommand()
  process.arguments = arguments
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  // Both pipes hold what these commands print, so that reading one after the other cannot block.
  let texts = try [output, errors].map {
    String(decoding: try $0.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  }
  process.waitUntilExit()
  return CommandResult(
    status: process.terminationStatus, output: texts[0], errors: texts[1])
}

/// `colophon` beside the test bundle, in the build folder.
private func builtCommand() throws -> URL {
  let folders = ([Bundle.main.bundleURL] + Bundle.allBundles.map(\.bundleURL)).flatMap {
    [$0, $0.deletingLastPathComponent()]
  }
  let candidates = folders.map { $0.appending(path: "colophon") }
  return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) })
}
