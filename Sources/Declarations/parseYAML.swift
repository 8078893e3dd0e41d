package import Diagnostics
internal import Yams

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
  return compose(YAMLPlaces(text: text, source: source, base: base + mark), limit: limit)
}

private func compose(_ places: YAMLPlaces, limit: Int) -> Diagnosed<YAMLValue> {
  let masked = maskAliases(places.text)
  var reader = YAMLReader(places: places, hasAliases: masked != nil, budget: limit)
  do {
    // The parser is kept until the nodes are read, because it owns their anchors.
    let text = masked ?? String(decoding: places.text, as: UTF8.self)
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    let value = try withExtendedLifetime(parser) {
      try parser.singleRoot().map { reader.read($0) } ?? .empty(places.whole)
    }
    return Diagnosed(value, reader.diagnostics)
  } catch let error as YamlError {
    return Diagnosed(.unread(places.whole), [diagnostic(for: error, in: places)])
  } catch {
    let diagnostic = Diagnostic(.yamlSyntax, "\(error)", at: places.whole)
    return Diagnosed(.unread(places.whole), [diagnostic])
  }
}

/// The text with `YAMLReader.aliasMark` for every asterisk that may begin an alias, so that Yams
/// takes aliases for scalars; nil when there are none.
private func maskAliases(_ text: [UInt8]) -> String? {
  let starts = text.indices.dropLast().filter {
    text[$0] == UInt8(ascii: "*") && isAnchorByte(text[$0 + 1])
  }
  guard !starts.isEmpty else { return nil }
  var masked: [UInt8] = []
  var done = 0
  for start in starts {
    masked += text[done..<start]
    masked += String(YAMLReader.aliasMark).utf8
    done = start + 1
  }
  return String(decoding: masked + text[done...], as: UTF8.self)
}

/// Whether an anchor's name may hold the byte, as libyaml has it.
private func isAnchorByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
    true
  default: false
  }
}

private func diagnostic(for error: YamlError, in places: YAMLPlaces) -> Diagnostic {
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    let span = places.span(line: mark.line, column: mark.column)
    if problem.hasPrefix("Maximum nesting level") {
      return Diagnostic(.yamlTooLarge, "the YAML document nests too deep", at: span)
    }
    return Diagnostic(.yamlSyntax, problem, at: span)
  case .duplicatedKeysInMapping(let keys, let context):
    return duplicate(keys.first ?? "", first: context.mark, in: places)
  case .reader(let problem, _, _, _):
    return Diagnostic(.yamlSyntax, problem, at: places.firstForbiddenCharacter)
  default:
    return Diagnostic(.yamlSyntax, "the text cannot be read as YAML", at: places.whole)
  }
}

/// The second place of a key, which the parser does not tell: where the key stands again before a
/// colon, in the same column for block mappings.
private func duplicate(_ key: String, first mark: Mark, in places: YAMLPlaces) -> Diagnostic {
  let first = places.offset(line: mark.line, column: mark.column)
  let name = Array(key.utf8)
  let span = places.span(first..<min(first + name.count, places.text.count))
  let diagnostic = Diagnostic(
    .yamlDuplicateKey, "key “\(key)” stands twice in one mapping", at: span)
  guard let second = places.next(name, after: first) else { return diagnostic }
  var moved = diagnostic.labelled("it stands here first", at: span)
  moved.span = places.span(second..<second + name.count)
  return moved
}
