import Diagnostics
import Testing

@testable import Figures

private let files = ["t.csv": "economy,rate\n中国,75\n美国,76.88\n欧盟,\n"]

private func figures(_ yaml: String, checks: String = "") -> Fixture {
  let figures = yaml.split(separator: "\n").map { "  \($0)\n" }.joined()
  return Fixture(
    "sources:\n  t: { file: t.csv, provider: 统计局 }\nfigures:\n\(figures)\(checks)", files: files)
}

@Test func figuresKnowWhereTheyComeFrom() throws {
  let fixture = figures(
    """
    us: { query: SELECT rate FROM t WHERE economy = '美国', unit: "%", as-of: 2024-12 }
    cn: { value: 75.0, unit: "%", provider: 本报告 }
    gap: { derive: "points(us, cn)", unit: 个百分点 }
    """)
  #expect(fixture.findings == [])
  #expect(fixture.layer.figureIDs == ["us", "cn", "gap"])
  let us = try #require(fixture.layer.figure("us"))
  #expect(us.value.description == "76.88")
  #expect(us.provider == "统计局")
  #expect(us.files == ["t.csv"])
  let sql = "SELECT rate FROM t WHERE economy = '美国'"
  #expect(us.origin == .query(sql: sql, sources: ["t"]))
  let gap = try #require(fixture.layer.figure("gap"))
  #expect(gap.origin == .derivation("points(us, cn)", of: ["us", "cn"]))
  #expect(gap.files == ["t.csv"])
  #expect(fixture.printed("gap") == "1.88个百分点")
  #expect(fixture.printed("cn") == "75.0%")
}

@Test(arguments: [
  ("sum(a, b, 0.5)", "9981.5"), ("difference(b, a)", "2901"), ("product(a, 2)", "7080"),
  ("quotient(b, a)", "1.82"), ("ratio(b, a)", "1.82"), ("share(a, b)", "54.96"),
  ("growth(a, b)", "81.95"), ("growth(b, a)", "-45.04"), ("cagr(a, b, 4)", "16.14"),
  ("index(a, b)", "181.95"), ("mean(a, b, 1)", "3327.33"),
  ("points(c, 1.5)", "81.0"), ("per_capita(a, n)", "25.29"), ("convert(a, r)", "25488"),
  ("convert(convert(a, r), r)", "3540"), ("product(quotient(1, 3), 3)", "1"),
  ("share(difference(b, a), a)", "81.95"), ("sum( a , 0.5 )", "3540.5"),
])
func derives(text: String, value: String) {
  let fixture = figures(
    "a: { value: 3540, unit: 亿美元 }\nb: { value: 6441, unit: 亿美元 }\n"
      + "n: { value: 140, unit: 亿人 }\nr: { value: 7.2, unit: 元/美元 }\n"
      + "c: { value: 82.5, unit: \"%\" }\n"
      + "x: { derive: \"\(text)\", precision: 12 }")
  #expect(fixture.findings == [])
  #expect(fixture.layer.figure("x")?.value.rounded(to: 2).description == value)
}

@Test(arguments: [
  ("x: { value: NaN }", "figures.yaml:4:15 figures.not-a-number"),
  ("x: { value: 1e308 }", "figures.yaml:4:15 figures.not-a-number"),
  ("x: { value: 约 75 }", "figures.yaml:4:15 figures.not-a-number"),
  ("x: { value: 1, query: SELECT 1 }", "figures.yaml:4:3 figures.origin"),
  ("x: { unit: 个 }", "figures.yaml:4:3 figures.origin"),
  ("X: { value: 1 }", "figures.yaml:4:3 figures.bad-id"),
  ("x: { value: 1, precision: 40 }", "figures.yaml:4:29 figures.precision"),
  ("x: { value: 1.5, precision: -9223372036854775808 }", "figures.yaml:4:31 figures.precision"),
  ("x: { query: SELECT rate FROM t }", "figures.yaml:4:15 figures.not-one-value"),
  ("x: { query: \"SELECT rate, rate FROM t LIMIT 1\" }", "figures.yaml:4:15 figures.not-one-value"),
  (
    "x: { query: SELECT rate FROM t WHERE economy = '欧盟' }",
    "t.csv:4:4 figures.not-one-value"
  ),
  ("x: { query: SELECT economy FROM t LIMIT 1 }", "t.csv:2:1 figures.not-a-number"),
  ("x: { query: SELECT rte FROM t }", "figures.yaml:4:15 figures.sql"),
  ("x: { query: DELETE FROM t }", "figures.yaml:4:15 figures.sql-writes"),
  ("x: { query: SELECT 1.0 / 3 }", "figures.yaml:4:15 figures.precision"),
  ("x: { derive: \"quotient(1, 3)\" }", "figures.yaml:4:16 figures.precision"),
  ("x: { derive: \"quotient(1, 0)\" }", "figures.yaml:4:16 figures.arithmetic"),
  ("x: { derive: \"cagr(-1, 2, 4)\" }", "figures.yaml:4:16 figures.arithmetic"),
  ("x: { derive: \"shre(1, 2)\" }", "figures.yaml:4:16 figures.derivation"),
  ("x: { derive: \"share(1)\" }", "figures.yaml:4:16 figures.derivation"),
  ("x: { derive: \"share(1, 2\" }", "figures.yaml:4:16 figures.derivation"),
  ("x: { derive: \"share(1, 2) 3\" }", "figures.yaml:4:16 figures.derivation"),
  ("x: { derive: \"sum(y, 1)\" }", "figures.yaml:4:16 figures.unknown-figure"),
  ("x: { derive: \"sum(x, 1)\" }", "figures.yaml:4:16 figures.cycle"),
  ("x: { valu: 1 }", "figures.yaml:4:8 yaml.unknown-key"),
])
func refusesWrongFigures(yaml: String, finding: String) {
  let fixture = figures(yaml, checks: "checks: [{ assert: shares, of: x }]")
  #expect(fixture.findings.contains(finding))
  _ = fixture.printed("x", "wan")
  #expect(fixture.diagnostics.count <= 3)
}

@Test func showsTheCycle() {
  let fixture = figures(
    """
    a: { derive: "sum(b, 1)" }
    b: { derive: "sum(c, 1)" }
    c: { derive: "sum(a, 1)" }
    d: { derive: "sum(a, 1)" }
    """)
  #expect(fixture.diagnostics.map(\.message) == ["figures are derived in a circle: a → b → c → a"])
  #expect(fixture.diagnostics[0].labels.map(\.text) == ["“b” is here", "“c” is here"])
}

@Test func reportsAMissingOperandOnce() {
  let fixture = figures(
    """
    econ_share: { value: 1 }
    a: { derive: "sum(econ_shar, 1)" }
    b: { derive: "sum(a, 1)" }
    """)
  #expect(fixture.codes == ["figures.unknown-figure"])
  #expect(fixture.diagnostics[0].hints == ["did you mean “econ_share”?"])
  #expect(fixture.printed("b") == "?")
  #expect(fixture.misfits("b") == [])
}

@Test func tellsGrowthAsAMultiple() {
  let fixture = figures(
    """
    before: { value: 100 }
    after: { value: 350 }
    growth: { derive: "growth(before, after)", unit: 倍, precision: 1 }
    """)
  #expect(fixture.codes == [])
  #expect(fixture.printed("growth") == "2.5倍")
}

@Test func refusesToMixUnits() {
  let fixture = figures(
    """
    a: { value: 1.2, unit: 亿元 }
    b: { value: 3, unit: 万元 }
    c: { value: 3, unit: "%" }
    d: { value: 1, unit: 个百分点 }
    bad: { derive: "share(a, b)", precision: 1 }
    fine: { derive: "quotient(a, b)", precision: 1 }
    also: { derive: "sum(c, d)" }
    """)
  #expect(fixture.findings == ["figures.yaml:8:18 figures.units"])
  #expect(fixture.diagnostics[0].message == "“bad” brings 亿元 together with 万元 in “share”")
  #expect(fixture.diagnostics[0].labels.map(\.text) == ["“a” is in 亿元", "“b” is in 万元"])
}

@Test(arguments: [
  ("sum(money, rate)", "brings 亿元 together with % in “sum”"),
  ("sum(mean(money), mean(rate))", "brings 亿元 together with % in “sum”"),
  ("sum(money, share(money, money))", "brings 亿元 together with % in “sum”"),
  ("points(money, money)", "takes percentage points of what is in 亿元, not in %"),
  ("convert(money, rate)", "converts at a rate whose unit is not of the kind 元/美元"),
  ("convert(money, euro)", "converts 亿元 at a rate in 美元/欧元"),
  ("share(money, money)\", unit: \"亿元", "comes out in %, not in 亿元"),
  ("ratio(money, money)\", unit: \"%", "comes out as a pure number, not in %"),
  ("sum(money, money)\", unit: \"万美元", "comes out in 亿元, not in 万美元"),
])
func refusesUnitsThatDoNotGoTogether(derivation: String, reason: String) {
  let fixture = figures(
    """
    money: { value: 3, unit: 亿元 }
    rate: { value: 5, unit: "%" }
    euro: { value: 1.1, unit: 美元/欧元 }
    x: { derive: "\(derivation)", precision: 1 }
    """)
  #expect(fixture.diagnostics.map(\.message) == ["“x” \(reason)"])
  #expect(fixture.codes == ["figures.units"])
}

@Test(arguments: [
  ("share(a, b)", "40.0%"), ("points(p, q)", "1.5个百分点"), ("difference(p, q)", "1.5个百分点"),
  ("sum(p, q)", "8.5%"), ("sum(a, b)", "7.0亿元"), ("sum(a, b)\", unit: \"万元", "70000.0万元"),
  ("per_capita(a, n)", "200.0元"), ("per_capita(a, n)\", unit: \"元/人", "200.0元/人"),
  ("convert(a, r)", "0.3亿美元"), ("convert(a, r)\", unit: \"万美元", "2816.9万美元"),
  ("ratio(a, b)\", unit: \"倍", "0.4倍"), ("sum(mean(p), 1)\", unit: \"%", "6.0%"),
])
func derivesTheUnitToo(derivation: String, text: String) {
  let fixture = figures(
    """
    a: { value: 2, unit: 亿元 }
    b: { value: 5, unit: 亿元 }
    p: { value: 5, unit: "%" }
    q: { value: 3.5, unit: "%" }
    n: { value: 100, unit: 万人 }
    r: { value: 7.1, unit: 元/美元 }
    x: { derive: "\(derivation)", precision: 1 }
    """)
  #expect(fixture.findings == [])
  #expect(fixture.printed("x") == text)
}

/// A third of three is one through any number of figures: nothing is rounded on the way.
@Test func roundsOnceAtTheEnd() {
  let fixture = figures(
    """
    third: { derive: "quotient(1, 3)", precision: 0 }
    half: { derive: "product(third, 1.5)", precision: 0 }
    whole: { derive: "sum(third, third, third)" }
    """)
  #expect(fixture.findings == [])
  #expect(fixture.printed("half") == "1")
  #expect(fixture.printed("whole") == "1")
  #expect(fixture.printed("third") == "0")
}

@Test func roundsAHalfAsTheReportSays() {
  let yaml = """
    figures:
      low: { value: 2.25, unit: "%", precision: 1 }
      high: { value: -2.35, unit: "%", precision: 1 }
      above: { derive: "sum(low, quotient(1, 1000000000000000000000))", precision: 1 }
    """
  let away = Fixture(yaml)
  #expect(["low", "high", "above"].map { away.printed($0) } == ["2.3%", "−2.4%", "2.3%"])
  let even = Fixture("rounding: half-even\n" + yaml)
  #expect(["low", "high", "above"].map { even.printed($0) } == ["2.2%", "−2.4%", "2.3%"])
  #expect(Fixture("rounding: down\n").codes == ["yaml.invalid-value"])
}

@Test func derivesLongChainsInAnyOrder() {
  let lines = (0..<3_000).map { "x\($0): { derive: \"sum(x\($0 + 1), 1)\" }" }
  let fixture = figures(lines.joined(separator: "\n") + "\nx3000: { value: 0 }")
  #expect(fixture.findings == [])
  #expect(fixture.layer.figure("x0")?.value == ExactDecimal(3_000))
}

@Test(arguments: [
  ("{ file: none.csv }", "figures.yaml:2:14 figures.missing-file"),
  ("{ file: t.xlsx }", "figures.yaml:2:14 figures.file-kind"),
  ("{ file: t.csv, rows: [] }", "figures.yaml:2:3 figures.origin"),
  ("{ rows: 3 }", "figures.yaml:2:14 figures.records"),
])
func refusesWrongSources(source: String, finding: String) {
  #expect(Fixture("sources:\n  t: \(source)\n", files: files).findings == [finding])
}

@Test func survivesADocumentThatIsNoFigures() {
  #expect(Fixture("figures: [1, 2\n").codes == ["yaml.syntax"])
  #expect(Fixture("").findings == [])
  #expect(Fixture("figures: 3").codes == ["yaml.invalid-value"])
}

@Test(
  arguments: [
    ("sum, of: [a, b], equals: c", nil),
    ("sum, of: [a, b], equals: 99.9, tolerance: 0.1", nil),
    ("sum, of: [a, b], equals: 99.9, tolerance: 0.09", "the figures make 100.0, not 99.9"),
    ("sum, of: [a], equals: c", "the figures make 51.8, not the 100 of “c”"),
    ("equal, of: [a, b], tolerance: 3.6", nil),
    ("equal, of: [a, b], tolerance: 3.5", "“b” is 48.2, “a” 51.8"),
    ("equal, of: [c], equals: 100", nil),
    ("range, of: [a, b], from: 48.2, to: 51.8", nil),
    ("range, of: [a, b], from: 50", "“b” is 48.2, below 50"),
    ("range, of: [a, b], to: 50", "“a” is 51.8, above 50"),
    ("increasing, of: [b, a, c]", nil),
    ("increasing, of: [a, b]", "the figures do not increase from “a” to “b”: 51.8 to 48.2"),
    ("decreasing, of: [c, a, b, b]", nil),
    ("shares, of: [third, third, third]", "the shares as printed make 99.9, not 100"),
    ("shares, of: [a, b]", nil),
  ] as [(String, String?)])
func checksWhatMustHold(check: String, message: String?) {
  let fixture = figures(
    "a: { value: 51.8 }\nb: { value: 48.2 }\nc: { value: 100 }\n"
      + "third: { derive: \"quotient(c, 3)\", precision: 1 }",
    checks: "checks:\n  - { assert: \(check) }\n")
  #expect(fixture.diagnostics.map(\.message) == [message].compactMap(\.self))
  #expect(fixture.diagnostics.allSatisfy { $0.code == .figuresCheckFailed && !$0.labels.isEmpty })
  #expect(fixture.findings.allSatisfy { $0.hasPrefix("figures.yaml:9:") })
}

@Test(arguments: [
  ("sum, of: [a]", "figures.bad-check"), ("range, of: [a]", "figures.bad-check"),
  ("sum, of: [a], equals: z", "figures.unknown-figure"), ("average, of: [a]", "yaml.invalid-value"),
  ("equal, of: [broken], equals: 1", "figures.not-a-number"),
  ("sum, equals: 1", "figures.bad-check"), ("sum, of: [], equals: 1", "figures.bad-check"),
  ("sum, of: [a], query: SELECT 1, equals: 1", "figures.bad-check"),
  ("sum, of: [a], equals: 1, round: largest-remainder", "figures.bad-check"),
  ("sum, of: [a], equals: 1, against: SELECT 1", "figures.bad-check"),
  ("increasing, query: SELECT rte FROM t", "figures.sql"),
  ("increasing, query: SELECT rate FROM t WHERE 0", "figures.bad-check"),
  ("increasing, query: SELECT economy FROM t", "figures.bad-check"),
  ("increasing, query: SELECT rate FROM t", "figures.bad-check"),
])
func refusesWrongChecks(check: String, code: String) {
  let broken = code == "figures.not-a-number" ? "\nbroken: { value: x }" : ""
  let fixture = figures("a: { value: 1 }\(broken)", checks: "checks:\n  - { assert: \(check) }\n")
  #expect(fixture.codes.contains(code))
  #expect(fixture.codes.allSatisfy { $0 == code || $0 == "yaml.missing-key" })
}

@Test(
  arguments: [
    ("increasing, query: SELECT year, rate FROM s ORDER BY year", nil),
    (
      "decreasing, query: SELECT year, rate FROM s ORDER BY year",
      "the figures do not decrease from “2023” to “2024”: 60 to 67.5"
    ),
    ("sum, query: SELECT rate FROM s, equals: total", nil),
    ("sum, query: SELECT rate FROM s, equals: 200", "the figures make 202.5, not 200"),
    ("range, query: \"SELECT year, rate FROM s\", to: 70", "“2025” is 75, above 70"),
    (
      "equal, query: \"SELECT year, rate FROM s\", against: \"SELECT year, rate FROM u\", tolerance: 0.5",
      nil
    ),
    (
      "equal, query: \"SELECT year, rate FROM s\", against: \"SELECT year, rate FROM u\"",
      "“2024” is 67.5, “against” has 68"
    ),
    (
      "equal, of: [total], against: \"SELECT rate FROM u\"",
      "there are 1 numbers here and 3 in “against”"
    ),
  ] as [(String, String?)])
func checksWholeSeries(check: String, message: String?) {
  let check = check.replacing("SELECT rate FROM s,", with: "\"SELECT rate FROM s\",")
    .replacing(
      "query: SELECT year, rate FROM s ORDER BY year",
      with: "query: \"SELECT year, rate FROM s ORDER BY year\"")
  let fixture = Fixture(
    """
    sources: { s: { file: s.csv }, u: { file: u.csv } }
    figures: { total: { value: 202.5 } }
    checks: [{ assert: \(check) }]
    """,
    files: [
      "s.csv": "year,rate\n2023,60\n2024,67.5\n2025,75\n",
      "u.csv": "year,rate\n2023,60\n2024,68\n2025,75\n",
    ])
  #expect(fixture.diagnostics.map(\.message) == [message].compactMap(\.self))
  #expect(fixture.diagnostics.allSatisfy { $0.code == .figuresCheckFailed && !$0.labels.isEmpty })
}

/// Shares that are rounded together add up wherever they are shown, and still round as themselves
/// where other decimals are asked for.
@Test func printsSharesByTheLargestRemainder() {
  let shares =
    "a: { derive: \"share(1, 3)\", precision: 1 }\nb: { derive: \"share(1, 3)\", precision: 1 }\n"
    + "c: { derive: \"share(1, 3)\", precision: 1 }"
  let rounded = figures(
    shares, checks: "checks: [{ assert: shares, of: [a, b, c], round: largest-remainder }]\n")
  #expect(rounded.findings == [])
  #expect(["a", "b", "c"].map { rounded.printed($0) } == ["33.4%", "33.3%", "33.3%"])
  #expect(rounded.printed("a", "decimals(2)") == "33.33%")
  #expect(rounded.printed("a", "decimals(1)") == "33.4%")
  let wrong = figures(
    shares, checks: "checks: [{ assert: shares, of: [a, b], round: largest-remainder }]\n")
  #expect(wrong.diagnostics.map(\.message) == ["the shares as printed make 66.6, not 100"])
}

@Test func saysHowSharesWouldMakeTheWhole() {
  let fixture = figures(
    "third: { derive: \"share(1, 3)\", precision: 1 }",
    checks: "checks: [{ assert: shares, of: [third, third, third] }]\n")
  #expect(
    fixture.diagnostics.first?.hints == [
      "add “round: largest-remainder” to print them so that they make the whole"
    ])
}

@Test func everyCodeIsExplainedOnce() {
  let codes = DiagnosticCode.figuresCodes
  #expect(Set(codes.map(\.id)).count == codes.count)
  #expect(codes.allSatisfy { $0.id.hasPrefix("figures.") && $0.explanation.hasSuffix(".") })
}

@Test func leavesTheRestAloneAfterThreeQueriesWithoutEnd() {
  let endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
  let lines = (0..<500).map { "x\($0): { query: \"\(endless)\" }" }
  let fixture = figures(lines.joined(separator: "\n"))
  #expect(fixture.codes == Array(repeating: "figures.sql-endless", count: 3))
}
