/// The part of JSON Schema that declarations describe themselves with.
package indirect enum JSONSchema: Sendable {
  case any
  case scalar(String)
  case choice([String])
  case list(JSONSchema)
  case dictionary(JSONSchema)
  case object([Property])

  package struct Property: Sendable {
    package var name: String
    package var documentation: String
    package var isRequired: Bool
    package var schema: JSONSchema
  }

  /// The schema of a declared type.
  package static func object<Root: Declared>(of type: Root.Type) -> JSONSchema {
    .object(
      type.fields.map { field in
        Property(
          name: field.name, documentation: field.documentation, isRequired: field.isRequired,
          schema: field.schema)
      })
  }
}
