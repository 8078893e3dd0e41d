package import Diagnostics

extension JSONSchema {
  /// The schema as a JSON Schema document (draft 2020-12) for editors.
  package func document(title: String) -> JSONValue {
    .object(
      [
        .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
        .init("title", .string(title)),
      ] + members)
  }

  /// The schema as a value inside a document.
  package var json: JSONValue { .object(members) }

  private var members: [JSONValue.Member] {
    switch self {
    case .any: []
    case .scalar(let type): [.init("type", types(acceptedAs: type))]
    case .choice(let names): [.init("enum", .strings(names))]
    case .list(let element):
      // A single value stands for a list of one.
      [.init("anyOf", [["type": "array", "items": element.json], element.json])]
    case .dictionary(let element):
      [.init("type", "object"), .init("additionalProperties", element.json)]
    case .object(let properties): members(of: properties)
    }
  }

  /// Text is written without quotes wherever YAML allows it, so that `2025` is a text too.
  private func types(acceptedAs type: String) -> JSONValue {
    type == "string" ? ["string", "number", "boolean"] : .string(type)
  }

  private func members(of properties: [Property]) -> [JSONValue.Member] {
    let required = properties.filter(\.isRequired).map(\.name)
    let described = properties.map { property in
      JSONValue.Member(
        property.name,
        .object([.init("description", .string(property.documentation))] + property.schema.members))
    }
    return [.init("type", "object"), .init("properties", .object(described))]
      + (required.isEmpty ? [] : [.init("required", .strings(required))])
      + [.init("additionalProperties", false)]
  }
}
