import Foundation
import Glibc
import Testing

@testable import Pipeline

/// Builds that end at any moment: what they leave is whole, and what they leave behind is cleared.
@Suite(.serialized) struct KilledBuildTests {
  private let folder: TemporaryFolder
  private static let texts = ["# 一\n\n旧的文字。\n", "# 一\n\n新的文字，比旧的长。\n"]

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String) throws {
    try folder.write(["notes.md": Array(text.utf8)], below: ".")
  }

  private func start() throws -> Process {
    let process = try Command.process(
      ["build", "notes.md", "--output", "out", "--home", LayeredWorld.root], in: folder.url)
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func build() throws -> Int32 {
    let process = try start()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private func names(in path: String = "out") throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: path).path
    ).sorted()
  }

  /// Waits until a build begins to write, or has ended.
  private func awaitWriting(by process: Process) throws {
    while process.isRunning, try !names().contains(where: { $0.hasPrefix(".notes.staging-") }) {
      usleep(500)
    }
  }

  @Test func aHundredKillsLeaveAWholeOutput() throws {
    var whole: [[String: Data]] = []
    let clock = ContinuousClock()
    var duration = Duration.zero
    for text in Self.texts {
      try write(text)
      var status: Int32 = -1
      duration = try clock.measure { status = try build() }
      #expect(status == 0)
      whole.append(try folder.contents(of: "out/notes"))
    }
    #expect(whole[0] != whole[1] && whole[0].count == whole[1].count)
    let microseconds = duration / .microseconds(1)
    var generator = SystemRandomNumberGenerator()
    for round in 0..<100 {
      // Three in a row with one text, so that an old and a new output are met.
      try write(Self.texts[round / 3 % 2])
      let process = try start()
      let isWriting = round.isMultiple(of: 2)
      if isWriting { try awaitWriting(by: process) }
      let limit = isWriting ? microseconds / 8 : microseconds * 1.1
      usleep(UInt32(Double.random(in: 0..<limit, using: &generator)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = try folder.contents(of: "out/notes")
      try #require(whole.contains(left), "round \(round): \(left.keys.sorted())")
    }
    try write(Self.texts[0])
    #expect(try build() == 0)
    #expect(try folder.contents(of: "out/notes") == whole[0])
    #expect(try names() == ["notes"])
  }

  @Test func buildsIntoOnePlaceDoNotMeet() throws {
    try write(Self.texts[0])
    #expect(try build() == 0)
    let whole = try folder.contents(of: "out/notes")
    let running = try (0..<6).map { _ in try start() }
    for process in running {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try folder.contents(of: "out/notes") == whole)
    #expect(try names() == ["notes"])
  }

  /// What is being written by another process is left alone, what no one writes any more is not.
  @Test func onlyDeadLeftoversAreCleared() throws {
    let parent = folder.url.appending(path: "out").path
    let living = try StagingFolder(for: "notes", in: parent)
    let names = [
      ".notes.staging-00000000000000ff", ".notes.staging-me", ".other.staging-0000000000000000",
    ]
    for name in names { try folder.write(["a": [1]], below: "out/\(name)") }
    let own = try StagingFolder(for: "notes", in: parent)
    let left = try self.names()
    #expect(!left.contains(names[0]) && left.contains(names[1]) && left.contains(names[2]))
    #expect(FileManager.default.fileExists(atPath: living.path))
    #expect(FileManager.default.fileExists(atPath: own.path) && own.path != living.path)
    living.remove()
    own.remove()
  }

  @Test(.enabled(if: canMount, "needs to mount a small tmpfs, which only root may"))
  func aFullDiskIsAFinding() throws {
    try write(Self.texts[0])
    let disk = folder.url.appending(path: "out")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
    #expect(try Self.run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.path) == 0)
    defer { _ = try? Self.run("umount", disk.path) }
    #expect(try build() == 0)
    let whole = try folder.contents(of: "out/notes")
    try write(Self.texts[1])
    // What is left of the disk.
    try? Data(count: 2 << 20).write(to: disk.appending(path: "filler"))
    let failed = try Command.colophon(
      ["build", "notes.md", "--output", "out", "--home", LayeredWorld.root], in: folder.url)
    #expect(failed.status == 1)
    #expect(failed.errors.contains("[pipeline.writing-failed]"))
    #expect(failed.errors.hasSuffix("\n1 error\n"))
    #expect(try folder.contents(of: "out/notes") == whole)
    #expect(try names() == ["filler", "notes"])
  }

  private static let canMount: Bool = {
    guard geteuid() == 0, let folder = try? TemporaryFolder() else { return false }
    guard (try? run("mount", "-t", "tmpfs", "tmpfs", folder.url.path)) == 0 else { return false }
    return (try? run("umount", folder.url.path)) == 0
  }()

  private static func run(_ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
