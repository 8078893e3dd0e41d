/// What `colophon preview` is asked for.
package struct PreviewRequest: Sendable {
  /// The report's folder, or a single Markdown file.
  package var report: String
  /// See `BuildRequest.home`.
  package var home: String?
  /// See `BuildRequest.jobs`.
  package var jobs: Int?
  /// See `BuildRequest.parameters`.
  package var parameters: [String: String] = [:]

  package init(report: String) { self.report = report }
}
