import Testing

@testable import Diagnostics

/// What a person sees on the terminal, to the letter.
struct TextDiagnosticRendererTests {
  @Test func placeMessageLineCaretLabelAndHint() throws {
    let sample = Sample("title: 年度报告\ntitel: 年度\n")
    let diagnostic = Diagnostic(
      .sampleKey, "unknown key “titel”", at: try sample.span(of: "titel"),
      labels: [.init(span: try sample.span(of: "title"), text: "the title stands here")],
      hints: ["did you mean “title”?"])
    #expect(
      TextDiagnosticRenderer(map: sample.map).render(diagnostic) == """
        report.yaml:2:1: error: unknown key “titel” [sample.key]
          2 | titel: 年度
            | ^~~~~
          report.yaml:1:1: the title stands here
          1 | title: 年度报告
            | ^~~~~
          hint: did you mean “title”?

        """)
  }

  private func excerpt(_ text: String, marking words: String) throws -> String {
    let sample = Sample(text)
    let diagnostic = Diagnostic(.sampleKey, "m", at: try sample.span(of: words))
    let lines = TextDiagnosticRenderer(map: sample.map).render(diagnostic)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines[1...2].joined(separator: "\n")
  }

  @Test func caretsStandUnderWideCharacters() throws {
    #expect(
      try excerpt("图题：产能 rate", marking: "产能") == """
          1 | 图题：产能 rate
            |       ^~~~
        """)
    #expect(
      try excerpt("产能 rate", marking: "rate") == """
          1 | 产能 rate
            |      ^~~~
        """)
  }

  @Test func combiningMarksTakeNoColumn() throws {
    #expect(
      try excerpt("cafe\u{301} noir", marking: "noir") == """
          1 | cafe\u{301} noir
            |      ^~~~
        """)
  }

  @Test func tabsAreShownAsOneColumn() throws {
    #expect(
      try excerpt("\ta:\tb", marking: "b") == """
          1 |  a: b
            |     ^
        """)
  }

  @Test func anEmptySpanIsACaret() {
    var map = SourceMap()
    let source = map.add(file: "a.md", text: Array("文字".utf8))
    let end = SourceSpan(source: source, range: 6..<6)
    #expect(
      TextDiagnosticRenderer(map: map).render(Diagnostic(.sampleKey, "m", at: end)) == """
        a.md:1:3: error: m [sample.key]
          1 | 文字
            |     ^

        """)
  }

  @Test func aSpanOverLinesIsMarkedToTheEndOfItsFirst() throws {
    #expect(
      try excerpt("a: [\n  b\n]", marking: "[\n  b\n]") == """
          1 | a: [
            |    ^
        """)
    #expect(
      try excerpt("段落第一行，\n第二行。", marking: "第一行，\n第二行") == """
          1 | 段落第一行，
            |     ^~~~~~~~
        """)
  }

  @Test func longLinesAreCutOnBothSides() throws {
    let line = String(repeating: "字", count: 40) + "错" + String(repeating: "词", count: 4000)
    #expect(
      try excerpt(line, marking: "错") == """
          1 | …\(String(repeating: "字", count: 15))错\(String(repeating: "词", count: 28))…
            | \(String(repeating: " ", count: 31))^~
        """)
  }

  @Test func aMarkLongerThanTheWindowEndsWithIt() throws {
    let line = String(repeating: "x", count: 500)
    #expect(
      try excerpt(line, marking: String(line.prefix(400))) == """
          1 | \(String(repeating: "x", count: 90))…
            | ^\(String(repeating: "~", count: 89))
        """)
  }

  @Test func withoutAPlaceThereIsOnlyTheMessage() {
    let text = TextDiagnosticRenderer(map: SourceMap(), folder: "Reports/x")
      .render(Diagnostic(.sampleData, "no data", severity: .warning, hints: ["add some"]))
    #expect(text == "warning: no data [sample.data]\n  hint: add some\n")
  }

  @Test(arguments: [
    ("Reports/x", "Reports/x/chapters/1.md:1:2:"), ("../x/", "../x/chapters/1.md:1:2:"),
    (".", "chapters/1.md:1:2:"), ("", "chapters/1.md:1:2:"),
  ])
  func filesAreShownBelowTheirFolder(folder: String, place: String) throws {
    let sample = Sample("abc", file: "chapters/1.md")
    let diagnostic = Diagnostic(.sampleKey, "m", severity: .note, at: try sample.span(of: "b"))
    let text = TextDiagnosticRenderer(map: sample.map, folder: folder).render(diagnostic)
    #expect(text.hasPrefix("\(place) note: m"))
  }

  @Test func nothingFromAManuscriptSteersTheTerminal() throws {
    let sample = Sample("a\u{1B}[31m\u{202E}b", file: "a\u{1B}.md")
    let diagnostic = Diagnostic(
      .sampleKey, "odd “\u{1B}]0;x\u{7}”\nnext", at: try sample.span(of: "b"), hints: ["\u{9B}2J"])
    #expect(
      TextDiagnosticRenderer(map: sample.map).render(diagnostic) == """
        a\u{FFFD}.md:1:8: error: odd “\u{FFFD}]0;x\u{FFFD}” next [sample.key]
          1 | a\u{FFFD}[31m\u{FFFD}b
            |        ^
          hint: \u{FFFD}2J

        """)
  }

  @Test func coloursAreThereOnlyWhenAskedFor() throws {
    let sample = Sample("abc")
    let diagnostic = Diagnostic(.sampleKey, "m", at: try sample.span(of: "b"), hints: ["h"])
    #expect(!TextDiagnosticRenderer(map: sample.map).render(diagnostic).contains("\u{1B}"))
    let esc = "\u{1B}["
    #expect(
      TextDiagnosticRenderer(map: sample.map, isColored: true).render(diagnostic) == """
        \(esc)1mreport.yaml:1:2:\(esc)0m \(esc)1;31merror:\(esc)0m \(esc)1mm\(esc)0m \
        \(esc)2m[sample.key]\(esc)0m
          \(esc)2m1 |\(esc)0m abc
          \(esc)2m  |\(esc)0m  \(esc)1;31m^\(esc)0m
          \(esc)1;34mhint:\(esc)0m h

        """)
  }

  @Test func severalAreParted() {
    let one = Diagnostic(.sampleData, "one")
    let two = Diagnostic(.sampleData, "two")
    #expect(
      TextDiagnosticRenderer(map: SourceMap()).render([one, two])
        == "error: one [sample.data]\n\nerror: two [sample.data]\n")
  }
}
