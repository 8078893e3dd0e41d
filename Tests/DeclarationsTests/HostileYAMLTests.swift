import Diagnostics
import Seeds
import Testing

@testable import Declarations

/// Broken and hostile texts end in a finding with a place, in bounded work.
struct HostileYAMLTests {
  @Test(arguments: [
    ("a: [1, 2\nb: 3\n", "2:2 yaml.syntax"), ("a: 1\n b: 2\n", "2:3 yaml.syntax"),
    ("a: 'open\n", "2:1 yaml.syntax"), ("\tb: 1\n", "1:1 yaml.syntax"),
    ("a: 1\n---\nb: 2\n", "2:1 yaml.syntax"), ("a: b: c\n", "1:5 yaml.syntax"),
    ("标题: \"\\q\"\n", "1:6 yaml.syntax"), ("a: 1\nb: \u{1}\n", "2:4 yaml.syntax"),
    ("a: *nothing\n", "1:4 yaml.syntax"),
    ("? [a, b]\n: 1\n", "1:3 yaml.syntax"), ("a: &x [*x]\n", "1:8 yaml.syntax"),
  ])
  func brokenTextHasAPlace(text: String, finding: String) {
    let findings = Reading(text).findings
    #expect(findings.count == 1 && findings[0].hasPrefix(finding), "\(findings)")
  }

  @Test(arguments: [
    ("a: 'open\nb: 1\n", "1:4 while scanning a quoted scalar"),
    ("a: 1\nb: [1, 2\nc: {x: 1\n", "2:4 while parsing a flow sequence"),
  ])
  func whatIsLeftOpenIsNamedWhereItBegins(text: String, label: String) throws {
    var map = SourceMap()
    let source = map.add(file: "a.yaml", text: Array(text.utf8))
    let diagnostic = try #require(parseYAML(Array(text.utf8), source: source).diagnostics.first)
    let found = try #require(diagnostic.labels.first)
    let place = try #require(map.location(of: found.span))
    #expect("\(place.line):\(place.column) \(found.text)" == label)
  }

  @Test func anUnknownAliasHasASuggestion() {
    #expect(
      Reading("a: &accent red\nb: *acent\n").findings == [
        "2:4 yaml.syntax alias “acent” stands for no anchor before it -> did you mean “accent”?"
      ])
  }

  @Test func invalidUTF8IsFoundAtItsByte() {
    let bytes = Array("a: 1\n标题: ".utf8) + [0xB1, 0xEA] + Array("\n".utf8)
    let reading = Reading(bytes: bytes)
    #expect(reading.findings == ["2:5 yaml.syntax the YAML text is not valid UTF-8"])
    #expect(reading.value.isUnread)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "3:1"), ("x:\n  键: 1\n  bc: 2\n  键: 3\n", "4:3"),
    ("{a: 1, b: 2, a: 3}", "1:14"), ("x:\n  a: 1\ny:\n  a: 1\n  b: 1\n  a: 2\n", "6:3"),
    ("a: a\nb:\n  a: 1\na : 2\n", "4:1"), ("a: 1\n\"a\": 2\n", "2:1"),
    ("a: &x b\nb: 1\n*x : 2\n", "3:1"),
  ])
  func aKeyThatStandsTwiceIsFoundAtItsSecondPlace(text: String, place: String) throws {
    var map = SourceMap()
    let source = map.add(file: "a.yaml", text: Array(text.utf8))
    let diagnostic = try #require(parseYAML(Array(text.utf8), source: source).diagnostics.first)
    let found = try #require(map.location(of: diagnostic.span))
    #expect(diagnostic.code == .yamlDuplicateKey)
    #expect("\(found.line):\(found.column)" == place)
    #expect(diagnostic.labels.count == 1)
  }

  @Test func allKeysThatStandTwiceAreFoundAtOnce() {
    let reading = Reading("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\nb: 4\n")
    #expect(reading.findings.map { $0.prefix(3) } == ["2:1", "3:1", "4:1", "5:1"])
    #expect(reading.value.sketch == "{a: 1, b: {c: 1}}")
  }

  /// Nine levels of nine: 387,420,489 values in 200 bytes.
  private func laughs(_ last: String) -> String {
    let levels = (1...9).map { level in
      "l\(level): &l\(level) ["
        + [String](repeating: "*l\(level - 1)", count: 9)
        .joined(separator: ", ") + "]\n"
    }
    return "l0: &l0 ha\n" + levels.joined() + last
  }

  @Test(arguments: [
    "", "? *l9\n: 1\n", "x: {*l9 : 1, [*l9, *l9]: 2}\n", "? [*l9, *l9]\n: 1\n? [*l9, *l8]\n: 1\n",
  ])
  func aBillionLaughsAreRefused(last: String) throws {
    let reading = Reading(laughs(last))
    let finding = try #require(reading.findings.first)
    #expect(finding.hasPrefix("7:") && finding.contains("yaml.too-large"), "\(finding)")
    #expect(reading.findings.count { $0.contains("yaml.too-large") } == 1)
  }

  @Test func whatIsLeftOfARefusedTextIsSmall() {
    #expect(Reading(laughs("")).value.sketch.utf8.count < 2_000_000)
  }

  @Test func aliasesMayNotChainIntoTheDeep() {
    let chain = (1...200).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
    let findings = Reading("- &a0 x\n" + chain).findings
    #expect(findings.count == 1 && findings[0].contains("deeper than 64 levels"), "\(findings)")
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[[],", "&a [", "!t ["], [100, 5_000, 200_000])
  func deepNestingIsRefused(opening: String, depth: Int) {
    let findings = Reading(String(repeating: opening, count: depth)).findings
    #expect(findings.count == 1, "\(findings)")
  }

  @Test func deepBlocksAreRefused() {
    let text = (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    let findings = Reading(text).findings
    #expect(findings == ["65:65 yaml.too-large the YAML document nests deeper than 64 levels"])
  }

  @Test func tooManyValuesAreRefusedOnce() {
    let text = "[" + String(repeating: "x,", count: 300_000) + "]"
    #expect(
      Reading(text).findings == [
        "1:400000 yaml.too-large the YAML document stands for too many values"
      ])
  }

  /// Any bytes at all: no trap, and every place lies in the text.
  @Test(arguments: 0..<200) func noiseIsReadOrRefused(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet =
      Array("ab:*&!|>-?[]{},#'\"\\%@`~ \n\r\t\u{FEFF}中\u{2028}\u{10FFFF}é".utf8) + [0xFF]
    let count = Int.random(in: 0...200, using: &random)
    let bytes = (0..<count).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
    var map = SourceMap()
    let source = map.add(file: "a.yaml", text: bytes)
    let parsed = parseYAML(bytes, source: source)
    for span in parsed.diagnostics.map(\.span) + spans(parsed.value) {
      #expect(span.lowerBound <= span.upperBound && Int(span.upperBound) <= bytes.count + 1)
    }
  }

  private func spans(_ value: YAMLValue) -> [SourceSpan] {
    switch value.content {
    case .scalar: [value.span]
    case .sequence(let values): [value.span] + values.flatMap(spans)
    case .mapping(let pairs):
      [value.span] + pairs.flatMap { [$0.key.span] + spans($0.value) }
    }
  }
}
