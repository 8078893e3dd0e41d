import Diagnostics
import Drawing
import Geometry

@testable import Typography

/// A paragraph of several runs with the table of its styles.
struct ParagraphFixture {
  var paragraph: Paragraph
  var styles: StyleTable

  /// One part of the text: what is given beside it differs from plain 10 pt text.
  struct Part {
    var text: String
    var style = TextStyle(role: "body", size: 10)
    var options: StyledText.RunOptions = []
    var ruby: String?
  }

  init(
    _ parts: [Part], house: HouseStyle = HouseStyle(), hyphenation: Hyphenation = .none
  ) throws {
    var styles = StyleTable(fonts: try Fixture.fonts(), house: house, hyphenation: hyphenation)
    let reading = styles.index(of: TextStyle(role: "body", size: 5, language: "en"))
    var source = StyledText()
    for part in parts {
      source.append(
        part.text, style: styles.index(of: part.style), node: .artifact, span: .none,
        options: part.options,
        ruby: part.ruby.map { StyledText.Ruby(text: $0, style: reading) })
    }
    guard var workspace = Workspace() else { throw OutOfMemory() }
    paragraph = buildParagraph(source, styles: styles, workspace: &workspace)
    self.styles = styles
  }

  /// A paragraph of plain text in a language.
  init(_ text: String, language: String, hyphenation: Hyphenation = .none) throws {
    let style = TextStyle(role: "body", size: 10, language: language)
    try self.init([Part(text: text, style: style)], hyphenation: hyphenation)
  }

  /// Everything that the lines draw.
  func drawn(_ settings: LineSettings) -> DisplayList {
    var list = DisplayList()
    for (number, line) in breakLines(paragraph, settings).enumerated() {
      let baseline = Point(x: 0, y: Double(number + 1) * 20)
      paragraph.draw(line, into: &list, at: baseline, styles: styles)
    }
    return list
  }

  /// Width of the only line of the paragraph.
  var width: Double { breakLines(paragraph, LineSettings(measure: 1e4))[0].width }
}
