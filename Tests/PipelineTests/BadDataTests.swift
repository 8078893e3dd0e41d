import Diagnostics
import Foundation
import Testing

@testable import Pipeline

/// Mistakes in data and images, and paths that lead out of the report.
struct BadDataTests {
  @Test func failingSQLInAChart() async throws {
    let report = try SampleReport().replacing(
      "FROM output\nx: sector", with: "FROM outputs\nx: sector")
    let findings = await report.findings()
    #expect(findings == ["figures.sql chapters/one.md:9:7"])
  }

  @Test func failingSQLInATable() async throws {
    let report = try SampleReport().replacing(
      "SELECT sector, amount FROM output\ncolumns", with: "SELEC sector FROM output\ncolumns")
    let findings = await report.findings()
    #expect(findings == ["figures.sql chapters/one.md:18:7"])
  }

  @Test func failingSQLInAFigure() async throws {
    let report = try SampleReport().replacing(
      "SUM(amount)", with: "SUM(amont)", in: "data/figures.yaml")
    let findings = await report.findings()
    #expect(findings == ["figures.sql data/figures.yaml:7:12"])
  }

  @Test func aShortRow() async throws {
    let report = try SampleReport().replacing("制造业,460", with: "制造业", in: "data/output.csv")
    let findings = await report.findings()
    #expect(findings == ["figures.ragged-row data/output.csv:3:1"])
  }

  @Test func anUnknownColumn() async throws {
    let outcome = try await SampleReport().replacing(
      "{ name: amount,", with: "{ name: amout,"
    ).check()
    #expect(outcome.findings == ["table.unknown-column chapters/one.md:21:13"])
    #expect(outcome.hints == ["did you mean “amount”?"])
  }

  @Test func invalidUTF8InData() async {
    let bytes = Array("sector,amount\n农".utf8) + [0xE4, 0xB8] + Array("业,1\n".utf8)
    let findings = await SampleReport().adding("data/output.csv", bytes).findings()
    // Damaged UTF-8 can pass for GB 18030.
    #expect(findings == ["pipeline.transcoded data/output.csv:2:2"])
    let neither = await SampleReport().adding("data/output.csv", bytes + [0xFF]).findings()
    #expect(neither.contains { $0.hasPrefix("figures.encoding data/") })
  }

  @Test func aMissingDataFile() async throws {
    let outcome = try await SampleReport().replacing(
      "output.csv", with: "outputs.csv", in: "data/figures.yaml"
    ).check()
    #expect(outcome.findings.first == "figures.missing-file data/figures.yaml:3:11")
  }

  // MARK: Images

  @Test func aMissingImage() async throws {
    let outcome = try await SampleReport().replacing("block.svg", with: "blok.svg").check()
    #expect(outcome.findings == ["pipeline.missing-file chapters/one.md:24:7"])
    #expect(outcome.hints == ["did you mean “images/block.svg”?"])
  }

  @Test func aTruncatedImage() async throws {
    let encoded =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    let png = Array(try #require(Data(base64Encoded: encoded)))
    let report = try SampleReport().replacing("block.svg", with: "dot.png")
    #expect(await report.adding("images/dot.png", png).findings() == [])
    for length in [40, 55, png.count - 12] {
      let findings = await report.adding("images/dot.png", Array(png.prefix(length))).findings()
      #expect(findings == ["image.truncated chapters/one.md:24:7"], "\(length) bytes")
    }
  }

  @Test func aDrawingThatReachesOutside() async throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="/etc/logo.png"/></svg>
      """
    let findings = await SampleReport().adding("images/block.svg", svg).findings()
    #expect(findings == ["image.external-reference chapters/one.md:24:7"])
  }

  // MARK: Paths that leave the report

  @Test(arguments: ["../other.md", "/etc/passwd", "chapters/../../report/chapters/one.md"])
  func aChapterOutside(path: String) async throws {
    let report = try SampleReport().replacing("chapters/one.md", with: path, in: "report.yaml")
    let findings = await report.findings()
    #expect(findings == ["manuscript.unreadable-file report.yaml:7:11"])
  }

  @Test(arguments: ["../logo.svg", "/house/Layouts/council-report/cover.svg"])
  func anImageOutside(path: String) async throws {
    let report = try SampleReport().replacing("images/block.svg", with: path)
    let findings = await report.findings()
    #expect(findings == ["pipeline.outside-folder chapters/one.md:24:7"])
  }

  @Test(arguments: ["../../output.csv", "/etc/output.csv"])
  func dataOutside(path: String) async throws {
    let report = try SampleReport().replacing("output.csv", with: path, in: "data/figures.yaml")
    let findings = await report.findings()
    #expect(findings.first == "pipeline.outside-folder data/figures.yaml:3:11")
  }

  @Test func dataInASiblingFolderAreInside() async throws {
    var report = try SampleReport().replacing(
      "output.csv", with: "../tables/output.csv", in: "data/figures.yaml")
    report.files["tables/output.csv"] = report.files.removeValue(forKey: "data/output.csv")
    let findings = await report.findings()
    #expect(findings == [])
  }

  @Test func figuresOutside() async throws {
    let report = try SampleReport().replacing(
      "data/figures.yaml", with: "../figures.yaml", in: "report.yaml")
    let findings = await report.findings()
    #expect(findings.first == "pipeline.outside-folder report.yaml:4:10")
  }

  @Test func aLayoutOutside() async throws {
    let report = try SampleReport().replacing(
      "article", with: "../house/Layouts/article", in: "report.yaml")
    let findings = await report.findings()
    #expect(findings.first == "pipeline.unknown-layout report.yaml:3:9")
  }

  @Test(arguments: [
    ("chapters/one.md", "manuscript.unreadable-file report.yaml:7:11"),
    ("images/block.svg", "pipeline.outside-folder chapters/one.md:24:7"),
    ("data/output.csv", "pipeline.outside-folder data/figures.yaml:3:11"),
    ("data/figures.yaml", "pipeline.outside-folder report.yaml:4:10"),
  ])
  func aLinkThatLeadsOutside(path: String, finding: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleReport().files, below: "report")
    let inside = folder.url.appending(path: "report/" + path)
    let outside = folder.url.appending(path: "outside")
    try FileManager.default.moveItem(at: inside, to: outside)
    try FileManager.default.createSymbolicLink(at: inside, withDestinationURL: outside)
    var request = CheckRequest(subject: folder.url.appending(path: "report").path)
    request.home = LayeredWorld.root
    let findings = await check(request).findings
    #expect(findings.first == finding)
  }

  @Test func aLinkWithinTheReportIsFollowed() async throws {
    let folder = try TemporaryFolder()
    try folder.write(SampleReport().files, below: "report")
    let images = folder.url.appending(path: "report/images")
    try FileManager.default.moveItem(
      at: images.appending(path: "block.svg"), to: images.appending(path: "real.svg"))
    try FileManager.default.createSymbolicLink(
      atPath: images.appending(path: "block.svg").path, withDestinationPath: "real.svg")
    var request = CheckRequest(subject: folder.url.appending(path: "report").path)
    request.home = LayeredWorld.root
    let findings = await check(request).findings
    #expect(findings == [])
  }
}
