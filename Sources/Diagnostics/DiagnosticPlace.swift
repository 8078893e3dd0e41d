/// Where a span stands, in the terms of people and of machine-readable formats.
///
/// Lines and columns count from 1, columns in Unicode scalars; the end is the character after the
/// last one.
struct DiagnosticPlace {
  let file: String
  let start: SourceLocation
  let end: SourceLocation

  /// The place of a span, nil without a source; a relative file is shown below `folder`.
  init?(_ span: SourceSpan, in map: SourceMap, below folder: String) {
    guard let start = map.location(of: span), let end = map.endLocation(of: span) else {
      return nil
    }
    let isBelow = !folder.isEmpty && folder != "." && !start.file.hasPrefix("/")
    file = isBelow ? "\(folder)\(folder.hasSuffix("/") ? "" : "/")\(start.file)" : start.file
    self.start = start
    self.end = end
  }

  /// `file:line:column`, as editors and terminals recognise it.
  var text: String { "\(file):\(start.line):\(start.column)" }
}
