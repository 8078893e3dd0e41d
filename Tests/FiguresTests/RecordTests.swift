import Declarations
import Diagnostics
import Testing

@testable import Figures

private func json(_ text: String) -> Fixture {
  Fixture("sources: { t: { file: t.json } }", files: ["t.json": text])
}

@Test(arguments: [
  #"[{"year": 2018, "rate": 28.50}, {"year": 2023, "rate": null, "note": "a\u4e2d\ud83d\ude00\n"}]"#,
  #"{"year": [2018, 2023], "rate": [28.50, null], "note": [null, "a中😀\n"]}"#,
])
func readsRecordsAndColumns(text: String) {
  let fixture = json(text)
  #expect(fixture.findings == [])
  #expect(fixture.cells("SELECT * FROM t") == ["2018", "28.50", "", "2023", "", "a中😀\n"])
}

@Test func quotedNumbersInJSONAreText() {
  let fixture = json(#"[{"code": "12"}, {"code": "7"}]"#)
  #expect(fixture.query("SELECT code FROM t").value.columns[0].kind == .text)
}

@Test(arguments: [
  ("[{\"a\": 1},\n {\"a\": }]", "t.json:2:8 figures.broken-json"),
  ("[{\"a\": 1}", "t.json:1:10 figures.broken-json"),
  ("[{\"a\": 1}] x", "t.json:1:12 figures.broken-json"),
  ("[{\"a\": \"x]", "t.json:1:11 figures.broken-json"),
  ("[{\"a\": \"\\ud800\"}]", "t.json:1:15 figures.broken-json"),
  ("[{\"a\": NaN}]", "t.json:1:8 figures.broken-json"),
  ("[1]", "t.json:1:2 figures.records"),
  ("3", "t.json:1:1 figures.records"),
  ("[{\"a\": [1]}]", "t.json:1:8 figures.records"),
  ("{\"a\": [1, 2], \"b\": [1]}", "t.json:1:15 figures.records"),
  ("[{\"a\": 1, \"a\": 2}]", "t.json:1:11 figures.header"),
  ("{\"a\": [1], \"a\": [2]}", "t.json:1:12 figures.header"),
  ("[{\"a\": 1}, {\"A\": 2}]", "t.json:1:13 figures.header"),
  ("[{\"a b\": 1}]", "t.json:1:3 figures.header"),
  ("[{\"a\": 1}, {\"a\": 1e308}]", "t.json:1:18 figures.not-a-number"),
])
func refusesBrokenJSON(text: String, finding: String) {
  #expect(json(text).findings == [finding])
}

@Test func refusesJSONThatNestsWithoutEnd() {
  let fixture = json(String(repeating: "[", count: 100_000))
  #expect(fixture.codes == ["figures.broken-json"])
}

@Test func inlineRecordsAreATableWithPlaces() {
  let text = "- { name: 甲, v: 1.50, code: 1 }\n- { name: 乙, v: 2, code: \"02\" }\n"
  let source = SourceID(index: 1)
  let table = DataTable.inline(parseYAML(Array(text.utf8), source: source).value).value
  #expect(table.columns.map(\.name) == ["name", "v", "code"])
  #expect(table.columns.map(\.kind) == [.text, .number, .text])
  #expect(table.column(1).map { $0.text } == ["1.50", "2"])
  #expect(table.rowSpans.map(\.lowerBound) == [2, 36])
}
