package import Diagnostics
internal import Yams

extension DiagnosticCode {
  package static let yamlSyntax = DiagnosticCode(
    "yaml.syntax", "The text is not valid YAML. The place is where the parser gave up.")
  package static let yamlDuplicateKey = DiagnosticCode(
    "yaml.duplicate-key", "A mapping holds the same key twice; only one value could be used.")
  package static let yamlTooLarge = DiagnosticCode(
    "yaml.too-large",
    "Aliases expand to more values than any report needs; such files exhaust memory.")
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
  let whole = SourceSpan(source: source, range: base..<base + text.count)
  guard let string = String(validating: text, as: UTF8.self) else {
    return Diagnosed(
      .empty(whole), [Diagnostic(.yamlSyntax, "the YAML text is not valid UTF-8", at: whole)])
  }
  var reader = YAMLReader(text: text, source: source, base: base, budget: limit)
  do {
    guard let node = try compose(yaml: string) else { return Diagnosed(.empty(whole)) }
    let value = reader.value(node, depth: 0)
    return Diagnosed(value, reader.diagnostics)
  } catch let error as YamlError {
    return Diagnosed(.empty(whole), [reader.diagnostic(for: error)])
  } catch {
    return Diagnosed(.empty(whole), [Diagnostic(.yamlSyntax, "\(error)", at: whole)])
  }
}

/// Turns Yams' nodes, whose marks are line and column, into values whose spans are byte offsets.
private struct YAMLReader {
  let text: [UInt8]
  let source: SourceID
  let base: Int
  var budget: Int
  var diagnostics: [Diagnostic] = []
  private let lineStarts: [Int]

  init(text: [UInt8], source: SourceID, base: Int, budget: Int) {
    self.text = text
    self.source = source
    self.base = base
    self.budget = budget
    lineStarts = [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  mutating func value(_ node: Node, depth: Int) -> YAMLValue {
    let span = self.span(of: node)
    budget -= 1
    guard budget > 0, depth < 64 else {
      if budget == 0 || depth == 64 {
        diagnostics.append(
          Diagnostic(.yamlTooLarge, "the YAML document is too large or too deep", at: span))
      }
      return .empty(span)
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      return YAMLValue(content: .scalar(scalar.string, isQuoted: isQuoted), span: span)
    case .sequence(let sequence):
      return YAMLValue(
        content: .sequence(sequence.map { value($0, depth: depth + 1) }), span: span)
    case .mapping(let mapping):
      return YAMLValue(content: .mapping(pairs(mapping, depth: depth)), span: span)
    case .alias:
      return .empty(span)
    }
  }

  private mutating func pairs(
    _ mapping: Node.Mapping, depth: Int
  ) -> [(key: YAMLKey, value: YAMLValue)] {
    mapping.map { key, node in
      let name = key.scalar?.string ?? ""
      return (YAMLKey(name: name, span: span(of: key)), value(node, depth: depth + 1))
    }
  }

  private func span(of node: Node) -> SourceSpan {
    guard let mark = node.mark else {
      return SourceSpan(source: source, range: base..<base + text.count)
    }
    let start = offset(line: mark.line, column: mark.column)
    let length = node.scalar.map { max($0.string.utf8.count, 1) } ?? 1
    let end = min(start + length, text.count)
    return SourceSpan(source: source, range: base + start..<base + max(start, end))
  }

  /// Byte offset of a 1-based line and column; Yams counts columns in Unicode scalars.
  private func offset(line: Int, column: Int) -> Int {
    var at = lineStarts[min(max(line - 1, 0), lineStarts.count - 1)]
    var left = max(column - 1, 0)
    while left > 0, at < text.count {
      at += 1
      while at < text.count, text[at] & 0xC0 == 0x80 { at += 1 }
      left -= 1
    }
    return min(at, text.count)
  }

  func diagnostic(for error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return Diagnostic(.yamlSyntax, problem, at: span(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let name = duplicates.first ?? ""
      let span = span(line: context.mark.line, column: context.mark.column)
      return Diagnostic(.yamlDuplicateKey, "key “\(name)” stands twice in one mapping", at: span)
    default:
      return Diagnostic(.yamlSyntax, "\(error)", at: span(line: 1, column: 1))
    }
  }

  private func span(line: Int, column: Int) -> SourceSpan {
    let start = offset(line: line, column: column)
    return SourceSpan(source: source, range: base + start..<base + min(start + 1, text.count))
  }
}
