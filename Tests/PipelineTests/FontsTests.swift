import Diagnostics
import Testing

@testable import Pipeline

/// `colophon fonts list` and `check`.
struct FontsTests {
  private func inspect(
    _ action: FontsRequest.Action, _ report: SampleReport
  ) async -> BuildOutcome {
    var request = FontsRequest(action)
    request.home = LayeredWorld.house
    return await inspectFonts(request, world: report.world)
  }

  @Test func checkHoldsTheWholeFileAgainstItsChecksum() async throws {
    let report = try SampleReport().replacingInHouse(
      "sha256: 9d7583b7dc9e812a", with: "sha256: 0000000000000000", in: "Fonts/fonts.yaml")
    #expect(await report.findings() == [])
    let outcome = await inspect(.check, report)
    #expect(outcome.findings == ["pipeline.changed-face Fonts/fonts.yaml:59:15"])
    #expect(outcome.hasErrors)
    #expect(await inspect(.check, SampleReport()).findings == [])
  }

  @Test func aMissingFileNamesItsPackageAndAnUnrecordedOneItsChecksum() async throws {
    let missing = try SampleReport().replacingInHouse(
      "NotoSerif-Regular.ttf", with: "NotoSerif-Regulr.ttf", in: "Fonts/fonts.yaml")
    let outcome = await inspect(.check, missing)
    #expect(outcome.findings == ["font.missing-face Fonts/fonts.yaml:59:15"])
    #expect(outcome.hints == ["install the Debian package fonts-noto-core"])
    let sum = "9d7583b7dc9e812afd32a14280c5cac3160012efe50c8d08938f4fea266ff67f"
    let unrecorded = try SampleReport().replacingInHouse(
      "        sha256: \(sum)\n", with: "", in: "Fonts/fonts.yaml")
    let second = await inspect(.check, unrecorded)
    #expect(second.findings == ["pipeline.unrecorded-face Fonts/fonts.yaml:59:15"])
    #expect(second.hints == ["sha256: \(sum)"] && !second.hasErrors)
  }

  @Test func listShowsEveryFileWithItsState() async throws {
    let report = try SampleReport().replacingInHouse(
      "NotoSerif-Regular.ttf", with: "NotoSerif-Regulr.ttf", in: "Fonts/fonts.yaml")
    let lines = await inspect(.list, report).text.split(separator: "\n")
    #expect(
      lines.first?.split(separator: " ").map(String.init)
        == ["role", "family", "weight", "file", "licence", "state"])
    let missing = lines.filter { $0.hasSuffix("missing") }
    #expect(missing.count == 1)
    #expect(missing.first?.hasPrefix("body, kai   Noto Serif         400 ") == true)
    #expect(lines.count { $0.hasSuffix("as recorded") } == lines.count - 2)
  }
}
