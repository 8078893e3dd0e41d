internal import Declarations
internal import Diagnostics
internal import Geometry

extension StylesheetResolver {
  func resolveHeadings() -> [HeadingStyle] {
    layout.headings.map { heading in
      HeadingStyle(
        number: heading.number, separator: heading.separator, reference: heading.reference,
        style: heading.style)
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

  mutating func resolveTable() -> TableStyle {
    let table = layout.table
    let block = points(table.paddingBlock)
    let inline = points(table.paddingInline)
    return TableStyle(
      topRule: rule(table.topRule), headRule: rule(table.headRule),
      bottomRule: rule(table.bottomRule), rowRule: table.rowRule.map { rule($0) },
      headBackground: table.headBackground.map { color(named: $0) },
      stripe: table.stripe.map { color(named: $0) },
      padding: EdgeInsets(top: block, right: inline, bottom: block, left: inline),
      before: points(table.before), after: points(table.after))
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
      frame: figures.frame.map { rule($0) })
  }

  func resolveContents(title: String) -> ContentsStyle {
    ContentsStyle(
      depth: layout.contents.depth, leader: layout.contents.leader,
      leaderPitch: layout.contents.leaderPitch, title: title)
  }

  mutating func resolveWords() -> Words {
    var words = Words()
    for named in layout.words {
      if let path = Words.paths[named.key.name] {
        words[keyPath: path] = named.value
      } else {
        diagnostics.append(
          Diagnostic(.unknownWord, "unknown word “\(named.key.name)”", at: named.key.span)
            .hinting(suggestion(for: named.key.name, among: Words.paths.keys.sorted())))
      }
    }
    return words
  }
}

extension Words {
  /// The words by the name that a layout gives them.
  fileprivate static var paths: [String: WritableKeyPath<Words, String>] {
    [
      "figure": \.figure, "table": \.table, "box": \.box, "continued": \.continued,
      "source": \.source, "note": \.note, "unit": \.unit, "contents": \.contents,
      "item-label": \.itemLabel, "bullet": \.bullet, "number-separator": \.numberSeparator,
      "title-separator": \.titleSeparator,
    ]
  }
}
