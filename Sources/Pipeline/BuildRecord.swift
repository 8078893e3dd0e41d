internal import Foundation

/// What a batch needs of the `manifest.json` of a variant that has been built.
struct BuildRecord: Sendable, Decodable {
  struct File: Sendable, Decodable {
    var path: String
    var bytes: Int
    var sha256: String
  }

  struct Number: Sendable, Decodable {
    /// Absent for what a table or a chart prints of its data.
    var figure: String?
    var value: Decimal
  }

  /// What the build was asked for.
  struct Settings: Sendable, Decodable, Equatable {
    var version: String
    var parameters: [String: String]
    var editions: [String]
    var charts: [String]
    var pageResolution: Double?
    var isLocked: Bool
  }

  var pages: Int
  var settings: Settings
  /// Versions of Colophon and its libraries, by name.
  var tools: [String: String]
  /// Sources outside of files, whose data may be others by now.
  var servers: [String]
  var inputs: [File]
  var outputs: [File]
  var numbers: [Number]

  /// Reads the manifest in a folder; nil when there is none that can be read.
  init?(in folder: String, world: any World) {
    guard case .success(let bytes) = world.read(folder + "/manifest.json"),
      let record = try? JSONDecoder().decode(BuildRecord.self, from: Data(bytes))
    else { return nil }
    self = record
  }

  /// The value of each printed figure.
  var figures: [String: Decimal] {
    let named = numbers.compactMap { number in number.figure.map { ($0, number.value) } }
    return Dictionary(named) { first, _ in first }
  }
}
