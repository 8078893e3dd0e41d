package import Diagnostics

extension DiagnosticCode {
  package static let yamlSyntax = DiagnosticCode(
    "yaml.syntax",
    "The text is not valid YAML. The place is where the parser gave up; the mistake may stand "
      + "shortly before it. Often it is an indentation, a colon or a quote.")
  package static let yamlDuplicateKey = DiagnosticCode(
    "yaml.duplicate-key",
    "A mapping holds the same key twice, and only one value could be used. Remove one of them.")
  package static let yamlTooLarge = DiagnosticCode(
    "yaml.too-large",
    "The document nests too deep, or its aliases stand for more values than any report needs. "
      + "Such files exhaust memory, so they are refused.")
}

/// Reads a YAML document into values with spans.
///
/// - Parameters:
///   - text: the YAML text, which may be a slice of a larger source.
///   - source: the source that spans refer to.
///   - base: offset of `text` in the source, in bytes.
///   - limit: how many values aliases may expand to before the file is refused.
/// - Returns: the value, an empty mapping where the text cannot be read, and what is wrong with it.
package func parseYAML(
  _ text: [UInt8], source: SourceID, base: Int = 0, limit: Int = 200_000
) -> Diagnosed<YAMLValue> {
  let mark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let text = mark == 0 ? text : Array(text[mark...])
  if let offset = firstInvalidByte(in: text) {
    let span = SourceSpan(source: source, range: base + mark + offset..<base + mark + offset + 1)
    let message = "the YAML text is not valid UTF-8"
    return Diagnosed(.unread(span), [Diagnostic(.yamlSyntax, message, at: span)])
  }
  return read(text, YAMLPlaces(text: text, source: source, base: base + mark), limit: limit)
}

private func read(_ text: [UInt8], _ places: YAMLPlaces, limit: Int) -> Diagnosed<YAMLValue> {
  unsafe text.withUnsafeBufferPointer { bytes in
    guard !bytes.isEmpty, let stream = unsafe YAMLEventStream(bytes) else {
      return Diagnosed(.empty(places.whole))
    }
    var reader = YAMLReader(stream, places: places, budget: limit)
    do throws(YAMLReader.Refusal) {
      let value = try reader.read()
      return Diagnosed(value, reader.diagnostics)
    } catch {
      var diagnostics = reader.diagnostics
      if case .problem(let problem) = error {
        diagnostics.append(diagnostic(of: problem, places))
      }
      return Diagnosed(.unread(places.whole), diagnostics)
    }
  }
}

private func diagnostic(of problem: YAMLEventStream.Problem, _ places: YAMLPlaces) -> Diagnostic {
  let diagnostic = Diagnostic(.yamlSyntax, problem.message, at: places.span(of: problem.place))
  guard let (message, character) = problem.context else { return diagnostic }
  // Where a text cannot be read further is often far from what was left open.
  return diagnostic.labelled(message, at: places.span(of: .character(character)))
}
