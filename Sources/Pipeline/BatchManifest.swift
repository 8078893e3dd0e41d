internal import Diagnostics
internal import Foundation

/// `batch.json`: which variants of a report were built, and what came of each.
struct BatchManifest: Sendable, Decodable {
  struct Shard: Sendable, Decodable, Hashable {
    var number: Int
    var count: Int
  }

  struct Output: Sendable, Decodable, Hashable {
    var path: String
    var bytes: Int
    var sha256: String
  }

  struct Entry: Sendable, Decodable {
    enum Status: String, Sendable, Decodable {
      case complete
      case failed
    }

    /// Row in the table, from 0.
    var index: Int
    var name: String
    var parameters: [String: String]
    var status: Status
    var pages: Int
    var outputs: [Output]
    var errors: Int
    var warnings: Int
  }

  var report: String
  /// SHA-256 of the table of variants.
  var table: String
  /// How many variants the table has, those of other shards included.
  var variants: Int
  var shard: Shard
  var entries: [Entry]

  /// The name of its file: the shards of one batch lie in one folder.
  var fileName: String {
    shard.count == 1 ? "batch.json" : "batch-\(shard.number)-of-\(shard.count).json"
  }

  var json: JSONValue {
    .object([
      ("format", "colophon-batch/1"), ("report", .string(report)), ("table", .string(table)),
      ("variants", .integer(variants)),
      (
        "shard",
        .object([("number", .integer(shard.number)), ("count", .integer(shard.count))])
      ),
      ("entries", .array(entries.map(\.json))),
    ])
  }

  /// The manifest in a file; nil when it is none.
  init?(reading bytes: [UInt8]) {
    guard let manifest = try? JSONDecoder().decode(BatchManifest.self, from: Data(bytes)) else {
      return nil
    }
    self = manifest
  }

  init(report: String, table: VariantTable, shard: BatchRequest.Shard, entries: [Entry]) {
    self.report = report
    self.table = table.sha256
    variants = table.variants.count
    self.shard = Shard(number: shard.number, count: shard.count)
    self.entries = entries
  }
}

extension BatchManifest.Entry {
  fileprivate var json: JSONValue {
    let sorted = parameters.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
    return .object([
      ("index", .integer(index)), ("name", .string(name)),
      ("parameters", .object(sorted.map { ($0.0, Optional($0.1)) })),
      ("status", .string(status.rawValue)), ("pages", .integer(pages)),
      ("outputs", .array(outputs.map(\.json))), ("errors", .integer(errors)),
      ("warnings", .integer(warnings)),
    ])
  }
}

extension BatchManifest.Output {
  fileprivate var json: JSONValue {
    .object([
      ("path", .string(path)), ("bytes", .integer(bytes)), ("sha256", .string(sha256)),
    ])
  }
}
