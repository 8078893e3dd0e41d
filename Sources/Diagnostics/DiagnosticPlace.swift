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
    file = map.path(of: start.file, below: folder)
    self.start = start
    self.end = end
  }

  /// `file:line:column`, as editors and terminals recognise it.
  var text: String { "\(file):\(start.line):\(start.column)" }
}

extension SourceMap {
  /// A file's path below a folder; an absolute path stays what it is.
  func path(of file: String, below folder: String) -> String {
    guard !folder.isEmpty, folder != ".", !file.hasPrefix("/") else { return file }
    return "\(folder)\(folder.hasSuffix("/") ? "" : "/")\(file)"
  }
}
