import Foundation
import Testing

@testable import Pipeline

/// Files that are added to a folder which may hold others.
@Suite struct AddOutputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func add(_ files: [String: String], tasks: Int = 1) throws -> [String] {
    try addOutput(
      files.sorted { $0.key < $1.key }.map {
        OutputFile(path: $0.key, bytes: Array($0.value.utf8))
      },
      to: folder.url.appending(path: "out").path, tasks: tasks)
  }

  private func number(of file: String) throws -> Int {
    let path = folder.url.appending(path: "out/\(file)").path
    return try #require(
      try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
  }

  private var texts: [String: String] {
    get throws { try folder.contents(of: "out").mapValues { String(decoding: $0, as: UTF8.self) } }
  }

  @Test(arguments: [1, 4])
  func `only files that have changed are replaced`(tasks: Int) throws {
    let written = try add(["a.svg": "one", "b.svg": "two", "c.svg": "three"], tasks: tasks)
    let before = try ["a.svg", "b.svg", "c.svg"].map { try number(of: $0) }
    let again = try add(["a.svg": "one", "b.svg": "owt", "c.svg": "longer"], tasks: tasks)
    #expect(again == written)
    let after = try ["a.svg", "b.svg", "c.svg"].map { try number(of: $0) }
    #expect(after[0] == before[0] && after[1] != before[1] && after[2] != before[2])
    #expect(try texts == ["a.svg": "one", "b.svg": "owt", "c.svg": "longer"])
  }

  @Test func `what else is there stays, and nothing is left over`() throws {
    try folder.write(["mine.txt": Array("mine".utf8)], below: "out")
    _ = try add(["a.svg": "one"])
    #expect(try texts == ["mine.txt": "mine", "a.svg": "one"])
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appending(path: "out").path
      ).count == 2)
  }

  @Test func `a folder that bears a file's name is an error, and stays`() throws {
    try folder.write(["mine.txt": Array("mine".utf8)], below: "out/a.svg")
    #expect(throws: (any Error).self) { try add(["a.svg": "one", "b.svg": "two"]) }
    #expect(try texts["a.svg/mine.txt"] == "mine")
  }
}
