import Diagnostics
import Foundation
import Testing

@testable import Pipeline

/// One report for each row of a table.
struct BatchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      [
        "report.yaml": Array(
          """
          title: "{{ country }}简报"
          layout: article
          language: "{{ language }}"
          parameters: { code: KEN, country: 肯尼亚, language: zh-CN }
          parts:
            - { role: chapter, file: chapters/one.md }

          """.utf8),
        "chapters/one.md": Array("# {{ country }}\n\n{{ exports }}\n".utf8),
        "data/figures.yaml": Array(
          """
          sources: { trade: { file: trade.csv } }
          figures:
            exports: { query: "SELECT value FROM trade WHERE code = :code", precision: 1 }

          """.utf8),
        "data/trade.csv": Array("code,value\nKEN,12.5\nCIV,22.5\nUGA,3.1\n".utf8),
      ], below: "brief")
  }

  private static let table = """
    variant,code,country,language
    ken,KEN,肯尼亚,zh-CN
    ken-fr,KEN,Kenya,fr
    civ,CIV,科特迪瓦,zh-CN
    civ-fr,CIV,Côte d’Ivoire,fr
    uga,UGA,乌干达,zh-CN

    """

  private var root: String { folder.url.path }

  private func run(
    _ table: String = table, shard: BatchRequest.Shard? = nil, parity: String? = nil
  ) async throws -> BuildOutcome {
    try folder.write(["variants.csv": Array(table.utf8)], below: ".")
    var build = BuildRequest(report: root + "/brief")
    build.output = root + "/out"
    build.home = LayeredWorld.root
    build.chartFormats = []
    var request = BatchRequest(build: build, table: root + "/variants.csv")
    request.shard = shard ?? request.shard
    request.parity = parity
    return await batch(request)
  }

  private func manifest(_ name: String = "batch.json") throws -> BatchManifest? {
    let data = try Data(contentsOf: folder.url.appending(path: "out/brief/" + name))
    return BatchManifest(reading: [UInt8](data))
  }

  @Test func aRowIsAReport() async throws {
    let outcome = try await run()
    #expect(outcome.diagnostics.isEmpty, "\(outcome.findings)")
    let entries = try #require(try manifest()).entries
    #expect(entries.map(\.name) == ["ken", "ken-fr", "civ", "civ-fr", "uga"])
    let values = entries.map { entry in
      BuildRecord(in: root + "/out/brief/" + entry.name, world: FileWorld())?.figures["exports"]
    }
    #expect(values == [12.5, 12.5, 22.5, 22.5, 3.1])
    #expect(entries.allSatisfy { $0.outputs.contains { $0.path.hasSuffix("-screen.pdf") } })
  }

  @Test func aBrokenVariantLeavesTheRestAlone() async throws {
    let outcome = try await run(Self.table + "bad,XXX,无,zh-CN\n")
    #expect(Set(outcome.diagnostics.map(\.code.id)) == ["figures.not-one-value", "batch.failed"])
    #expect(outcome.hints.contains("in bad"))
    let entries = try #require(try manifest()).entries
    #expect(
      entries.map(\.status) == [.complete, .complete, .complete, .complete, .complete, .failed])
  }

  @Test func whatHasNotChangedIsKept() async throws {
    _ = try await run()
    let first = try folder.contents(of: "out")
    #expect(try await run().summary == "0 variants built, 5 kept, 0 pages")
    #expect(try folder.contents(of: "out") == first)
    try folder.write(["uga/uga-screen.pdf": [0]], below: "out/brief")
    #expect(try await run().summary == "1 variant built, 4 kept, 1 page")
    #expect(try folder.contents(of: "out") == first)
    let renamed = Self.table.replacing("乌干达", with: "烏干達")
    #expect(try await run(renamed).summary == "1 variant built, 4 kept, 1 page")
    let data = Array("code,value\nKEN,12.6\nCIV,22.5\nUGA,3.1\n".utf8)
    try folder.write(["data/trade.csv": data], below: "brief")
    #expect(try await run(renamed).summary == "5 variants built, 5 pages")
  }

  /// A library of another version may make other bytes of the same input.
  @Test func whatOtherToolsBuiltIsBuiltAgain() async throws {
    _ = try await run()
    let path = "out/brief/uga/manifest.json"
    let text = try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
    let cairo = try #require(toolVersions["cairo"])
    let older = text.replacing("\"cairo\": \"\(cairo)\"", with: "\"cairo\": \"1.0\"")
    try #require(older != text)
    try folder.write([path: Array(older.utf8)], below: ".")
    let again = try await run()
    #expect(again.summary == "1 variant built, 4 kept, 1 page")
    #expect(again.diagnostics.map(\.message) == ["built again: cairo 1.0 → \(cairo)"])
    #expect(again.hints == ["in uga"])
    #expect(try await run().summary == "0 variants built, 5 kept, 0 pages")
  }

  @Test func shardsAddUpToTheBatch() async throws {
    _ = try await run()
    let whole = try folder.contents(of: "out")
    try FileManager.default.removeItem(atPath: root + "/out")
    for number in 1...3 { _ = try await run(shard: .init(number: number, count: 3)) }
    let merged = mergeBatch(MergeRequest(folders: [root + "/out/brief"]))
    #expect(merged.diagnostics.isEmpty, "\(merged.findings)")
    let parts = try folder.contents(of: "out").filter { !$0.key.contains("batch-") }
    #expect(parts == whole)
  }

  @Test func mergingFindsWhatIsMissingAndWhatIsTwice() async throws {
    for number in 1...3 { _ = try await run(shard: .init(number: number, count: 3)) }
    let place = root + "/out/brief"
    let request = MergeRequest(folders: [place])
    try FileManager.default.moveItem(
      atPath: place + "/batch-2-of-3.json", toPath: place + "/batch-1.json")
    try FileManager.default.copyItem(
      atPath: place + "/batch-1-of-3.json", toPath: place + "/batch-0.json")
    let twice = mergeBatch(request)
    #expect(
      twice.diagnostics.map(\.message) == [
        "shard 1 of 3 is there twice", "the variant “ken” was built twice",
        "the variant “civ-fr” was built twice",
      ])
    try FileManager.default.removeItem(atPath: place + "/batch-0.json")
    try FileManager.default.removeItem(atPath: place + "/batch-1.json")
    let missing = mergeBatch(request)
    #expect(
      missing.diagnostics.map(\.message) == [
        "shard 2 of 3 is missing", "the variants of rows 2, 5 are missing",
      ])
    #expect(!FileManager.default.fileExists(atPath: place + "/batch.json"))
  }

  @Test func mergingFindsAChangedFile() async throws {
    for number in 1...2 { _ = try await run(shard: .init(number: number, count: 2)) }
    try folder.write(["civ/civ-screen.pdf": [0]], below: "out/brief")
    let outcome = mergeBatch(MergeRequest(folders: [root + "/out/brief"]))
    #expect(outcome.diagnostics.map(\.code.id) == ["batch.changed-output"])
  }

  @Test func figuresThatDifferWhereTheyMayNotAreErrors() async throws {
    let wrong = Self.table.replacing("ken-fr,KEN", with: "ken-fr,CIV")
      .replacing("ken-fr,CIV,Kenya", with: "ken-fr,CIV,肯尼亚")
    let outcome = try await run(wrong, parity: "country")
    #expect(
      outcome.diagnostics.map(\.message) == [
        "variants with country = 肯尼亚 differ in “exports”: 12.5 in ken, 22.5 in ken-fr"
      ])
  }

  @Test func aTableSaysWhatIsWrongWithIt() async throws {
    #expect(
      try await run("varient,code\nken,KEN\n").hints == ["its columns are varient, code"])
    #expect(
      try await run("variant,code\nken,KEN\nKen,CIV\n../x,UGA\n").diagnostics.map(\.code.id)
        == ["batch.variant-name", "batch.variant-name"])
    #expect(
      try await run("variant,code\n").diagnostics.map(\.code.id).contains("batch.no-variants"))
    #expect(
      try await run("variant,cod\nken,KEN\n").diagnostics.map(\.code.id)
        == ["manuscript.unknown-parameter", "batch.failed"])
    #expect(
      try await run(parity: "land").diagnostics.map(\.code.id) == ["batch.unknown-column"])
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    replacingOccurrences(of: old, with: new)
  }
}
