import Foundation
import Testing

@testable import Pipeline

/// What a build that fails leaves behind: nothing new, and everything old.
struct FailedBuildTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(SampleReport().files, below: "sample")
  }

  private func build() throws -> Command {
    try Command.colophon(
      ["build", "sample", "--output", "out", "--home", LayeredWorld.root], in: folder.url)
  }

  private func spoil(_ path: String, _ old: String, with new: String) throws {
    let report = try SampleReport().replacing(old, with: new, in: path)
    try folder.write(report.files, below: "sample")
  }

  @Test func errorsAreStatus1WithPlaceAndCaretAndNothingIsWritten() throws {
    try spoil("chapters/one.md", "@tbl-output。", with: "@tbl-outputs。")
    let failed = try build()
    #expect(failed.status == 1)
    #expect(failed.output.isEmpty)
    #expect(failed.errors.hasPrefix("sample/chapters/one.md:3:38: error: "))
    #expect(failed.errors.contains("^~~~~~~~~~~"))
    #expect(failed.errors.contains("did you mean “tbl-output”?"))
    #expect(try folder.contents(of: "out").isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["sample"])
  }

  @Test func aFailureLeavesThePreviousOutputByteForByte() throws {
    #expect(try build().status == 0)
    let good = try folder.contents(of: "out")
    #expect(good.keys.contains("sample/sample-screen.pdf"))
    #expect(good.keys.contains("sample/manifest.json"))
    try spoil("data/output.csv", "农业,120", with: "农业")
    #expect(try build().status == 1)
    #expect(try folder.contents(of: "out") == good)
  }

  @Test func anOutputThatCannotBeWrittenIsAnError() throws {
    try Data().write(to: folder.url.appending(path: "out"))
    let failed = try build()
    #expect(failed.status == 1)
    #expect(failed.errors.contains("[pipeline.writing-failed]"))
  }

  @Test func aBuildReplacesTheWholePreviousOutput() throws {
    #expect(try build().status == 0)
    try folder.write(["sample/charts/fig-old.svg": [0x20], "other/kept": []], below: "out")
    #expect(try build().status == 0)
    let names = try folder.contents(of: "out").keys.filter { $0.contains("/charts/") }
    #expect(
      Set(names) == Set(["csv", "pdf", "png", "svg"].map { "sample/charts/fig-output.\($0)" }))
    let hidden = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "out").path)
    #expect(hidden.sorted() == ["other", "sample"])
  }
}
