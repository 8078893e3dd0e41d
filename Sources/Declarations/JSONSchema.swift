/// The part of JSON Schema that declarations describe themselves with.
package indirect enum JSONSchema: Sendable {
  case any
  /// A value as YAML writes it: text without quotes, `yes` for true.
  case scalar(String)
  case choice([String])
  /// A list, or a single value that stands for a list of one.
  case list(JSONSchema)
  case dictionary(JSONSchema)
  /// A mapping with these keys; others are allowed only when it is open.
  case object([Property], isOpen: Bool = false)
  case either([JSONSchema])
  /// A definition of the document, for what contains itself.
  case reference(String)
  /// A list as JSON writes it.
  case array(JSONSchema)
  /// A string as JSON writes it, and the regular expression that it matches (ECMA-262).
  case text(pattern: String? = nil)
  /// A whole number that is not negative.
  case count
  /// True or false as JSON writes them.
  case flag

  package struct Property: Sendable {
    package var name: String
    package var documentation: String
    package var isRequired: Bool
    package var schema: JSONSchema

    package init(_ name: String, _ schema: JSONSchema, _ documentation: String, isRequired: Bool) {
      self.name = name
      self.documentation = documentation
      self.isRequired = isRequired
      self.schema = schema
    }
  }

  /// The schema of a declared type.
  package static func object<Root: Declared>(of type: Root.Type) -> JSONSchema {
    .object(
      type.fields.map { field in
        Property(field.name, field.makeSchema(), field.documentation, isRequired: field.isRequired)
      })
  }

  /// The schema with another one for a key, which only a later phase knows how to read.
  package func replacing(_ name: String, with schema: JSONSchema) -> JSONSchema {
    guard case .object(var properties, let isOpen) = self else { return self }
    for index in properties.indices where properties[index].name == name {
      properties[index].schema = schema
    }
    return .object(properties, isOpen: isOpen)
  }

  /// The schema of one key of a mapping; nil where there is no such key.
  package subscript(name: String) -> JSONSchema? {
    guard case .object(let properties, _) = self else { return nil }
    return properties.first { $0.name == name }?.schema
  }
}
