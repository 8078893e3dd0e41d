import Declarations
import Diagnostics
import Testing

@testable import Figures

/// Values that a report is made for, in queries.
struct ParameterTests {
  private func layer(_ code: String) -> Diagnosed<DataLayer> {
    let text = """
      sources:
        t: { rows: [{ code: KEN, value: 1.5 }, { code: "O'Neil", value: 2.5 }] }
      figures:
        own: { query: "SELECT value FROM t WHERE code = :code", note: "{{ code }}" }

      """
    var input = FiguresInput(
      declarations: DataFile(source: SourceID(index: 1), text: Array(text.utf8)),
      read: { _, _ in Diagnosed(nil) })
    input.parameters = Parameters(["code": code])
    return DataLayer.load(input)
  }

  @Test(arguments: [("KEN", "1.5"), ("O'Neil", "2.5")])
  func aParameterIsAValueWhateverItHolds(code: String, value: String) throws {
    let layer = layer(code)
    #expect(layer.diagnostics.isEmpty)
    #expect(layer.value.figure("own").map { "\($0.value)" } == value)
  }

  @Test func aParameterIsNeverSQL() {
    #expect(layer("KEN' OR 'a' = 'a").diagnostics.map(\.code.id) == ["figures.not-one-value"])
  }

  @Test func anUnknownParameterIsNamed() {
    let span = SourceSpan(source: SourceID(index: 1), range: 0..<1)
    let answer = layer("KEN").value.table(sql: "SELECT * FROM t WHERE code = :kode", span: span)
    #expect(answer.diagnostics.map(\.message) == ["the report has no parameter for “:kode”"])
  }

  @Test func aServerGetsNumbersForNames() throws {
    let sql = "SELECT a::int, ':no' FROM t WHERE b = :b AND \":c\" = : d /* :e */ AND f > :f -- :g"
    let query = try numberParameters(in: sql, Parameters(["b": "1", "f": "2", "no": "3"]))
    #expect(
      query.sql
        == "SELECT a::int, ':no' FROM t WHERE b = $1 AND \":c\" = : d /* :e */ AND f > $2 -- :g")
    #expect(query.values == ["1", "2"])
  }
}
