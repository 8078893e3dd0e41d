import Charts
import Diagnostics
import Foundation
import Testing

/// Every chart of the gallery, as display list, alt text and table.
///
/// `COLOPHON_BLESS=1 swift test --filter ChartsTests` writes what differs.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  static let charts = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Gallery/charts").standardized

  static var names: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: charts.path())
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  @Test(arguments: names)
  func `draws as blessed`(_ name: String) throws {
    let yaml = try String(contentsOf: Self.charts.appending(path: "\(name).yaml"), encoding: .utf8)
    var map = SourceMap()
    let options = ChartOptions(includesCaption: true)
    let drawn = ChartSample.draw(yaml: yaml, map: &map, options: options)
    let report = drawn.diagnostics.map { "\($0.severity.rawValue) \($0.code.id)\n" }.joined()
    let text = drawn.value.dump + report
    let golden = Self.folder.appending(path: "\(name).txt")
    let blessed = try? String(contentsOf: golden, encoding: .utf8)
    if ProcessInfo.processInfo.environment["COLOPHON_BLESS"] == "1", blessed != text {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    } else {
      #expect(text == blessed)
    }
    #expect(drawn.value.overlaps.isEmpty)
    #expect(drawn.value.strays.isEmpty)
  }
}
