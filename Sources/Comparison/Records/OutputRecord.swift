internal import Foundation

/// The manifest of an output as far as two are compared; what another version adds is passed over.
package struct OutputRecord: Decodable, Sendable {
  package struct File: Decodable, Hashable, Sendable {
    package var path: String
    package var sha256: String
  }

  package struct Chart: Decodable, Hashable, Sendable {
    package var id: String
    package var title: String?
    package var kind: String?
  }

  package struct Face: Decodable, Hashable, Sendable {
    package var family: String
    package var weight: Int
    package var italic: Bool
    package var sha256: String?
  }

  package var format: String
  package var report: String
  package var title: String?
  package var language: String?
  package var date: String?
  package var inputs: [File]?
  package var outputs: [File]?
  package var charts: [Chart]?
  package var numbers: [NumberRecord]?
  /// What the text calls charts and tables, by id.
  package var exhibits: [String: String]?
  package var fonts: [Face]?
  /// Versions of Colophon and its libraries.
  package var tools: [String: String]?

  /// The outputs without the report's name, which is that of its folder.
  var namelessOutputs: [File] {
    (outputs ?? []).map { file in
      guard file.path.hasPrefix(report + "-") else { return file }
      return File(path: String(file.path.dropFirst(report.count + 1)), sha256: file.sha256)
    }
  }

  /// - Returns: nil when it is no manifest of Colophon.
  package init?(_ bytes: [UInt8]) {
    guard let record = try? JSONDecoder().decode(OutputRecord.self, from: Data(bytes)),
      record.format.hasPrefix("colophon-manifest/")
    else { return nil }
    self = record
  }
}
