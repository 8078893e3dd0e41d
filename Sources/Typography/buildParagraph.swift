/// Shapes a styled text and makes boxes and gaps of it.
///
/// The result depends on nothing but the arguments: paragraphs are built in parallel.
package func buildParagraph(
  _ source: StyledText, styles: StyleTable, workspace: inout Workspace
) -> Paragraph {
  var paragraph = Paragraph(source: source)
  guard let first = source.runs.first else { return paragraph }
  let style = styles.resolved[first.style]
  paragraph.isRightToLeft = style.isRightToLeft
  workspace.begin(with: styles)
  workspace.classify(source, styles: styles)
  workspace.findOpportunities(
    in: source.text, locale: style.isChinese ? "zh@lb=strict" : styles[first.style].language)
  if styles[first.style].keepsWords {
    workspace.keepWords(in: source.text, locale: styles[first.style].language)
  }
  workspace.guardLineEdges(source, level: styles.house.lineBreaking)
  workspace.bind(source)
  workspace.hyphenate(source, styles: styles)
  workspace.resolveLevels(source, isRightToLeft: style.isRightToLeft)
  workspace.itemize(source, styles: styles)
  paragraph.isBidirectional = !workspace.levels.isEmpty
  var builder = ParagraphBuilder(source: source, styles: styles)
  builder.build(&paragraph, &workspace)
  if styles.house.grid == .strict, style.isChinese, !paragraph.isBidirectional {
    paragraph.cell = style.size
  }
  if !source.rubies.isEmpty { paragraph.addRubies(styles, &workspace) }
  return paragraph
}
