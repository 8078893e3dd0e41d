import Diagnostics
import Testing

@testable import Declarations

struct ParseYAMLTests {
  @Test(arguments: [
    ("a: 1\nb: [x, 'y', \"z\"]", #"{a: 1, b: [x, "y", "z"]}"#),
    ("", "{}"), ("# nothing\n", "{}"), ("---\na: 1\n...\n", "{a: 1}"), ("42", "42"),
    ("a:\n  - b: 1\n    c: 2\n  - d", "{a: [{b: 1, c: 2}, d]}"),
    ("a: |\n  one\n  two\n", "{a: one\ntwo\n}"), ("a: >-\n  one\n  two\n", "{a: one two}"),
    ("a: \"*b*\"\n", "{a: \"*b*\"}"),
    ("a: 2*3 * b\nc: '*x*'\nd: |\n  *x\n", "{a: 2*3 * b, c: \"*x*\", d: *x\n}"),
    ("产能: 利用率", "{产能: 利用率}"), ("a: \"\\u4EA7\\0\"", "{a: \"产\u{0}\"}"),
  ])
  func textBecomesValues(text: String, sketch: String) {
    #expect(Reading(text).value.sketch == sketch)
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"])
  func placesHoldWithEveryLineEnd(lineEnd: String) throws {
    let text = ["# 注释", "标题: 年度", "list:", "  - 'it''s'", "  - \"a\\\"b\"  ", "end: x"]
    let reading = Reading(text.joined(separator: lineEnd))
    let items = try #require(reading.value["list"]?.items)
    #expect(reading.findings.isEmpty)
    if lineEnd.hasSuffix("\n") {
      #expect(reading.value["标题"].map { reading.place($0.span) } == "2:5-2:7")
      #expect(items.map { reading.place($0.span) } == ["4:5-4:12", "5:5-5:11"])
      #expect(reading.value["end"].map { reading.place($0.span) } == "6:6-6:7")
    }
    let end = try #require(reading.value["end"])
    #expect(Int(end.span.upperBound) == text.joined(separator: lineEnd).utf8.count)
  }

  @Test(arguments: [2, 7, 8, 9, 10, 40])
  func keysThatStandTwiceAreFoundInMappingsOfAnySize(count: Int) {
    let keys = (0..<count).map { "k\($0): \($0)\n" }
    #expect(Reading(keys.joined()).findings.isEmpty)
    for twin in [0, count / 2, count - 1] {
      let reading = Reading((keys + ["k\(twin): x\n", "k\(twin): y\n"]).joined())
      #expect(
        reading.findings.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
          == [count + 1, count + 2].map { "\($0):1 yaml.duplicate-key" },
        "\(count) \(twin)")
      #expect(reading.value["k\(twin)"]?.sketch == "\(twin)")
    }
  }

  @Test func aByteOrderMarkIsSkipped() {
    let reading = Reading("\u{FEFF}a: 1\nb: 2\n")
    #expect(reading.value.sketch == "{a: 1, b: 2}")
    #expect(reading.value["a"].map { reading.place($0.span) } == "1:4-1:5")
  }

  @Test(arguments: [("kind: bar", nil), ("kind: 'bar", "6:1 yaml.syntax")])
  func aSliceIsReportedAtItsPlaceInTheFile(line: String, finding: String?) throws {
    let (before, block) = ("# 标题\n\n```chart\n", "id: fig\n\(line)\n")
    let start = before.utf8.count
    let file = Array("\(before)\(block)```\n".utf8)
    let reading = Reading(bytes: file, slice: start..<start + block.utf8.count)
    #expect(reading.findings.first?.prefix(15).description == finding)
    if finding == nil {
      #expect(reading.value["id"].map { reading.place($0.span) } == "4:5-4:8")
    }
  }

  @Test func placesInALongLineAreExact() throws {
    let items = (0..<500).map { "数\($0)" }
    let reading = Reading("[" + items.joined(separator: ", ") + "]")
    let values = try #require(reading.value.items)
    var column = 2
    for (item, value) in zip(items, values) {
      #expect(reading.place(value.span) == "1:\(column)-1:\(column + item.count)")
      column += item.count + 2
    }
  }

  /// Its content begins below the mark, which a reader looks for first.
  @Test func aBlockReachesFromItsMarkToItsLastLetter() {
    let reading = Reading("a: |\n  数\n\n  b\n\n\nc: 1\n")
    #expect(reading.value["a"].map { reading.place($0.span) } == "1:4-4:4")
  }

  @Test func aPlainScalarOfSeveralLinesReachesToItsEnd() {
    let reading = Reading("a: one\n  two\nb: 1\n")
    #expect(reading.value["a"].map { reading.place($0.span) } == "1:4-2:6")
  }

  @Test func anEmptyValueStandsWhereItIsMissing() {
    let reading = Reading("a:\nb: &x\nc: 1\n")
    #expect(reading.value["a"].map { reading.place($0.span) } == "1:3-2:1")
    #expect(reading.value["b"]?.isNull == true)
  }

  @Test func anchorsAndTagsAreNoPartOfAValue() {
    let reading = Reading("a: &x !!str word\nb: *x\n")
    #expect(reading.value.sketch == "{a: word, b: word}")
    #expect(reading.value["a"].map { reading.place($0.span) } == "1:13-1:17")
  }

  @Test func anAliasMeansTheAnchorBeforeIt() {
    let text = "a: &x 1\nb: &y [*x]\nc: &x 2\nd: [*y, *x]\n*x : e\n"
    #expect(Reading(text).value.sketch == "{a: 1, b: [1], c: 2, d: [[1], 2], 2: e}")
  }
}
