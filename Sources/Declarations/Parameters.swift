internal import Diagnostics

/// What one report is made for: values by name that its texts and queries take in, so that a report
/// for each of forty countries is written once.
///
/// `{{ name }}` in a text stands for the value, and `:name` in SQL.
package struct Parameters: Sendable, Hashable {
  package var values: [String: String]

  package init(_ values: [String: String] = [:]) { self.values = values }

  package subscript(_ name: String) -> String? { values[name] }

  package var isEmpty: Bool { values.isEmpty }
  /// In alphabetical order.
  package var names: [String] { values.keys.sorted() }
}

extension YAMLValue {
  /// Keys whose values are queries, into which a value goes as `:name` and never as text.
  private static let queryKeys: Set<String> = ["data", "query"]

  /// The value with every `{{ name }}` of a parameter in its texts replaced; other braces stay.
  package func replacing(_ parameters: Parameters) -> YAMLValue {
    guard !parameters.isEmpty else { return self }
    var value = self
    switch content {
    case .scalar(let text, let isQuoted):
      let filled = parameters.fill(text)
      // What a parameter brings is text, unless it is all there is: `precision: "{{ n }}"`.
      let isAll = text.hasPrefix("{{") && text.hasSuffix("}}")
      value.content = .scalar(filled, isQuoted: isQuoted && !(isAll && filled != text))
    case .sequence(let values):
      value.content = .sequence(values.map { $0.replacing(parameters) })
    case .mapping(let pairs):
      value.content = .mapping(
        pairs.map { key, value in
          (key, Self.queryKeys.contains(key.name) ? value : value.replacing(parameters))
        })
    }
    return value
  }
}

extension Parameters {
  /// The text with every `{{ name }}` that names a parameter replaced by its value.
  func fill(_ text: String) -> String {
    guard text.contains("{{") else { return text }
    var filled = ""
    var rest = text[...]
    while let opening = rest.firstRange(of: "{{"),
      let closing = rest[opening.upperBound...].firstRange(of: "}}")
    {
      let name = rest[opening.upperBound..<closing.lowerBound].filter { !$0.isWhitespace }
      filled += rest[..<opening.lowerBound]
      filled += values[name] ?? String(rest[opening.lowerBound..<closing.upperBound])
      rest = rest[closing.upperBound...]
    }
    return filled + rest
  }
}
