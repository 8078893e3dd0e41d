/// What `colophon check` is asked for: everything of a build but its output.
package struct CheckRequest: Sendable {
  /// A report's folder, a Markdown file, or a finished PDF.
  package var subject: String
  /// See `BuildRequest.home`.
  package var home: String?
  /// See `BuildRequest.jobs`.
  package var jobs: Int?
  /// See `BuildRequest.isLocked`.
  package var isLocked = false

  package init(subject: String) { self.subject = subject }
}
