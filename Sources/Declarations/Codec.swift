package import Diagnostics
package import Geometry

/// How one kind of value is read from YAML and how a JSON Schema describes it: both from one
/// declaration, so that an editor completes exactly what the parser accepts.
package struct Codec<Value: Sendable>: Sendable {
  package let decode: @Sendable (YAMLValue, inout DecodingLog) -> Value?
  /// What makes the schema, which reading never asks for.
  private let makeSchema: @Sendable () -> JSONSchema

  package var schema: JSONSchema { makeSchema() }

  package init(
    schema: @escaping @autoclosure @Sendable () -> JSONSchema,
    decode: @escaping @Sendable (YAMLValue, inout DecodingLog) -> Value?
  ) {
    makeSchema = schema
    self.decode = decode
  }
}

/// Everything that was found wrong while decoding.
package struct DecodingLog: Sendable {
  package var diagnostics: [Diagnostic] = []

  package init() {}

  package mutating func expected(_ what: String, got value: YAMLValue) {
    diagnostics.append(
      Diagnostic(.invalidValue, "expected \(what), found \(value.kindName)", at: value.span))
  }

  fileprivate mutating func expected(oneOf names: [String], got value: YAMLValue) {
    let list = names.joined(separator: ", ")
    guard case .scalar(let text, _) = value.content else {
      return expected("one of \(list)", got: value)
    }
    diagnostics.append(
      Diagnostic(.invalidValue, "“\(text)” is none of \(list)", at: value.span)
        .hinting(suggestion(for: text, among: names)))
  }
}

extension DiagnosticCode {
  package static let invalidValue = DiagnosticCode(
    "yaml.invalid-value", "A setting has a value of the wrong kind or out of its range.")
  package static let unknownKey = DiagnosticCode(
    "yaml.unknown-key", "A mapping holds a key that means nothing here, often a slip of spelling.")
  package static let missingKey = DiagnosticCode(
    "yaml.missing-key", "A mapping lacks a key that it must have.")

  /// The codes of this target.
  package static let declarationCodes: [DiagnosticCode] = [
    .yamlSyntax, .yamlDuplicateKey, .yamlTooLarge, .invalidValue, .unknownKey, .missingKey,
  ]
}

extension Codec {
  /// Any scalar, as text.
  package static var string: Codec<String> {
    Codec<String>(schema: .scalar("string")) { value, log in
      if case .scalar(let text, _) = value.content { return text }
      log.expected("text", got: value)
      return nil
    }
  }

  package static var integer: Codec<Int> {
    Codec<Int>(schema: .scalar("integer")) { value, log in
      if case .scalar(let text, false) = value.content, let number = Int(text) { return number }
      log.expected("a whole number", got: value)
      return nil
    }
  }

  /// A finite number for layout; figures are read as exact decimals by the data layer instead.
  package static var number: Codec<Double> {
    Codec<Double>(schema: .scalar("number")) { value, log in
      if case .scalar(let text, false) = value.content, let number = Double(text), number.isFinite {
        return number
      }
      log.expected("a number", got: value)
      return nil
    }
  }

  package static var boolean: Codec<Bool> {
    Codec<Bool>(schema: .scalar("boolean")) { value, log in
      if case .scalar(let text, false) = value.content {
        if ["true", "yes", "on"].contains(text) { return true }
        if ["false", "no", "off"].contains(text) { return false }
      }
      log.expected("true or false", got: value)
      return nil
    }
  }

  package static var length: Codec<Length> {
    Codec<Length>(schema: .scalar("string")) { value, log in
      if case .scalar(let text, _) = value.content, let length = Length(parsing: text) {
        return length
      }
      log.expected("a length such as 12pt, 25mm, 2em, 1lines, 50% or 小四", got: value)
      return nil
    }
  }

  /// The value itself, for readers that decode it later.
  package static var any: Codec<YAMLValue> {
    Codec<YAMLValue>(schema: .any) { value, _ in value }
  }

  /// One of the raw values of an enumeration, with a suggestion for a misspelt one.
  package static func choice<Choice>(_ type: Choice.Type) -> Codec<Choice>
  where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    Codec<Choice>(schema: .choice(type.allCases.map(\.rawValue))) { value, log in
      if case .scalar(let text, _) = value.content, let choice = Choice(rawValue: text) {
        return choice
      }
      log.expected(oneOf: type.allCases.map(\.rawValue), got: value)
      return nil
    }
  }

  /// A list; a single value stands for a list of one.
  package static func list<Element>(_ element: Codec<Element>) -> Codec<[Element]> {
    Codec<[Element]>(schema: .list(element.schema)) { value, log in
      guard case .sequence(let values) = value.content else {
        return element.decode(value, &log).map { [$0] }
      }
      return values.compactMap { element.decode($0, &log) }
    }
  }

  /// A mapping with free keys, in the order of the file.
  package static func dictionary<Element>(
    _ element: Codec<Element>
  ) -> Codec<[Named<Element>]> {
    Codec<[Named<Element>]>(schema: .dictionary(element.schema)) { value, log in
      guard case .mapping(let pairs) = value.content else {
        if !value.isNull { log.expected("a mapping", got: value) }
        return value.isNull ? [] : nil
      }
      return pairs.compactMap { pair in
        element.decode(pair.value, &log).map { Named(key: pair.key, value: $0) }
      }
    }
  }

  /// The value together with its span.
  package static func spanned<Element>(_ element: Codec<Element>) -> Codec<Spanned<Element>> {
    Codec<Spanned<Element>>(schema: element.schema) { value, log in
      element.decode(value, &log).map { Spanned($0, at: value.span) }
    }
  }

  /// Another form of the value: `transform` returns nil when the value is not `description`.
  package func map<Result: Sendable>(
    _ description: String, _ transform: @escaping @Sendable (Value) -> Result?
  ) -> Codec<Result> {
    Codec<Result>(schema: schema) { value, log in
      guard let decoded = decode(value, &log) else { return nil }
      if let result = transform(decoded) { return result }
      log.expected(description, got: value)
      return nil
    }
  }
}

/// A value with the key that it stands under.
package struct Named<Value: Sendable>: Sendable {
  package var key: YAMLKey
  package var value: Value

  package init(key: YAMLKey, value: Value) {
    self.key = key
    self.value = value
  }
}
