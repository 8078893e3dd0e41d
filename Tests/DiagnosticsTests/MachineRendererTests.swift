import Foundation
import Testing

@testable import Diagnostics

/// What machines read, to the letter.
struct MachineRendererTests {
  private let sample = Sample("title: 年度报告\ntitel: 年度\n", file: "数据 1/report.yaml")
  private let codes = [DiagnosticCode("sample.clean", "Never met. Never."), .sampleKey]

  private func diagnostics() throws -> [Diagnostic] {
    [
      Diagnostic(
        .sampleKey, "unknown key “titel”", at: try sample.span(of: "titel"),
        labels: [.init(span: try sample.span(of: "年度报告\ntitel"), text: "<here> & there")],
        hints: ["did you mean “title”?"]),
      Diagnostic(.sampleData, "no data", severity: .warning),
    ]
  }

  @Test func jsonLines() throws {
    #expect(
      JSONDiagnosticRenderer(map: sample.map, folder: "r").render(try diagnostics()) == """
        {"severity":"error","code":"sample.key","message":"unknown key “titel”",\
        "file":"r/数据 1/report.yaml","line":2,"column":1,"endLine":2,"endColumn":6,\
        "labels":[{"message":"<here> & there","file":"r/数据 1/report.yaml",\
        "line":1,"column":8,"endLine":2,"endColumn":6}],"hints":["did you mean “title”?"]}
        {"severity":"warning","code":"sample.data","message":"no data","labels":[],"hints":[]}

        """)
    #expect(JSONDiagnosticRenderer(map: sample.map).render([]).isEmpty)
  }

  @Test func junit() throws {
    let text = JUnitDiagnosticRenderer(map: sample.map, suite: "a \"b\"", codes: codes)
      .render(try diagnostics())
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="3" failures="1" errors="0" skipped="0">
        <testsuite name="a &quot;b&quot;" tests="3" failures="1" errors="0" skipped="0">
        <testcase classname="sample" name="clean"/>
        <testcase classname="sample" name="key">
        <failure message="unknown key “titel”">数据 1/report.yaml:2:1: error: unknown key “titel” \
        [sample.key]
          2 | titel: 年度
            | ^~~~~
          数据 1/report.yaml:1:8: &lt;here&gt; &amp; there
          1 | title: 年度报告
            |        ^~~~~~~~
          hint: did you mean “title”?
        </failure>
        </testcase>
        <testcase classname="sample" name="data">
        <system-out>warning: no data [sample.data]
        </system-out>
        </testcase>
        </testsuite>
        </testsuites>

        """)
  }

  @Test func junitHoldsNoCharacterThatXMLForbids() throws {
    let diagnostic = Diagnostic(.sampleKey, "a\u{0}\u{9B}\u{FFFE}\tb")
    let text = JUnitDiagnosticRenderer(map: SourceMap(), suite: "s", codes: []).render([diagnostic])
    #expect(text.contains("message=\"a\u{FFFD}\u{FFFD}\u{FFFD}\tb\""))
  }

  @Test func sarif() throws {
    let log = SARIFDiagnosticRenderer(map: sample.map, folder: "r", version: "1.2.3", codes: codes)
      .render(try diagnostics())
    let file = #"{"uri":"r/%E6%95%B0%E6%8D%AE%201/report.yaml","uriBaseId":"%SRCROOT%"}"#
    #expect(
      compact(log) == """
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\
        "tool":{"driver":{"name":"Colophon","version":"1.2.3","rules":[\
        {"id":"sample.clean","shortDescription":{"text":"Never met."},\
        "fullDescription":{"text":"Never met. Never."},"help":{"text":"Never met. Never."}},\
        {"id":"sample.key","shortDescription":{"text":"A key is not known."},\
        "fullDescription":{"text":"A key is not known. Correct its spelling."},\
        "help":{"text":"A key is not known. Correct its spelling."}},\
        {"id":"sample.data","shortDescription":{"text":"The data are missing."},\
        "fullDescription":{"text":"The data are missing."},\
        "help":{"text":"The data are missing."}}]}},\
        "originalUriBaseIds":{"%SRCROOT%":{"description":\
        {"text":"The folder that the paths are relative to."}}},"columnKind":"unicodeCodePoints","results":[\
        {"ruleId":"sample.key","ruleIndex":1,"level":"error",\
        "message":{"text":"unknown key “titel”; did you mean “title”?"},\
        "locations":[{"physicalLocation":{"artifactLocation":\(file),\
        "region":{"startLine":2,"startColumn":1,"endLine":2,"endColumn":6}}}],\
        "relatedLocations":[{"id":1,"message":{"text":"<here> & there"},\
        "physicalLocation":{"artifactLocation":\(file),\
        "region":{"startLine":1,"startColumn":8,"endLine":2,"endColumn":6}}}]},\
        {"ruleId":"sample.data","ruleIndex":2,"level":"warning","message":{"text":"no data"},\
        "locations":[{"physicalLocation":{"artifactLocation":\(file)}}]}]}]}
        """)
    _ = try JSONSerialization.jsonObject(with: Data(log.utf8))
  }

  /// What the report lets pass is said to machines, with its reason, and not to people.
  @Test func allowedFindings() throws {
    var allowed = Diagnostic(.sampleKey, "unknown key “titel”", at: try sample.span(of: "titel"))
    allowed.allowance = "as <quoted>"
    let json = JSONDiagnosticRenderer(map: sample.map).render([allowed])
    #expect(json.contains(#""message":"unknown key “titel”","allowed":"as <quoted>","#))
    let junit = JUnitDiagnosticRenderer(map: sample.map, suite: "s", codes: codes)
      .render([allowed])
    #expect(junit.contains("<testsuites tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"1\">"))
    #expect(junit.contains("<skipped message=\"as &lt;quoted&gt;\">数据 1/report.yaml:2:1: error: "))
    let both = JUnitDiagnosticRenderer(map: sample.map, suite: "s", codes: codes)
      .render([allowed, Diagnostic(.sampleKey, "another")])
    #expect(both.contains("<failure message=\"another\">") && both.contains("skipped=\"0\""))
    let sarif = SARIFDiagnosticRenderer(map: sample.map, version: "1", codes: codes)
      .render([allowed])
    #expect(
      compact(sarif).contains(
        #""suppressions":[{"kind":"external","status":"accepted","justification":"as <quoted>"}]"#))
    #expect(TextDiagnosticRenderer(map: sample.map).render([allowed]).isEmpty)
  }

  /// A path that leaves its base has none (SARIF 2.1.0, 3.4.3).
  @Test(arguments: [
    ("..", #"{"uri":"../%E6%95%B0%E6%8D%AE%201/report.yaml"}"#),
    ("/a b", #"{"uri":"file:///a%20b/%E6%95%B0%E6%8D%AE%201/report.yaml"}"#),
    ("./r", #"{"uri":"r/%E6%95%B0%E6%8D%AE%201/report.yaml","uriBaseId":"%SRCROOT%"}"#),
  ])
  func placesInSARIF(folder: String, artifact: String) throws {
    let log = SARIFDiagnosticRenderer(map: sample.map, folder: folder, version: "1", codes: codes)
      .render(try diagnostics())
    #expect(compact(log).contains("\"artifactLocation\":\(artifact)"))
  }

  /// Indented JSON on one line; our samples hold no spaces after line ends or colons in strings.
  private func compact(_ json: String) -> String {
    json.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
      .replacing("\": ", with: "\":")
  }
}
