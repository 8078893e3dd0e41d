/// Writes diagnostics for people: place, message, the line with a caret, labels and hints.
package struct TextDiagnosticRenderer: Sendable {
  private let map: SourceMap

  package init(map: SourceMap) { self.map = map }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  package func render(_ diagnostic: Diagnostic) -> String {
    let place = map.location(of: diagnostic.span).map { "\($0.file):\($0.line):\($0.column): " }
    let head =
      "\(place ?? "")\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code.id)]\n"
    var text = head + excerpt(diagnostic.span)
    for label in diagnostic.labels {
      let place = map.location(of: label.span).map { "\($0.file):\($0.line):\($0.column): " } ?? ""
      text += "  \(place)\(label.text)\n" + excerpt(label.span)
    }
    for hint in diagnostic.hints { text += "  hint: \(hint)\n" }
    return text
  }

  /// The line of a span with a caret and tildes under it; empty without a place.
  private func excerpt(_ span: SourceSpan) -> String {
    guard let start = map.location(of: span), let end = map.endLocation(of: span) else { return "" }
    let scalars = Array(map.line(start.line, of: span.source).unicodeScalars)
    let first = min(start.column - 1, scalars.count)
    let last = end.line == start.line ? min(end.column - 1, scalars.count) : scalars.count
    let window = visibleWindow(around: first, in: scalars)
    let indent = displayWidth(scalars[window.lowerBound..<first])
    let marked = scalars[first..<min(max(last, first), window.upperBound)]
    let underline = "^" + String(repeating: "~", count: max(displayWidth(marked) - 1, 0))
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let line = String(String.UnicodeScalarView(scalars[window])).replacing("\t", with: " ")
    let space = String(repeating: " ", count: indent)
    return "  \(number) | \(line)\n  \(gutter) | \(space)\(underline)\n"
  }

  /// At most ninety columns of a line: a Markdown paragraph may be one line of thousands.
  private func visibleWindow(around first: Int, in scalars: [Unicode.Scalar]) -> Range<Int> {
    guard scalars.count > 60 else { return 0..<scalars.count }
    let lower = max(0, first - 20)
    return lower..<min(scalars.count, lower + 60)
  }

  private func displayWidth(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + ($1.isEastAsianWide ? 2 : 1) }
  }
}

extension Unicode.Scalar {
  /// Whether a terminal gives the character two columns (UAX #11, wide and full-width ranges).
  package var isEastAsianWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
