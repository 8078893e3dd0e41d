import Foundation
import Testing

@testable import Pipeline

/// The same bytes in another folder, with another number of threads, time zone and locale, at another
/// source date, and locked.
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
    // The lock lies beside the layouts, so that the report is the same.
    let lock = try Command.colophon(["fonts", "lock"], in: other)
    try #require(lock.status == 0, "\(lock.errors)")
    let run = try Command.colophon(
      ["build", "Reports/\(BuiltReport.name)", "--output", "out", "--jobs", "1", "--locked"],
      in: other,
      environment: [
        "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8",
        "SOURCE_DATE_EPOCH": "86400",
      ])
    try #require(run.status == 0, "\(run.errors)")
    let files = try folder.contents(of: "another folder/out/\(BuiltReport.name)")
    #expect(files.keys.sorted() == built.files.keys.sorted())
    // The manifest alone tells that there was a lock.
    for (name, bytes) in files where name != "manifest.json" {
      #expect(built.files[name] == bytes, "\(name) differs")
    }
  }
}
