internal import ArgumentParser
internal import Foundation
internal import Pipeline

/// `colophon schema`: JSON Schemas for editors and programs.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    _superCommandName: Colophon.name,
    abstract: "Print the JSON Schema of a kind of file.",
    discussion: """
      Schemas (draft 2020-12) of the YAML that authors write and of manifest.json, made from the \
      declarations that Colophon reads and writes with. Without a name the kinds are listed.

        colophon schema report > report.schema.json
        colophon schema --output schemas
      """)

  @Argument(help: "The kind of file.")
  var kind: Kind?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write <kind>.schema.json into DIR, of all kinds or one.", valueName: "dir"),
    completion: .directory)
  var output: String?

  struct Kind: ExpressibleByArgument {
    let schema: PublishedSchema

    init?(argument: String) {
      guard let schema = PublishedSchema(rawValue: argument) else { return nil }
      self.schema = schema
    }

    static let allValueStrings = PublishedSchema.allCases.map(\.rawValue)
  }

  func run() throws {
    let schemas = kind.map { [$0.schema] } ?? PublishedSchema.allCases
    if let output { return try write(schemas, to: output) }
    let texts = kind.map { [$0.schema.text] } ?? schemas.map { $0.rawValue + "\n" }
    try Terminal().write(texts.joined())
  }

  private func write(_ schemas: [PublishedSchema], to folder: String) throws {
    let url = URL(filePath: folder)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for schema in schemas {
      try Data(schema.text.utf8).write(to: url.appending(path: schema.file), options: .atomic)
      print("\(folder)/\(schema.file)")
    }
  }
}
