import Diagnostics
import Drawing
import Testing

@testable import Typography

struct OutOfMemory: Error {}

/// Faces and paragraphs for the tests: the real fonts, since their metrics are what is tested.
enum Fixture {
  private static let arabic = "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"

  static func fonts() throws -> FontLibrary {
    var catalogue = FontCatalogue()
    catalogue.families = [
      family("serif", [.latin], "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf", index: 0),
      family(
        "serif-sc", [.han], "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", index: 2),
      family("arabic", [.arabic], arabic, index: 0),
    ]
    var role = FontCatalogue.Role()
    role.name = "body"
    role.families = ["serif", "serif-sc", "arabic"]
    catalogue.roles = [role]
    let opened = FontLibrary.open(catalogue)
    try #require(opened.diagnostics.isEmpty)
    return opened.value
  }

  private static func family(
    _ id: String, _ scripts: [ScriptClass], _ path: String, index: Int
  ) -> FontCatalogue.Family {
    var family = FontCatalogue.Family()
    family.id = id
    family.name = id
    family.scripts = scripts
    var face = FontCatalogue.Face()
    face.path = path
    face.index = index
    family.faces = [face]
    return family
  }

  /// A paragraph of 10 pt text in one run.
  static func paragraph(
    _ text: String, fonts: FontLibrary, language: String = "zh-CN"
  ) throws -> Paragraph {
    var styles = StyleTable(fonts: fonts)
    var source = StyledText()
    let style = styles.index(of: TextStyle(role: "body", size: 10, language: language))
    source.append(text, style: style, node: .artifact, span: .none)
    guard var workspace = Workspace() else { throw OutOfMemory() }
    return buildParagraph(source, styles: styles, workspace: &workspace)
  }

  /// The text of the lines of a paragraph broken at a measure in em.
  static func lines(
    _ text: String, em measure: Double, indent: Double = 0, language: String = "zh-CN"
  ) throws -> [String] {
    let paragraph = try paragraph(text, fonts: fonts(), language: language)
    let settings = LineSettings(measure: measure * 10, indent: indent * 10, shortestLastLine: 20)
    return breakLines(paragraph, settings).map(paragraph.text(of:))
  }
}
