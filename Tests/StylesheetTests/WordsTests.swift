import Declarations
import Diagnostics
import Testing
import Typography

@testable import Stylesheet

@Suite struct WordsTests {
  /// The stylesheet of layouts that each extend the one before.
  private func sheet(
    _ layouts: String..., language: String? = nil
  ) -> Diagnosed<Stylesheet> {
    var declaration = LayoutDeclaration()
    var map = SourceMap()
    for layout in layouts {
      let text = Array(layout.utf8)
      let yaml = parseYAML(text, source: map.add(file: "layout.yaml", text: text))
      #expect(declaration.read(yaml.value).isEmpty)
      declaration.settleWords()
    }
    return resolveStylesheet(declaration, roles: [], language: language)
  }

  @Test("Each official language of the United Nations has its words without any declaration")
  func shipped() {
    let sheet = sheet("language: zh-CN").value
    #expect(sheet.words.table == "表")
    let tables = ["ar", "en", "es", "fr", "ru", "zh"].map { sheet.words(in: $0).table }
    #expect(Set(tables).count == 6)
    #expect(sheet.words(in: "fr-CA").table == "Tableau")
    // Text in a language without words has those of the report.
    #expect(sheet.words(in: "de").table == "表")
  }

  @Test("A word without a language is in the language of the layout that gives it")
  func own() {
    let sheet = sheet(
      "{ language: zh-CN, words: { box: 专栏 } }",
      "{ language: en-GB, words: { box: Feature, fr: { box: Focus }, de: { table: Tafel } } }"
    ).value
    #expect(sheet.words(in: "zh-CN").box == "专栏")
    #expect(sheet.words(in: "en-GB").box == "Feature")
    #expect(sheet.words(in: "en").box == "Feature")
    #expect(sheet.words(in: "fr").box == "Focus")
    #expect(sheet.words(in: "fr").table == "Tableau")
    #expect(sheet.words(in: "de").table == "Tafel")
  }

  @Test("A report in another language than its layout has its own words and voices")
  func reportLanguage() {
    let layout = "{ language: zh-CN, words: { table: 表格 }, styles: { body: { size: 10pt } } }"
    let french = sheet(layout, language: "fr").value
    #expect(french.words.table == "Tableau")
    #expect(french.paragraph("body").text.language == "fr")
    // The layout's tag tells more than the report's.
    let british = sheet("language: en-GB", language: "en").value
    #expect(british.language == "en-GB")
    #expect(sheet(layout, language: "zh-TW").value.language == "zh-TW")
  }

  @Test("A word that is never printed is reported where it is written")
  func unknown() {
    let found = sheet("words: { fr: { tabel: Tableau }, figur: 图 }").diagnostics
    #expect(found.map(\.code) == [.unknownWord, .unknownWord])
    #expect(found.flatMap(\.hints) == ["did you mean “table”?", "did you mean “figure”?"])
  }

  @Test("A continued table is named by the pattern of its language")
  func continued() {
    let sheet = sheet("words: { en: { continued: 'Continuation of ' } }").value
    #expect(sheet.words(in: "zh").continuation(of: "表 3") == "续表 3")
    #expect(sheet.words(in: "ru").continuation(of: "Таблица 3") == "Таблица 3 (продолжение)")
    #expect(sheet.words(in: "en").continuation(of: "Table 3") == "Continuation of Table 3")
  }
}
