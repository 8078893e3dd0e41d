/// Writes diagnostics as JSON Lines: one object a line, in the order given.
///
///     {"severity":"error","code":"yaml.unknown-key","message":"unknown key “titel”",
///      "file":"report.yaml","line":1,"column":1,"endLine":1,"endColumn":6,
///      "labels":[],"hints":["did you mean “title”?"]}
///
/// Findings about typesetting also have `rule`, `page` and, where one is meant, `pageLine`.
///
/// A finding that the report lets pass has its reason as `allowed`.
///
/// Without a place, the members from `file` to `endColumn` are absent.
package struct JSONDiagnosticRenderer: Sendable {
  private let map: SourceMap
  private let folder: String

  /// - Parameters:
  ///   - map: the sources that spans refer to.
  ///   - folder: the folder that relative file names are shown below.
  package init(map: SourceMap, folder: String = "") {
    self.map = map
    self.folder = folder
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { value(of: $0).text() + "\n" }.joined()
  }

  /// One diagnostic as a value, for files that hold more than diagnostics.
  package func value(of diagnostic: Diagnostic) -> JSONValue {
    let labels = diagnostic.labels.map { label in
      JSONValue.object([.init("message", .string(label.text))] + place(of: label.span))
    }
    return .object(
      [
        .init("severity", .string(diagnostic.severity.rawValue)),
        .init("code", .string(diagnostic.code.id)),
        .init("message", .string(diagnostic.message)),
      ] + allowance(of: diagnostic) + clause(of: diagnostic) + place(of: diagnostic.span) + [
        .init("labels", .array(labels)),
        .init("hints", .strings(diagnostic.hints)),
      ])
  }

  private func allowance(of diagnostic: Diagnostic) -> [JSONValue.Member] {
    diagnostic.allowance.map { [.init("allowed", .string($0))] } ?? []
  }

  private func clause(of diagnostic: Diagnostic) -> [JSONValue.Member] {
    guard let clause = diagnostic.clause else { return [] }
    let line = clause.line.map { [JSONValue.Member("pageLine", .integer($0))] } ?? []
    return [.init("rule", .string(clause.rule)), .init("page", .string(clause.page))] + line
  }

  private func place(of span: SourceSpan) -> [JSONValue.Member] {
    guard let place = DiagnosticPlace(span, in: map, below: folder) else { return [] }
    return [
      .init("file", .string(place.file)),
      .init("line", .integer(place.start.line)),
      .init("column", .integer(place.start.column)),
      .init("endLine", .integer(place.end.line)),
      .init("endColumn", .integer(place.end.column)),
    ]
  }
}
