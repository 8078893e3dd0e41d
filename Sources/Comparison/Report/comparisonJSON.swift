package import Diagnostics

/// The comparison for machines; page numbers count from 1.
package func comparisonJSON(_ comparison: OutputComparison) -> JSONValue {
  let records = comparison.records
  return .object([
    ("format", "colophon-diff/1"), ("old", .string(comparison.oldName)),
    ("new", .string(comparison.newName)), ("same", .boolean(comparison.isSame)),
    ("editions", .array(comparison.editions.map(edition))),
    ("figures", .array(records.figures.map(figure))),
    ("charts", list(records.charts)), ("inputs", list(records.inputs)),
    ("outputs", list(records.outputs)), ("faces", list(records.faces)),
    ("tools", list(records.tools)),
  ])
}

private func edition(_ edition: EditionComparison) -> JSONValue {
  .object([
    ("name", .string(edition.name)), ("old-pages", .integer(edition.oldPages)),
    ("new-pages", .integer(edition.newPages)),
    ("pages", .array(edition.changedPages.map(page))),
    ("paragraphs", .array(edition.texts.map(text))),
  ])
}

private func number(_ page: Int?) -> JSONValue? { page.map { .integer($0 + 1) } }

private func page(_ page: PageChange) -> JSONValue {
  .object([
    ("kind", .string(page.kind.rawValue)), ("old", number(page.old)), ("new", number(page.new)),
    ("resized", page.hasOtherSize ? .boolean(true) : nil),
    ("share", page.difference.map { .number($0.share) }),
    (
      "boxes",
      page.difference.map { difference in
        .array(
          difference.boxes.map { box in
            .array([box.x, box.y, box.width, box.height].map(JSONValue.number))
          })
      }
    ),
  ])
}

private func text(_ change: TextChange) -> JSONValue {
  .object([
    ("kind", .string(change.kind.rawValue)),
    ("role", change.role.isEmpty ? nil : .string(change.role)),
    ("old-page", number(change.oldPage)), ("new-page", number(change.newPage)),
    (
      "runs",
      .array(
        change.runs.map { run in
          switch run.kind {
          case .kept: .object([("kept", .string(run.text))])
          case .removed: .object([("removed", .string(run.text))])
          case .added: .object([("added", .string(run.text))])
          }
        })
    ),
  ])
}

private func figure(_ figure: FigureChange) -> JSONValue {
  .object([
    ("figure", .string(figure.figure)), ("old", .strings(figure.old)),
    ("new", .strings(figure.new)), ("pages", .array(figure.pages.map(JSONValue.integer))),
    ("exhibits", .strings(figure.exhibits.map(\.id))),
    ("labels", .strings(figure.exhibits.map(\.label))), ("places", .strings(figure.places)),
    ("sources", .strings(figure.sources)), ("origins", .strings(figure.origins)),
  ])
}

private func list(_ changes: [RecordChange]) -> JSONValue {
  .array(
    changes.map { change in
      .object([
        ("kind", .string(change.kind.rawValue)), ("name", .string(change.name)),
        ("label", change.label.map(JSONValue.string)),
        ("detail", change.detail.map(JSONValue.string)),
      ])
    })
}
