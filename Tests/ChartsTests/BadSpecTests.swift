import Charts
import Diagnostics
import Testing

@Suite struct BadSpecTests {
  /// A chart block, the code it must be answered with, and the text that the place must name.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var yaml: String
    var code: DiagnosticCode
    var place: String
    var hint: String?

    var testDescription: String { name }
  }

  private static let head = "id: fig-a\ntitle: 甲\n"
  private static let rows = "data: [{ land: 中国, rate: 75 }, { land: 欧盟, rate: 25 }]\n"

  static let cases: [Case] = [
    Case(
      name: "kind", yaml: head + rows + "kind: bra\nx: land\ny: rate\n",
      code: DiagnosticCode("yaml.invalid-value", ""), place: "bra", hint: "bar"),
    Case(
      name: "key", yaml: head + rows + "kind: bar\nx: land\ny: rate\nunits: 个\n",
      code: DiagnosticCode("yaml.unknown-key", ""), place: "units", hint: "unit"),
    Case(
      name: "missing x", yaml: head + rows + "kind: bar\ny: rate\n", code: .chartMissingEncoding,
      place: ""),
    Case(
      name: "column", yaml: head + rows + "kind: bar\nx: land\ny: rat\n",
      code: .chartUnknownColumn, place: "rat", hint: "rate"),
    Case(
      name: "series column", yaml: head + rows + "kind: bar\nx: land\ny: rate\nseries: period\n",
      code: .chartUnknownColumn, place: "period", hint: "land, rate"),
    Case(
      name: "text value",
      yaml: head + "data: [{ land: 中国, rate: 七十五 }]\nkind: bar\nx: land\ny: rate\n",
      code: .chartNotANumber, place: "rate"),
    Case(
      name: "no rows", yaml: head + "data: []\nkind: bar\nx: land\ny: rate\n", code: .chartNoData,
      place: "["),
    Case(
      name: "no value",
      yaml: head + "data: [{ land: 中国, rate: null }]\nkind: bar\nx: land\ny: rate\n",
      code: .chartNoData, place: "["),
    Case(
      name: "duplicate",
      yaml: head + "data: [{ land: 中国, rate: 1 }, { land: 中国, rate: 2 }]\nkind: bar\n"
        + "x: land\ny: rate\n", code: .chartDuplicateCategory, place: "["),
    Case(
      name: "highlight", yaml: head + rows + "kind: bar\nx: land\ny: rate\nhighlight: [中囯]\n",
      code: .chartUnknownCategory, place: "中囯", hint: "中国"),
    Case(
      name: "log", yaml: head + rows + "kind: bar\nx: land\ny: rate\nscale: log\n",
      code: .chartLogScale, place: "log"),
    Case(
      name: "negative share",
      yaml: head + "data: [{ a: 甲, b: 5 }, { a: 乙, b: -1 }]\nkind: pie\nx: a\ny: b\n",
      code: .chartNegativeShare, place: "b"),
    Case(
      name: "sum of percent",
      yaml: head + "data: [{ a: 甲, b: 50 }, { a: 乙, b: 40 }]\nkind: pie\nx: a\ny: b\nunit: \"%\"\n",
      code: .chartShareSum, place: "b"),
    Case(
      name: "declared whole", yaml: head + rows + "kind: donut\nx: land\ny: rate\ntotal: 120\n",
      code: .chartShareSum, place: "120"),
    Case(
      name: "all zero", yaml: head + "data: [{ a: 甲, b: 0 }]\nkind: pie\nx: a\ny: b\n",
      code: .chartShareSum, place: "b"),
    Case(
      name: "two wholes",
      yaml: head + "data: [{ a: 甲, b: 5, c: 6 }]\nkind: pie\nx: a\ny: [b, c]\n",
      code: .chartShareSeries, place: "b"),
    Case(
      name: "negative percent",
      yaml: head + "data: [{ a: 甲, b: 5, c: -6 }]\nkind: bar\nx: a\ny: [b, c]\nstack: percent\n",
      code: .chartNegativeShare, place: "percent"),
  ]

  @Test(arguments: cases)
  func `a bad spec is refused at its place`(_ bad: Case) throws {
    var map = SourceMap()
    let drawn = ChartSample.draw(yaml: bad.yaml, map: &map)
    let finding = try #require(drawn.diagnostics.first { $0.code == bad.code })
    #expect(finding.severity == .error)
    let text = map.text(of: finding.span.source)
    let start = Int(finding.span.lowerBound)
    let place = String(decoding: text[start...].prefix(bad.place.utf8.count), as: UTF8.self)
    #expect(place == bad.place)
    if let hint = bad.hint { #expect(finding.hints.contains { $0.contains(hint) }) }
  }

  @Test func `more than seven slices are questioned, not refused`() {
    let data = ChartSample.data((1...8).map { "\($0)" })
    let drawn = ChartSample.draw(ChartSample.spec(.pie), data)
    #expect(drawn.diagnostics.map(\.code) == [.chartManySlices])
    #expect(drawn.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(drawn.value.arcs.count == 8)
  }

  @Test func `a hostile chart is refused in bounded time`() {
    let data = ChartSample.data([String](repeating: "1", count: 20_000))
    let drawn = ChartSample.draw(ChartSample.spec(.bar), data)
    #expect(drawn.diagnostics.map(\.code) == [.chartTooLarge])
    #expect(drawn.value.marks.isEmpty)
  }

  @Test func `codes are distinct and belong to charts`() {
    let ids = DiagnosticCode.chartCodes.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("chart.") })
  }
}
