package import Diagnostics
package import Drawing
package import Geometry

/// Sets short pieces of text outside the flow: chart labels, running heads, folios.
package struct Lettering: Sendable {
  package let fonts: FontLibrary
  private let shelf: WorkspaceShelf

  package init(fonts: FontLibrary) {
    self.fonts = fonts
    shelf = WorkspaceShelf(fonts: fonts)
  }

  /// A single line at its natural width.
  package func line(_ text: String, _ style: TextStyle) -> SetLine {
    guard let built = build(text, style) else { return .empty }
    return setOnOneLine(built.paragraph).first.map { built.set($0) } ?? .empty
  }

  /// Lines no wider than `width`, broken as the document's paragraphs are but not justified; the
  /// last of `limit` lines takes all that is left.
  package func lines(
    _ text: String, _ style: TextStyle, width: Double, limit: Int? = nil
  ) -> [SetLine] {
    guard let built = build(text, style) else { return [] }
    let paragraph = built.paragraph
    var lines = breakLines(paragraph, LineSettings(measure: width, alignment: .start))
    if let limit, lines.count > limit {
      let breaks = lines.prefix(limit - 1).map { $0.boxes.upperBound - 1 }
      lines = setOnOneLine(paragraph, after: breaks)
    }
    return lines.map { built.set($0) }
  }

  private func build(_ text: String, _ style: TextStyle) -> BuiltText? {
    shelf.withPlace { workspace, styles in
      var source = StyledText()
      source.append(text, style: styles.index(of: style), node: .artifact, span: .none)
      let paragraph = buildParagraph(source, styles: styles, workspace: &workspace)
      return BuiltText(paragraph: paragraph, styles: styles)
    }
  }

  /// Puts all that follows the given breaks on one line.
  private func setOnOneLine(_ paragraph: Paragraph, after breaks: [Int] = []) -> [Line] {
    guard !paragraph.boxes.isEmpty else { return [] }
    return makeLines(
      paragraph, LineSettings(measure: 1e7, alignment: .start),
      breaks: breaks + [paragraph.boxes.count - 1])
  }
}

/// A text ready to be divided into lines.
private struct BuiltText {
  var paragraph: Paragraph
  var styles: StyleTable

  func set(_ line: Line) -> SetLine {
    // The caller places the line by its width; text from the right would stand at the far end.
    var line = line
    line.start = 0
    return SetLine(paragraph: paragraph, line: line, styles: styles)
  }
}

/// A line of lettering with its measures in points.
package struct SetLine: Sendable {
  package var width: Double { line?.width ?? 0 }
  package let ascent: Double
  package let descent: Double
  private let paragraph: Paragraph
  private let line: Line?
  private let styles: StyleTable?

  static let empty = SetLine()

  private init() {
    ascent = 0
    descent = 0
    paragraph = Paragraph(source: StyledText())
    line = nil
    styles = nil
  }

  init(paragraph: Paragraph, line: Line, styles: StyleTable) {
    (ascent, descent) = styles.extent(of: paragraph.source.runs.first?.style ?? 0)
    self.paragraph = paragraph
    self.line = line
    self.styles = styles
  }

  package var text: String { line.map(paragraph.text(of:)) ?? "" }

  /// Adds the line's glyphs to a display list.
  ///
  /// - Parameters:
  ///   - list: receives the glyph runs.
  ///   - baseline: left end of the baseline.
  ///   - node: what the line belongs to in the document's structure.
  ///   - span: where the text comes from.
  package func draw(
    into list: inout DisplayList, at baseline: Point, node: StructureNodeID = .artifact,
    span: SourceSpan = .none
  ) {
    guard let line, let styles else { return }
    let first = list.items.count
    paragraph.draw(line, into: &list, at: baseline, styles: styles)
    for index in first..<list.items.count {
      list.items[index].node = node
      list.items[index].span = span
    }
  }
}
