/// What `colophon diff` is asked for.
package struct DiffRequest: Sendable {
  /// Folders that a build has written, or PDFs.
  package var old: String
  package var new: String
  /// Where the report with the pictures goes; nil for none.
  package var output: String?
  /// The share of a page's pixels, from 0 to 1, that may look otherwise while its words are the same.
  package var threshold = 0.0
  /// How many pages are painted at a time; nil for as many as there are processors.
  package var jobs: Int?

  package init(old: String, new: String) {
    self.old = old
    self.new = new
  }
}

/// What `colophon diff` has found.
package struct DiffOutcome: Sendable {
  package var build = BuildOutcome()
  /// Whether a reader sees no difference; nil when that could not be told.
  package var isSame: Bool?
  /// The differences for people, and for machines.
  package var text = ""
  package var json = ""

  package init() {}
}
