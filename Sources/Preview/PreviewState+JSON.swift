internal import Diagnostics
internal import Geometry
internal import Pipeline

extension PreviewState {
  /// What a browser is told of a version.
  var json: JSONValue {
    let pages = pages(of: diagnostics.map(\.span))
    return .object([
      ("version", .integer(version)), ("pictures", .integer(pictures)), ("title", .string(title)),
      ("checked", .boolean(isChecked)),
      ("milliseconds", .number((duration / .milliseconds(1)).rounded())),
      ("pages", .array((0..<pageCount).map(page))),
      ("findings", .array(zip(diagnostics, pages).map(finding))),
    ])
  }

  private func page(_ index: Int) -> JSONValue {
    let size = size(ofPage: index)
    return .object([
      ("width", .number(size.width)), ("height", .number(size.height)),
      ("label", .string(label(ofPage: index))),
    ])
  }

  private func finding(_ diagnostic: Diagnostic, page: Int?) -> JSONValue {
    let place = map.location(of: diagnostic.span)
    return .object([
      ("severity", .string(diagnostic.severity.rawValue)), ("code", .string(diagnostic.code.id)),
      ("message", .string(diagnostic.message)), ("hints", .strings(diagnostic.hints)),
      ("file", place.map { .string($0.file) }), ("line", place.map { .integer($0.line) }),
      ("column", place.map { .integer($0.column) }),
      ("page", page.map(JSONValue.integer)),
    ])
  }
}

extension PreviewLine {
  var json: JSONValue {
    .object([
      (
        "box",
        .array(
          [box.minX, box.minY, box.width, box.height].map { .number(($0 * 10).rounded() / 10) })
      ),
      ("file", .string(place.file)), ("line", .integer(place.line)),
      ("column", .integer(place.column)),
    ])
  }
}
