import Foundation
import Testing

/// An output takes the place of an earlier output, and of nothing else.
struct OccupiedOutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(SampleReport().files, below: "report")
    try folder.write(["notes.md": Array("# 一\n\n正文。\n".utf8)], below: ".")
  }

  private func build(_ report: String, _ output: String) throws -> Command {
    try Command.colophon(
      ["build", report, "--output", output, "--home", LayeredWorld.root, "--charts", "none"],
      in: folder.url)
  }

  private func refuses(_ report: String, _ output: String) throws {
    let before = try folder.contents(of: ".")
    let run = try build(report, output)
    #expect(run.status == 1 && run.errors.contains("[pipeline.occupied-output]"), "\(run.errors)")
    #expect(try folder.contents(of: ".") == before)
  }

  @Test func theReportItselfIsNotReplaced() throws {
    try refuses("report", ".")
    try refuses("report", "report/..")
    // Not even when something has put a manifest there.
    let built = try build("notes.md", "out")
    try #require(built.status == 0, "\(built.errors)")
    try FileManager.default.copyItem(
      at: folder.url.appending(path: "out/notes/manifest.json"),
      to: folder.url.appending(path: "report/manifest.json"))
    try refuses("report", ".")
  }

  @Test func otherFilesAreNotReplaced() throws {
    try folder.write(["mine.txt": [1]], below: "out/notes")
    try refuses("notes.md", "out")
    try folder.write(["notes": [1]], below: "other")
    try refuses("notes.md", "other")
  }

  @Test func anEmptyFolderAndAnEarlierOutputAre() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "out/notes"), withIntermediateDirectories: true)
    for _ in 1...2 {
      let run = try build("notes.md", "out")
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  @Test func aLinkLeadsToTheNewOutput() throws {
    let files = FileManager.default
    try files.createDirectory(
      at: folder.url.appending(path: "disk/a"), withIntermediateDirectories: true)
    try files.createDirectory(
      at: folder.url.appending(path: "out"), withIntermediateDirectories: true)
    let link = folder.url.appending(path: "out/notes")
    try files.createSymbolicLink(
      at: link, withDestinationURL: folder.url.appending(path: "disk/a"))
    #expect(try build("notes.md", "out").status == 0)
    #expect(try files.destinationOfSymbolicLink(atPath: link.path).hasSuffix("disk/a"))
    #expect(files.fileExists(atPath: folder.url.path + "/disk/a/notes-screen.pdf"))
    #expect(try files.contentsOfDirectory(atPath: folder.url.path + "/disk") == ["a"])
  }
}
