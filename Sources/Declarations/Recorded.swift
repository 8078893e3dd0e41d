package import Diagnostics

/// A type that is written as a JSON object: it declares its members once, for the writer and for the
/// JSON Schema.
///
/// It is the counterpart of `Declared`.
package protocol Recorded: Sendable {
  static var members: [Member<Self>] { get }
}

/// One member of an object: its name, how its value is written, what it means, where it comes from.
package struct Member<Root: Sendable>: Sendable {
  let property: JSONSchema.Property
  let value: @Sendable (Root) -> JSONValue?

  /// A member that every object has.
  package init<Value>(
    _ name: String, _ form: JSONForm<Value>, _ documentation: String,
    _ get: @escaping @Sendable (Root) -> Value
  ) {
    property = JSONSchema.Property(name, form.schema, documentation, isRequired: true)
    value = { form.encode(get($0)) }
  }

  /// A member that is left out where there is nothing.
  package init<Value>(
    _ name: String, optional form: JSONForm<Value>, _ documentation: String,
    _ get: @escaping @Sendable (Root) -> Value?
  ) {
    property = JSONSchema.Property(name, form.schema, documentation, isRequired: false)
    value = { get($0).map(form.encode) }
  }
}

extension Recorded {
  /// The object, its members in the order of their declaration.
  package var json: JSONValue {
    .object(Self.members.map { ($0.property.name, $0.value(self)) })
  }

  package static var schema: JSONSchema { .object(members.map(\.property)) }
}

/// How one kind of value is written to JSON and how a JSON Schema describes it.
///
/// It is the counterpart of `Codec`.
package struct JSONForm<Value: Sendable>: Sendable {
  package var schema: JSONSchema
  package var encode: @Sendable (Value) -> JSONValue

  package init(schema: JSONSchema, encode: @escaping @Sendable (Value) -> JSONValue) {
    self.schema = schema
    self.encode = encode
  }
}

extension JSONForm {
  package static var text: JSONForm<String> {
    JSONForm<String>(schema: .text()) { .string($0) }
  }

  /// Text that matches a regular expression.
  package static func text(_ pattern: String) -> JSONForm<String> {
    JSONForm<String>(schema: .text(pattern: pattern)) { .string($0) }
  }

  /// A SHA-256 in hexadecimal.
  package static var digest: JSONForm<String> { text("^[0-9a-f]{64}$") }

  package static var count: JSONForm<Int> {
    JSONForm<Int>(schema: .count) { .integer($0) }
  }

  package static var number: JSONForm<Double> {
    JSONForm<Double>(schema: .scalar("number")) { .number($0) }
  }

  package static var boolean: JSONForm<Bool> {
    JSONForm<Bool>(schema: .flag) { .boolean($0) }
  }

  package static func list<Element>(_ element: JSONForm<Element>) -> JSONForm<[Element]> {
    JSONForm<[Element]>(schema: .array(element.schema)) { .array($0.map(element.encode)) }
  }

  /// A mapping with free keys, written in their order.
  package static func dictionary<Element>(
    _ element: JSONForm<Element>
  ) -> JSONForm<[String: Element]> {
    JSONForm<[String: Element]>(schema: .dictionary(element.schema)) { values in
      .object(values.sorted { $0.key < $1.key }.map { .init($0.key, element.encode($0.value)) })
    }
  }

  package static func record<Root: Recorded>(_ type: Root.Type) -> JSONForm<Root> {
    JSONForm<Root>(schema: type.schema) { $0.json }
  }
}
