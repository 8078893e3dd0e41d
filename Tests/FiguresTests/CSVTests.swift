import Diagnostics
import Seeds
import Testing

@testable import Figures

@Test func numbersComeBackAsWritten() {
  let fixture = Fixture(
    csv: """
      name,count,rate,fixed,code,long
      中国,3000,76.88,12.50,007,12345678901234567.25
      欧盟,22,74,3.00,12A,1
      """)
  #expect(fixture.codes == ["figures.long-numbers"])
  #expect(
    fixture.cells("SELECT * FROM t") == [
      "中国", "3000", "76.88", "12.50", "007", "12345678901234567.25",
      "欧盟", "22", "74", "3.00", "12A", "1",
    ])
  #expect(
    fixture.query("SELECT * FROM t").value.columns.map(\.kind.rawValue) == [
      "text", "number", "number", "number", "text", "number",
    ])
  #expect(fixture.query("SELECT rate FROM t WHERE name = '欧盟'").value.columns[0].decimals == 2)
}

@Test func sqlSortsAddsAndRoundsDecimals() {
  let fixture = Fixture(csv: "k,v\na,0.1\nb,0.2\nc,10\nd,2.675\n")
  #expect(fixture.cells("SELECT k FROM t ORDER BY v DESC") == ["c", "d", "b", "a"])
  #expect(fixture.cells("SELECT SUM(v) FROM t WHERE k IN ('a', 'b')") == ["0.3"])
  #expect(fixture.cells("SELECT ROUND(v, 2) FROM t WHERE k = 'd'") == ["2.68"])
  #expect(fixture.cells("SELECT 100 - 67.1, ROUND(-0.5), ROUND(NULL, 1)") == ["32.9", "-1", ""])
}

@Test(arguments: [
  ("a,b\n1,\"x\ny\"\n", ["1", "x\ny"]),
  ("\u{FEFF}a,b\r\n1,2\r\n", ["1", "2"]),
  ("a;b\n1;\"2,5;x\"\n", ["1", "2,5;x"]),
  ("a\tb\r1\t\"say \"\"hi\"\"\"\r", ["1", "say \"hi\""]),
  ("a,b\n\n1,2\n\n", ["1", "2"]),
  ("a,b\n1,2\n3,", ["1", "2", "3", ""]),
  ("\"a\",\"b\"\n\"1\",\"\"\n2,3\n", ["1", "", "2", "3"]),
  ("a,b\n 1.5 , x\n", ["1.5", " x"]),
])
func readsEveryDialect(text: String, cells: [String]) {
  let fixture = Fixture(csv: text)
  #expect(fixture.findings == [])
  #expect(fixture.cells("SELECT a, b FROM t") == cells)
}

@Test func readsGB18030AndPlacesFindingsOnItsLines() {
  // 国家,值 / 中国,75 / 欧盟,74,1
  let bytes: [UInt8] = [
    0xB9, 0xFA, 0xBC, 0xD2, 0x2C, 0xD6, 0xB5, 0x0A, 0xD6, 0xD0, 0xB9, 0xFA, 0x2C, 0x37, 0x35, 0x0A,
    0xC5, 0xB7, 0xC3, 0xCB, 0x2C, 0x37, 0x34, 0x2C, 0x31, 0x0A,
  ]
  let fixture = Fixture("sources: { t: { file: t.csv } }", bytes: ["t.csv": bytes])
  #expect(fixture.cells("SELECT 国家, 值 FROM t") == ["中国", "75"])
  #expect(fixture.findings == ["t.csv:3:1 figures.ragged-row"])
}

@Test(arguments: [
  ("a,b\n1,2\n3\n", "t.csv:3:1 figures.ragged-row"),
  ("a,b\n\"1\n2\",2,3\n", "t.csv:2:1 figures.ragged-row"),
  ("a,A\n1,2\n", "t.csv:1:3 figures.header"),
  ("a,,c\n1,2,3\n", "t.csv:1:3 figures.header"),
  ("a,b c\n1,2\n", "t.csv:1:3 figures.header"),
  ("", "t.csv:1:1 figures.header"),
  ("a,b\n1,\"2\n3,4\n", "t.csv:2:3 figures.broken-csv"),
  ("a,b\n1,\"2\"x\n", "t.csv:2:3 figures.broken-csv"),
  ("a,b\n1,2\n2,NaN\n", "t.csv:3:3 figures.not-a-number"),
  ("a,b\n1,2\n2,#DIV/0!\n", "t.csv:3:3 figures.not-a-number"),
  ("a,b\n1,2\n2,\"1,234\"\n", "t.csv:3:4 figures.not-a-number"),
  ("a,b\n1,2\n2,12%\n", "t.csv:3:3 figures.not-a-number"),
  ("a,b\n1,1e308\n", "t.csv:2:3 figures.not-a-number"),
  ("a,b\n1,2\n2,-Infinity\n", "t.csv:3:3 figures.not-a-number"),
  ("a,b,c\n1,,2\n3,\"\",4\n", "t.csv:1:3 figures.empty-column"),
  ("a,b,a\n1,2,3\n", "t.csv:1:5 figures.header"),
])
func refusesWhatItCannotRead(text: String, finding: String) {
  #expect(Fixture(csv: text).findings == [finding])
}

@Test func leavesWordsAloneInColumnsOfWords() {
  let fixture = Fixture(csv: "code\nNA\nCN\n12\n")
  #expect(fixture.findings == [])
  #expect(fixture.cells("SELECT code FROM t WHERE code = '12'") == ["12"])
}

@Test func boundsTheFindingsOfABrokenFile() {
  let fixture = Fixture(csv: "a,b\n" + String(repeating: "1\n", count: 5_000))
  #expect(fixture.diagnostics.count == 21)
  #expect(fixture.diagnostics.last?.message == "the file has 4980 more broken rows")
}

@Test func refusesACellOfMegabytes() {
  let fixture = Fixture(csv: "a,b\n1,\"" + String(repeating: "x", count: 1_500_000) + "\"\n")
  #expect(fixture.findings == ["t.csv:2:4 figures.cell-too-large"])
}

@Test func refusesTenMegabytesInOneCell() {
  let text = "a,b\n1,2\n3," + String(repeating: "x", count: 10_000_000) + "\n5,6\n"
  #expect(Fixture(csv: text).findings == ["t.csv:3:3 figures.cell-too-large"])
}

@Test(arguments: [
  ("comma", "a;b,c\n1,2\n", ["figures.header"]), ("semicolon", "a;b\n1,5;2\n", []),
  ("tab", "a\tb\n1;2;3\t4\n", []), ("pipe", "a,b\n1,2\n", ["yaml.invalid-value"]),
])
func declaredDelimitersComeFirst(name: String, text: String, codes: [String]) {
  let fixture = Fixture(
    "sources: { t: { file: t.csv, delimiter: \(name) } }", files: ["t.csv": text])
  #expect(fixture.codes == codes)
}

@Test(
  arguments: [
    ("text", "12", nil), ("number", "12.5", nil), ("integer", "12", nil),
    ("date", "2024-02-29", nil),
    ("date", "2025", nil), ("date", "2025-06", nil), ("integer", "", nil),
    ("number", "twelve", "t.csv:3:3 figures.wrong-type"),
    ("integer", "12.5", "t.csv:3:3 figures.wrong-type"),
    ("integer", "NaN", "t.csv:3:3 figures.wrong-type"),
    ("number", "1e308", "t.csv:3:3 figures.wrong-type"),
    ("date", "2025-02-29", "t.csv:3:3 figures.wrong-type"),
    ("date", "2025-13", "t.csv:3:3 figures.wrong-type"),
    ("date", "30.6.2025", "t.csv:3:3 figures.wrong-type"),
  ] as [(String, String, String?)])
func cellsAreOfTheDeclaredType(type: String, cell: String, finding: String?) {
  let fixture = Fixture(
    "sources: { t: { file: t.csv, types: { b: \(type) } } }",
    files: ["t.csv": "a,b\n1,\n2,\(cell)\n"])
  #expect(fixture.findings == (finding.map { [$0] } ?? []))
}

@Test func declaredTextKeepsDigitsAsText() {
  let fixture = Fixture(
    "sources: { t: { file: t.csv, types: { code: text, cdoe: text } } }",
    files: ["t.csv": "code\n12\n3\n"])
  #expect(fixture.findings == ["figures.yaml:1:51 figures.unknown-column"])
  #expect(fixture.cells("SELECT code FROM t ORDER BY code") == ["12", "3"])
}

@Test func refusesWhatIsNoText() {
  let fixture = Fixture("sources: { t: { file: t.csv } }", bytes: ["t.csv": [0xFF, 0xFE, 0x61, 0]])
  #expect(fixture.findings == ["figures.yaml:1:23 figures.encoding"])
}

/// Cells survive being written as CSV, whatever they hold.
@Test(arguments: 0..<50)
func cellsSurviveQuoting(seed: UInt64) {
  var random = SplitMix64(seed: seed)
  let alphabet = Array("x\"\n\r,;\t 中é") + ["😀"]
  let width = Int.random(in: 2...5, using: &random)
  let cells = (0..<width * 6).map { _ in
    String(
      (0...Int.random(in: 0...6, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      })
  }
  var text = (0..<width).map { "c\($0)" }.joined(separator: ",") + "\n"
  for row in stride(from: 0, to: cells.count, by: width) {
    let quoted = cells[row..<row + width].map { "\"\($0.replacing("\"", with: "\"\""))\"" }
    text += quoted.joined(separator: ",") + "\n"
  }
  let fixture = Fixture(csv: text)
  #expect(fixture.findings == [])
  #expect(fixture.cells("SELECT * FROM t") == cells)
}

/// No bytes make the reader crash, and every finding has a place in the file.
@Test(arguments: 0..<200)
func survivesAnyBytes(seed: UInt64) {
  var random = SplitMix64(seed: seed)
  let alphabet: [UInt8] = Array("a,b\n\r\"1.;\t-e".utf8) + [0xE4, 0xB8, 0x80, 0xFF, 0]
  let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
    alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
  }
  let fixture = Fixture("sources: { t: { file: t.csv } }", bytes: ["t.csv": bytes])
  for diagnostic in fixture.diagnostics {
    #expect(fixture.map.location(of: diagnostic.span) != nil)
    #expect(Int(diagnostic.span.upperBound) <= fixture.map.text(of: diagnostic.span.source).count)
  }
}
