/// Writes diagnostics for people: place, message, the line with a caret, labels and hints.
///
///     report.yaml:3:1: error: unknown key “titel” [yaml.unknown-key]
///       3 | titel: 年度报告
///         | ^~~~~
///       hint: did you mean “title”?
package struct TextDiagnosticRenderer: Sendable {
  private let map: SourceMap
  private let folder: String
  private let isColored: Bool

  /// - Parameters:
  ///   - map: the sources that spans refer to.
  ///   - folder: the folder that relative file names are shown below.
  ///   - isColored: whether to use the terminal's colours (ECMA-48).
  package init(map: SourceMap, folder: String = "", isColored: Bool = false) {
    self.map = map
    self.folder = folder
    self.isColored = isColored
  }

  /// The findings that count; those that are let pass stand only in the files for machines.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.filter { $0.allowance == nil }.map(render).joined(separator: "\n")
  }

  package func render(_ diagnostic: Diagnostic) -> String {
    let place = place(of: diagnostic.span)
    let severity = paint(diagnostic.severity.rawValue + ":", color(of: diagnostic.severity))
    let message = paint(printable(diagnostic.message), .bold)
    var text = "\(place)\(severity) \(message) \(paint("[\(diagnostic.code.id)]", .faint))\n"
    text += excerpt(diagnostic.span, color(of: diagnostic.severity))
    for label in diagnostic.labels {
      text += "  \(self.place(of: label.span))\(printable(label.text))\n"
      text += excerpt(label.span, .blue)
    }
    for hint in diagnostic.hints { text += "  \(paint("hint:", .blue)) \(printable(hint))\n" }
    return text
  }

  private func place(of span: SourceSpan) -> String {
    guard let place = DiagnosticPlace(span, in: map, below: folder) else { return "" }
    return paint(printable(place.text) + ":", .bold) + " "
  }

  /// The line of a span with a caret and tildes under it; empty without a place.
  private func excerpt(_ span: SourceSpan, _ color: Attribute) -> String {
    guard let start = map.location(of: span), let end = map.endLocation(of: span) else { return "" }
    let line = map.line(start.line, of: span.source)
    let upper = end.line == start.line ? end.column - 1 : Int.max
    let excerpt = Excerpt(of: line, marking: start.column - 1..<max(upper, start.column - 1))
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let underline = paint(excerpt.underline, color)
    return """
        \(paint("\(number) |", .faint)) \(excerpt.text)
        \(paint("\(gutter) |", .faint)) \(excerpt.indent)\(underline)

      """
  }

  /// Text from a manuscript may hold characters that steer a terminal.
  private func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(\.printable)))
  }

  private enum Attribute: String {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
  }

  private func paint(_ text: String, _ attribute: Attribute) -> String {
    isColored ? "\u{1B}[\(attribute.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func color(of severity: Severity) -> Attribute {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }
}
