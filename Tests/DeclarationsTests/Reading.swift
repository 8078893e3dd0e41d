import Diagnostics

@testable import Declarations

/// A YAML text read as if it stood in a file, with findings as `line:column code message`.
struct Reading {
  let value: YAMLValue
  let findings: [String]
  private let map: SourceMap

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// - Parameters:
  ///   - bytes: the text of the file.
  ///   - slice: the part of it that is YAML; all when nil.
  init(bytes: [UInt8], slice: Range<Int>? = nil) {
    var map = SourceMap()
    let source = map.add(file: "a.yaml", text: bytes)
    let range = slice ?? 0..<bytes.count
    let parsed = parseYAML(Array(bytes[range]), source: source, base: range.lowerBound)
    value = parsed.value
    self.map = map
    findings = parsed.diagnostics.map { Reading.line($0, map) }
  }

  /// What decoding finds, in the same form, with hints behind an arrow.
  func decoded<Root: Declared>(_ type: Root.Type) -> (value: Root, findings: [String]) {
    let decoded = value.decode(type)
    return (decoded.value, decoded.diagnostics.map { Reading.line($0, map) })
  }

  /// `line:column` of the start and the end of a span.
  func place(_ span: SourceSpan) -> String {
    guard let start = map.location(of: span), let end = map.endLocation(of: span) else {
      return "-"
    }
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private static func line(_ diagnostic: Diagnostic, _ map: SourceMap) -> String {
    let place = map.location(of: diagnostic.span).map { "\($0.line):\($0.column)" } ?? "-"
    let hints = diagnostic.hints.map { " -> \($0)" }.joined()
    return "\(place) \(diagnostic.code.id) \(diagnostic.message)\(hints)"
  }
}

extension YAMLValue {
  /// The value in one line: `{a: [1, "2"]}`.
  var sketch: String {
    switch content {
    case .scalar(let text, let isQuoted): isQuoted ? "\"\(text)\"" : text
    case .sequence(let values): "[\(values.map(\.sketch).joined(separator: ", "))]"
    case .mapping(let pairs):
      "{\(pairs.map { "\($0.key.name): \($0.value.sketch)" }.joined(separator: ", "))}"
    }
  }

  var items: [YAMLValue]? {
    guard case .sequence(let values) = content else { return nil }
    return values
  }

  subscript(key: String) -> YAMLValue? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.name == key }?.value
  }
}
