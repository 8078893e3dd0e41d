import Declarations
import Diagnostics
import Drawing
import Manuscript
import Stylesheet
import Testing

@testable import Composition

/// Headings are numbered as their language does it, by one count.
@Suite struct HeadingLanguageTests {
  private static let headings = """
    headings:
      - number: "第{1:han}章"
        reference: "{number}"
        style: heading
        languages:
          en: { number: "Chapter {1}", separator: ": ", reference: "chapter {1}" }
      - { number: "{1}.{2}", reference: "{number}节", style: heading,
          languages: { en: { reference: "section {number}" } } }
    """

  private func texts(_ markdown: String) async throws -> String {
    let result = try await Fixture.compose(markdown) { input in
      input.stylesheet.headings = (try? Self.sheet().headings) ?? []
    }
    #expect(result.diagnostics.map(\.message) == [])
    return result.value.pages.map(\.text).joined()
  }

  private static func sheet() throws -> Stylesheet {
    var declaration = LayoutDeclaration()
    var map = SourceMap()
    let text = Array(headings.utf8)
    let yaml = parseYAML(text, source: map.add(file: "layout.yaml", text: text))
    try #require(declaration.read(yaml.value).isEmpty)
    return resolveStylesheet(declaration, roles: []).value
  }

  @Test func aDivisionInAnotherLanguageNumbersItsHeadingsInIt() async throws {
    let text = try await texts(
      "# 甲 {#sec-a}\n\n见@sec-a、@sec-b、@sec-c。\n\n::: {lang=en-GB}\n\n# First {#sec-b}\n\n## Second {#sec-c}\n\n:::\n\n# 乙\n"
    )
    #expect(text.contains("第一章"))
    #expect(text.contains("Chapter 2: "))
    #expect(text.contains("2.1"))
    #expect(text.contains("第三章"))
    #expect(text.contains("见第一章、chapter 2、section 2.1。"))
  }

  @Test func aLanguageThatTheLayoutDoesNotNameTakesItsOwnPatterns() async throws {
    let text = try await texts("::: {lang=fr}\n\n# Premier\n\n:::\n")
    #expect(text.contains("第一章"))
  }
}
