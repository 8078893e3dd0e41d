internal import Declarations
internal import Diagnostics
internal import Geometry
internal import Typography

extension StylesheetResolver {
  func resolveHeadings() -> [HeadingStyle] {
    layout.headings.map { heading in
      var style = HeadingStyle(
        style: heading.style,
        pattern: HeadingPattern(
          number: heading.number, separator: heading.separator, reference: heading.reference,
          label: heading.label),
        patterns: [:])
      for named in heading.languages {
        style.patterns[named.key.name] = HeadingPattern(
          number: named.value.number ?? heading.number,
          separator: named.value.separator ?? heading.separator,
          reference: named.value.reference ?? heading.reference,
          label: named.value.label ?? heading.label)
      }
      return style
    }
  }

  mutating func resolveBox() -> BoxStyle {
    let box = layout.box
    return BoxStyle(
      padding: EdgeInsets(
        top: points(box.paddingTop), right: points(box.paddingRight),
        bottom: points(box.paddingBottom), left: points(box.paddingLeft)),
      background: box.background.map { color(named: $0) }, bar: box.bar.map { rule($0) },
      before: points(box.before), after: points(box.after))
  }

  mutating func resolveNotes() -> NoteStyle {
    let notes = layout.notes
    return NoteStyle(
      separator: rule(notes.separator), separatorLength: notes.separatorLength,
      before: points(notes.before), after: points(notes.after), between: points(notes.between),
      conventions: notes.conventions)
  }

  mutating func resolveFigures() -> FigureStyle {
    let figures = layout.figures
    return FigureStyle(
      before: points(figures.before), after: points(figures.after),
      captionGap: points(figures.captionGap), floats: figures.floats,
      placement: figures.placement, frame: figures.frame.map { rule($0) })
  }

  mutating func resolveColumns() -> ColumnStyle {
    let em = styles["body"]?.text.size ?? 11
    return ColumnStyle(
      gap: points(layout.columns.gap, em: em), before: points(layout.columns.before),
      after: points(layout.columns.after), rule: layout.columns.rule.map { rule($0) })
  }

  func resolveContents(title: String) -> ContentsStyle {
    ContentsStyle(
      depth: layout.contents.depth, leader: layout.contents.leader,
      leaderPitch: layout.contents.leaderPitch, title: title)
  }
}
