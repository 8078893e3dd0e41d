import Foundation
import Testing

@testable import Pipeline

/// The schemas against files that Colophon reads and writes.
struct SchemaTests {
  /// Every YAML file of the repository passes, and fails when a key is misspelt; the manifest of the
  /// example report passes.
  @Test func theRepositoryKeepsItsSchemas() async throws {
    let folder = try TemporaryFolder()
    let manifest = folder.url.appending(path: "manifest.json")
    try await BuiltReport.shared.files["manifest.json"]?.write(to: manifest)
    let run = try Command.script("validate-schemas", [manifest.path])
    if run.status == 77 { return print("skipped: \(run.errors)") }
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains(" 1 manifests: all valid"))
  }

  @Test func thePublishedSchemaOfTheManifestIsTheProgram() throws {
    let url = URL(fileURLWithPath: LayeredWorld.root + "/Documentation/manifest.schema.json")
    if ProcessInfo.processInfo.environment["COLOPHON_BLESS"] != nil {
      try Data(PublishedSchema.manifest.text.utf8).write(to: url)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == PublishedSchema.manifest.text)
  }

  /// A bibliography is a list.
  @Test(arguments: PublishedSchema.allCases.filter { $0 != .references })
  func everySchemaIsADescribedObjectThatTakesNoOtherKey(schema: PublishedSchema) throws {
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any])
    #expect(json["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect(json["additionalProperties"] as? Bool == false)
    let properties = try #require(json["properties"] as? [String: [String: Any]])
    #expect(!properties.isEmpty)
    for (name, property) in properties {
      #expect((property["description"] as? String)?.isEmpty == false, "\(name)")
    }
  }
}
