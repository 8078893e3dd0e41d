extension OutputComparison {
  /// Finds the pages of figures whose manifest does not tell them: those with a paragraph in which
  /// the new text of the figure is new.
  package mutating func placeFigures() {
    for index in records.figures.indices
    where records.figures[index].pages.isEmpty && records.figures[index].isPrinted {
      let figure = records.figures[index]
      let pages = editions.flatMap(\.texts).filter { $0.shows(figure) }.compactMap { change in
        (change.newPage ?? change.oldPage).map { $0 + 1 }
      }
      records.figures[index].pages = pages.uniqued().sorted()
    }
  }
}

extension TextChange {
  fileprivate func shows(_ figure: FigureChange) -> Bool {
    let isGone = figure.new.isEmpty
    let kind: Run.Kind = isGone ? .removed : .added
    let words = (isGone ? figure.old : figure.new).map { tokenize($0).map(\.text) }
    let own = tokenize(runs.filter { $0.kind != (isGone ? .added : .removed) }.map(\.text).joined())
      .map(\.text)
    let changed = Set(runs.filter { $0.kind == kind }.flatMap { tokenize($0.text).map(\.text) })
    return words.contains { words in
      own.firstRange(of: words) != nil && words.contains { changed.contains($0) }
    }
  }
}
