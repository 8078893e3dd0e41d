/// What `colophon chart` is asked for: images of some or all charts of a report.
package struct ChartRequest: Sendable {
  package enum Format: String, Sendable, Hashable, CaseIterable {
    case svg
    case png
    case pdf
  }

  /// A report's folder, a Markdown file, or a YAML chart specification.
  package var source: String
  /// Ids of the charts to draw; all when empty.
  package var ids: [String] = []
  package var formats = Format.allCases
  /// Resolution of PNG images in pixels per inch.
  package var resolution = 300.0
  /// The folder that gets `<id>.<format>`; nil for `Output/<report>/charts`.
  package var output: String?
  /// See `BuildRequest.parameters`.
  package var parameters: [String: String] = [:]
  /// See `BuildRequest.home`.
  package var home: String?
  /// See `BuildRequest.jobs`.
  package var jobs: Int?

  package init(source: String) { self.source = source }
}
