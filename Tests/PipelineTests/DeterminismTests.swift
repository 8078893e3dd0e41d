import Foundation
import Testing

@testable import Pipeline

/// The same bytes in another folder, with another number of threads, time zone and locale.
struct DeterminismTests {
  @Test func theBytesDependOnTheInputsAlone() async throws {
    let built = try await BuiltReport.shared
    let folder = try TemporaryFolder()
    let other = folder.url.appending(path: "another folder")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    for name in ["Reports", "Layouts", "Fonts"] {
      try FileManager.default.copyItem(
        atPath: LayeredWorld.root + "/" + name, toPath: other.appending(path: name).path)
    }
    let run = try Command.colophon(
      ["build", "Reports/\(BuiltReport.name)", "--output", "out", "--jobs", "1"], in: other,
      environment: ["TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"])
    try #require(run.status == 0, "\(run.errors)")
    let files = try folder.contents(of: "another folder/out/\(BuiltReport.name)")
    #expect(files.keys.sorted() == built.files.keys.sorted())
    for (name, bytes) in files { #expect(built.files[name] == bytes, "\(name) differs") }
  }
}
