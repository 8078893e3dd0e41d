/// What `colophon check` is asked for: everything of a build but its output.
package struct CheckRequest: Sendable {
  /// A report's folder, a Markdown file, or a finished PDF.
  package var subject: String
  /// What stands for the declared values of the report's parameters.
  package var parameters: [String: String] = [:]
  /// See `BuildRequest.home`.
  package var home: String?
  /// See `BuildRequest.jobs`.
  package var jobs: Int?
  /// The standards to hold a PDF against; nil for those that it names itself.
  package var standards: [Standard]?
  /// See `BuildRequest.isLocked`.
  package var isLocked = false
  /// How to list the numbers that the report prints; nil for not at all.
  package var figures: FigureFormat?

  /// A form of the list of numbers.
  package enum FigureFormat: Sendable {
    case table
    case jsonLines
  }

  package init(subject: String) { self.subject = subject }
}

/// A standard for finished files.
package enum Standard: String, Sendable, Hashable, CaseIterable {
  /// PDF/X-4.
  case x4
  /// PDF/X-1a:2003.
  case x1a
  /// What a printer looks for, by the Ghent Workgroup's numbers.
  case press
  /// PDF/UA-1.
  case ua1
  /// PDF/A-3a.
  case a3
  /// PDF/A-3u.
  case a3u
  /// PDF/A-3b.
  case a3b
}
