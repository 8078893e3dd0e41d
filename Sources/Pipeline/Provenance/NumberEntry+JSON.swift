internal import Diagnostics
internal import Drawing
internal import Geometry

extension NumberEntry {
  /// The entry as it stands in the manifest, and as a line of `check --figures`.
  func json(on document: PagedDocument, _ map: SourceMap) -> JSONValue {
    let place = map.location(of: span)
    return .object([
      ("kind", .string(kind.rawValue)), ("figure", figure.map(JSONValue.string)),
      ("block", block.map(JSONValue.string)), ("row", row.map(JSONValue.integer)),
      ("column", column.map(JSONValue.string)), ("item", item.map(JSONValue.string)),
      ("value", .decimal("\(value)")), ("unit", .string(unit)), ("text", .string(text)),
      ("rounding", .string(rounding)), ("query", query.map(JSONValue.string)),
      ("derivation", derivation.map(JSONValue.string)), ("operands", .strings(operands)),
      ("sources", .array(sources.map(\.json))), ("provider", provider.map(JSONValue.string)),
      ("as-of", asOf.map(JSONValue.string)), ("file", place.map { .string($0.file) }),
      ("line", place.map { .integer($0.line) }),
      ("alternative", traced.spot == .picture ? .boolean(true) : nil),
      ("places", .array(places.map { $0.json(on: document) })),
    ])
  }
}

extension NumberEntry.Source {
  fileprivate var json: JSONValue {
    .object([
      ("file", .string(file)), ("sha256", sha256.map(JSONValue.string)),
      ("row", row.map(JSONValue.integer)), ("line", line.map(JSONValue.integer)),
    ])
  }
}

extension PrintedPlace {
  /// Label and number of the page, and the box as PDF has it: left, bottom, right, top in points from
  /// the bottom left corner of the trimmed page.
  fileprivate func json(on document: PagedDocument) -> JSONValue {
    let sheet = document.pages[page]
    let corners = [
      box.minX, sheet.size.height - box.maxY, box.maxX, sheet.size.height - box.minY,
    ]
    return .object([
      ("label", .string(sheet.label.text)), ("page", .integer(page + 1)),
      ("box", .array(corners.map { .number(($0 * 100).rounded() / 100) })),
    ])
  }
}
