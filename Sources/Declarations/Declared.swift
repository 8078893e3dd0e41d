package import Diagnostics

/// A type that YAML mappings are read into: it declares its keys once, for the parser and for the
/// JSON Schema.
///
///     struct Margin: Declared {
///       var top = Length.zero
///       init() {}
///       static let fields: [Field<Margin>] = [
///         Field("top", .length, "Distance from the upper edge.") { $0.top = $1 }
///       ]
///     }
package protocol Declared: Sendable {
  init()
  static var fields: [Field<Self>] { get }
}

/// One key of a mapping: its name, how its value is read, what it means, where it goes.
package struct Field<Root: Sendable>: Sendable {
  package var name: String
  package var documentation: String
  package var isRequired: Bool
  /// What makes the schema, which reading never asks for.
  package var makeSchema: @Sendable () -> JSONSchema
  package var apply: @Sendable (inout Root, YAMLValue, inout DecodingLog) -> Void

  package init<Value>(
    _ name: String, _ codec: Codec<Value>, _ documentation: String, isRequired: Bool = false,
    _ set: @escaping @Sendable (inout Root, Value) -> Void
  ) {
    self.name = name
    self.documentation = documentation
    self.isRequired = isRequired
    self.makeSchema = { codec.schema }
    self.apply = { root, value, log in
      if let decoded = codec.decode(value, &log) { set(&root, decoded) }
    }
  }
}

extension Codec {
  /// A mapping that is read into a declared type; unknown keys are errors with a suggestion.
  package static func object<Root: Declared>(_ type: Root.Type) -> Codec<Root> {
    Codec<Root>(schema: .object(of: type)) { value, log in value.decode(into: type.init(), &log) }
  }
}

extension YAMLValue {
  /// Reads the mapping into a copy of `initial`: what is not written keeps its value there.
  package func decode<Root: Declared>(into initial: Root, _ log: inout DecodingLog) -> Root? {
    guard case .mapping(let pairs) = content else {
      log.expected("a mapping", got: self)
      return nil
    }
    let fields = Root.fields
    var root = initial
    for (key, value) in pairs {
      // By index: an optional field, and what else a search is made of, would be types of their own
      // for every type that is read, and the runtime takes longer to make them than to search.
      guard let index = fields.indices.first(where: { fields[$0].name == key.name }) else {
        log.unknownKey(key, among: fields.map(\.name))
        continue
      }
      if !value.isNull { fields[index].apply(&root, value, &log) }
    }
    for index in fields.indices where fields[index].isRequired && !isUnread {
      let name = fields[index].name
      if !pairs.contains(where: { $0.key.name == name && !$0.value.isNull }) {
        log.diagnostics.append(Diagnostic(.missingKey, "“\(name)” is missing", at: span))
      }
    }
    return root
  }

  /// Reads the mapping into a declared type, with everything that is wrong with it.
  package func decode<Root: Declared>(_ type: Root.Type) -> Diagnosed<Root> {
    var log = DecodingLog()
    let root = decode(into: Root(), &log) ?? Root()
    return Diagnosed(root, log.diagnostics)
  }
}

extension DecodingLog {
  package mutating func unknownKey(_ key: YAMLKey, among names: [String]) {
    diagnostics.append(
      Diagnostic(
        .unknownKey, "unknown key “\(key.name)”", at: key.span,
        hints: [
          suggestion(for: key.name, among: names) ?? "known keys: \(names.joined(separator: ", "))"
        ]))
  }
}
