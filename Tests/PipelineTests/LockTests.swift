import Diagnostics
import Foundation
import Testing

@testable import Pipeline

/// What `colophon.lock` records, and that a locked build refuses everything else.
struct LockTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(SampleReport().files, below: "sample")
  }

  private func run(_ arguments: String...) throws -> Command {
    try Command.colophon(arguments + ["--home", LayeredWorld.root], in: folder.url)
  }

  private var lock: URL { folder.url.appending(path: "sample/colophon.lock") }

  private func lockText() throws -> String { try String(contentsOf: lock, encoding: .utf8) }

  @Test func aLockedBuildWithoutALockIsRefused() throws {
    let failed = try run("build", "sample", "--output", "out", "--locked")
    #expect(failed.status == 1)
    #expect(failed.errors.contains("[lock.missing]"))
    #expect(failed.errors.contains("run `colophon fonts lock`"))
  }

  @Test func whatWasLockedBuildsAndIsTheSameFileTwice() throws {
    #expect(try run("fonts", "lock", "sample").status == 0)
    let text = try lockText()
    #expect(try run("fonts", "lock", "sample").status == 0)
    #expect(try lockText() == text)
    for name in [
      "cairo", "harfbuzz", "icu", "freetype", "librsvg", "lcms2", "libdeflate", "sqlite",
    ] {
      #expect(text.firstMatch(of: try Regex("\n  \"\(name)\": \"[0-9]+\\.[0-9]")) != nil, "\(name)")
    }
    #expect(text.contains("\n  \"colophon\": \"\(colophonVersion)\"\n"))
    let built = try run("build", "sample", "--output", "out", "--locked")
    #expect(built.status == 0, "\(built.errors)")
    let manifest = try #require(try folder.contents(of: "out")["sample/manifest.json"])
    #expect(String(decoding: manifest, as: UTF8.self).contains("\"path\": \"colophon.lock\""))
  }

  @Test func everyDifferenceIsAFindingOfItsOwn() throws {
    #expect(try run("fonts", "lock", "sample").status == 0)
    var lines = try lockText().split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let cairo = try #require(lines.firstIndex { $0.hasPrefix("  \"cairo\"") })
    lines[cairo] = "  \"cairo\": \"0.9\""
    lines.removeAll { $0.contains("NotoSerif-Bold.ttf") }
    lines.insert("  \"/gone.ttf\": \"00\"", at: try #require(lines.firstIndex(of: "faces:")) + 1)
    try lines.joined(separator: "\n").write(to: lock, atomically: true, encoding: .utf8)
    let failed = try run("build", "sample", "--output", "out", "--locked")
    #expect(failed.status == 1)
    #expect(failed.errors.contains("sample/colophon.lock:4:12: error: cairo: recorded 0.9, found "))
    #expect(failed.errors.contains("error: /gone.ttf: recorded 00, found none [lock.differs]"))
    #expect(failed.errors.contains("noto/NotoSerif-Bold.ttf: not recorded, found "))
    #expect(failed.errors.hasSuffix("\n3 errors\n"))
    #expect(try run("build", "sample", "--output", "out").status == 0)
  }

  @Test(arguments: [
    "tools: [", "format: colophon-lock/2\n", "format: colophon-lock/1\nfonts: {}\n",
  ])
  func aSpoiltLockIsOneFinding(text: String) throws {
    try text.write(to: lock, atomically: true, encoding: .utf8)
    let failed = try run("build", "sample", "--output", "out", "--locked")
    #expect(failed.status == 1)
    #expect(failed.errors.hasPrefix("sample/colophon.lock:"))
    #expect(failed.errors.hasSuffix("\n1 error\n"))
  }
}
