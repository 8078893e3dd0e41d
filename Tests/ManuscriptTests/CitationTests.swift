import Declarations
import Diagnostics
import Manuscript
import Testing

/// Citations and the bibliography that they name.
@Suite struct CitationTests {
  private static let bibliography = """
    - { id: one, type: standard, title: 甲, number: GB/T 1, place: 北京, publisher: 社, date: 2015 }
    - { id: two, type: journal, title: 乙, container: 刊, date: 2012-05, volume: 3, issue: 1 }
    - id: three
      type: online
      title: Three
      url: https://example.org/a
      accessed: 2025-03-01
    """

  private func sample(_ text: String, _ bibliography: String = Self.bibliography) -> Sample {
    Sample(files: [
      "report.yaml": """
      title: 题
      references: refs.yaml
      parts: [{ role: chapter, file: a.md }]
      """,
      "a.md": "# 题\n\n" + text + "\n", "refs.yaml": bibliography,
    ])
  }

  /// The citations of a text as keys with their pages.
  private func citations(_ text: String) -> [String] {
    sample(text).inlines.compactMap { inline in
      guard case .citation(let citation) = inline else { return nil }
      return citation.items.map { $0.key.value + ($0.pages.map { " " + $0 } ?? "") }
        .joined(separator: ";")
    }
  }

  @Test(arguments: [
    ("文[@one]。", ["one"]),
    ("文[@one; @two;@three]。", ["one;two;three"]),
    ("文[@one, 12]。", ["one 12"]),
    ("文[@one, p. 12–15]文[-@two, pp. 3, 7-9]。", ["one 12-15", "two 3,7-9"]),
    ("文[@one, 第 iv 页; @two 12]。", ["one iv;two 12"]),
    ("文[@one;\n@two]。", ["one;two"]),
    ("**文[@one]**[^n]\n\n[^n]: 注[@two]", ["one", "two"]),
    ("`[@one]`、\\[@one]、[@one](https://example.org)、[文@one]。", []),
  ])
  func syntax(text: String, expected: [String]) {
    #expect(citations(text) == expected)
    // A citation is a mark and no text: headings and indexes do not show it.
    for case .citation(let citation) in sample(text).inlines {
      #expect([Inline.citation(citation)].plainText.isEmpty)
    }
  }

  @Test("Numbers follow the first citation; a note is read at its mark")
  func order() {
    let text = "文[^n]，@two 又[@one; @three]。\n\n[^n]: 注[@three]又[^m]。\n\n[^m]: 注[@one]。"
    #expect(sample(text).report.references.map(\.id.value) == ["three", "one", "two"])
    #expect(sample(text).findings.isEmpty)
  }

  @Test("A chain of ten thousand notes is read")
  func deepNotes() {
    let notes = (0..<10_000).map { "[^\($0)]: 注[^\($0 + 1)]" } + ["[^10000]: 注[@one]"]
    let report = sample("文[^0][@two]@three\n\n" + notes.joined(separator: "\n\n")).report
    #expect(report.references.map(\.id.value) == ["one", "two", "three"])
  }

  @Test(arguments: [
    ("文[@oen]@two[@three]@one", "3:3 manuscript.unknown-reference", "did you mean “one”?"),
    ("文@on[@two]@three[@one]", "3:2 manuscript.unknown-reference", "did you mean “one”?"),
    ("文[@one; two; @two]@three", "3:9 manuscript.citation-syntax", "[@one; @other]"),
    ("文[@one, 第三章]@two[@three]", "3:9 manuscript.locator", "p. 12-15"),
    ("文[@one, @two]@two、@three", "3:9 manuscript.locator", "semicolons"),
    ("## 节 {#sec-a}\n\n[@sec-a]@one、@two、@three", "5:2 manuscript.unknown-reference", "without"),
    ("文[@one]@two", "3:7 manuscript.uncited", ""),
  ])
  func findings(text: String, finding: String, hint: String) {
    let sample = sample(text)
    #expect(sample.findings == [finding])
    #expect(hint.isEmpty || sample.diagnostics.first?.hints.first?.contains(hint) == true)
  }

  @Test(arguments: [
    ("- { id: one, type: bok, title: 甲 }", ["yaml.invalid-value"]),
    ("- { id: one, type: book, titel: 甲 }", ["yaml.unknown-key"]),
    ("- { id: one, type: patent, title: 甲, number: 1, date: 2025-02-30 }", ["yaml.invalid-value"]),
    (
      "- { id: one, type: online, title: 甲, url: example, accessed: 2025 }",
      ["yaml.invalid-value", "yaml.invalid-value"]
    ),
    (
      "- { id: one, type: book, title: 甲 }",
      Array(repeating: "manuscript.incomplete-reference", count: 3)
    ),
    (
      "- { id: one, type: report, title: 甲, date: 2025, url: https://a.org }",
      ["manuscript.incomplete-reference"]
    ),
    (
      "- { id: one, type: journal, title: 甲, container: 刊, date: 2025, issue: 1, edition: 2版 }",
      ["manuscript.unused-field"]
    ),
    (
      "- { id: One, type: patent, title: 甲, number: 1, date: 2025-02-03 }",
      ["manuscript.invalid-id", "manuscript.unknown-reference", "manuscript.uncited"]
    ),
    (
      "- { id: one, type: patent, title: 甲, number: 1, date: 2025-02-03 }\n"
        + "- { id: one, type: patent, title: 乙, number: 2, date: 2025-02-03 }",
      ["manuscript.duplicate-id"]
    ),
    (
      "- { id: one, type: patent, author: [{ given: 甲 }], title: 乙, number: 2, date: 2025 }",
      ["yaml.missing-key"]
    ),
    ("一段文字", ["yaml.invalid-value", "manuscript.unknown-reference"]),
  ])
  func entries(yaml: String, codes: [String]) {
    #expect(sample("文[@one]", yaml).diagnostics.map(\.code.id) == codes)
  }

  @Test("A bibliography may stand in place, and one that is missing is reported where it is named")
  func place() {
    let text =
      "---\nreferences:\n  - { id: a, type: patent, title: 甲, number: 1, date: 2025-01-02 }\n---\n文[@a]\n"
    #expect(Sample(text).report.references.map(\.id.value) == ["a"])
    let missing = Sample("---\nreferences: refs.yaml\n---\n文\n")
    #expect(missing.findings == ["2:13 manuscript.missing-file"])
  }

  @Test(arguments: [
    ("王", "明", "王明"), ("Kinchy", "Abby J.", "KINCHY A J"), ("Sartre", "Jean-Paul", "SARTRE J P"),
    ("Толстой", "Лев Николаевич", "ТОЛСТОЙ Л Н"), ("محفوظ", "نجيب", "نجيب محفوظ"),
  ])
  func names(family: String, given: String, printed: String) throws {
    let yaml =
      "- { id: one, type: patent, author: { family: \(family), given: \(given) }, title: 甲, "
      + "number: 1, date: 2025-01-01 }"
    let author = try #require(sample("文[@one]", yaml).report.references.first?.authors.first)
    #expect(author.printed == printed)
  }
}
