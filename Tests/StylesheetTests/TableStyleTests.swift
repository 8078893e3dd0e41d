import Declarations
import Diagnostics
import Geometry
import Testing
import Typography

@testable import Stylesheet

/// Looks of tables by name, as layouts declare them.
@Suite struct TableStyleTests {
  private func resolve(_ layouts: String...) -> Diagnosed<Stylesheet> {
    var declaration = LayoutDeclaration()
    var map = SourceMap()
    var diagnostics: [Diagnostic] = []
    for layout in layouts {
      let text = Array(layout.utf8)
      let yaml = parseYAML(text, source: map.add(file: "layout.yaml", text: text))
      diagnostics += yaml.diagnostics + declaration.read(yaml.value)
    }
    let sheet = resolveStylesheet(declaration, roles: ["body"])
    return Diagnosed(sheet.value, diagnostics + sheet.diagnostics)
  }

  @Test func aTableIsOfThreeLinesByDefault() {
    let table = resolve("language: zh-CN").value.table
    #expect(table.topRule != nil && table.headRule != nil && table.bottomRule != nil)
    #expect(table.rowRule == nil && table.columnRule == nil && table.sideRule == nil)
    #expect(table.groupRule == table.headRule)
  }

  @Test func aStyleChangesWhatItSays() {
    let sheet = resolve(
      """
      table:
        row-rule: { thickness: 1pt }
        padding-inline: 7pt
        styles:
          open: { row-rule: none, top-rule: none, numbers: center }
      """)
    #expect(sheet.diagnostics.isEmpty)
    let open = sheet.value.tables["open"]
    #expect(sheet.value.table.rowRule?.thickness == 1)
    #expect(open?.rowRule == nil && open?.topRule == nil && open?.bottomRule != nil)
    #expect(open?.padding.left == 7 && open?.numbers == .center)
  }

  @Test func aLayoutThatChangesTheTableChangesItsStyles() {
    let sheet = resolve(
      "table: { styles: { grid: { column-rule: { thickness: 2pt } } } }",
      "table: { padding-inline: 9pt }"
    ).value
    #expect(sheet.tables["grid"]?.padding.left == 9)
    #expect(sheet.tables["grid"]?.columnRule?.thickness == 2)
    #expect(sheet.table.columnRule == nil)
  }

  @Test(arguments: [
    ("grid: { colum-rule: none }", "yaml.unknown-key"),
    ("grid: { stripe: mauve }", "layout.unknown-color"),
    ("grid: { cell: tabel-cell }", "layout.unknown-style"),
    ("grid: { styles: { inner: {} } }", "yaml.unknown-key"),
  ])
  func mistakes(style: String, code: String) {
    let sheet = resolve("table: { styles: { \(style) } }")
    #expect(sheet.diagnostics.map(\.code.id) == [code])
    #expect(sheet.diagnostics.allSatisfy { $0.span != .none })
  }
}
