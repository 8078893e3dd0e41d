package import Diagnostics

extension JSONSchema {
  /// The schema as a JSON Schema document (draft 2020-12) for editors.
  ///
  /// - Parameters:
  ///   - title: what the schema is of.
  ///   - definitions: what `reference` names.
  /// - Returns: the document, to be written.
  package func document(
    title: String, definitions: [(name: String, schema: JSONSchema)] = []
  ) -> JSONValue {
    let named = definitions.map { JSONValue.Member($0.name, $0.schema.json) }
    return .object(
      [
        .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
        .init("title", .string(title)),
      ] + members + (named.isEmpty ? [] : [.init("$defs", .object(named))]))
  }

  /// The schema as a value inside a document.
  package var json: JSONValue { .object(members) }

  private var members: [JSONValue.Member] {
    switch self {
    case .any: []
    case .scalar(let type): members(of: type)
    case .choice(let names): [.init("enum", .strings(names))]
    case .list(let element):
      [.init("anyOf", [["type": "array", "items": element.json], element.json])]
    case .dictionary(let element):
      [.init("type", "object"), .init("additionalProperties", element.json)]
    case .object(let properties, let isOpen): members(of: properties, isOpen: isOpen)
    case .either(let choices): [.init("anyOf", .array(choices.map(\.json)))]
    case .reference(let name): [.init("$ref", .string("#/$defs/\(name)"))]
    case .array(let element): [.init("type", "array"), .init("items", element.json)]
    case .text(let pattern):
      [.init("type", "string")] + (pattern.map { [.init("pattern", .string($0))] } ?? [])
    case .flag: [.init("type", "boolean")]
    case .count: [.init("type", "integer"), .init("minimum", 0)]
    }
  }

  /// Text is written without quotes wherever YAML allows it, so that `2025` is a text too; true and
  /// false have the words of YAML 1.1, which are text in YAML 1.2.
  private func members(of type: String) -> [JSONValue.Member] {
    switch type {
    case "string": [.init("type", ["string", "number", "boolean"])]
    case "boolean": [.init("enum", [true, false, "yes", "no", "on", "off"])]
    default: [.init("type", .string(type))]
    }
  }

  private func members(of properties: [Property], isOpen: Bool) -> [JSONValue.Member] {
    let required = properties.filter(\.isRequired).map(\.name)
    let described = properties.map { property in
      JSONValue.Member(
        property.name,
        .object([.init("description", .string(property.documentation))] + property.schema.members))
    }
    return [.init("type", "object"), .init("properties", .object(described))]
      + (required.isEmpty ? [] : [.init("required", .strings(required))])
      + (isOpen ? [] : [.init("additionalProperties", false)])
  }
}
